/// The Maven goals. They are compiled for release 17, since they run in Maven's own JVM.
@NullMarked
package dev.caplens.maven;

import org.jspecify.annotations.NullMarked;
