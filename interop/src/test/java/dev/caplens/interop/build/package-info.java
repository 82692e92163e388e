/// What users do with a build: their own Maven projects, in folders of their own, built by real
/// Mavens of several versions in several JVMs; and the reference compiler with our plugin. The
/// tests see only what a user sees: processes, their output, and files.
@NullMarked
package dev.caplens.interop.build;

import org.jspecify.annotations.NullMarked;
