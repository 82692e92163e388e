/// Versions of schemas, compiled and compared, with data that was written by one and read by the
/// other.
@NullMarked
package dev.caplens.codegen.evolution;

import org.jspecify.annotations.NullMarked;
