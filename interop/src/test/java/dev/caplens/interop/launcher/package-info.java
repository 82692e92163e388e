/// The launcher, `./caplens`, on a fresh copy of the tree: what it builds and when, which JDK it
/// takes, and how it hands over folder, streams, signals and exit codes. The tests see only what a
/// user sees: processes, their output, and files.
@NullMarked
package dev.caplens.interop.launcher;

import org.jspecify.annotations.NullMarked;
