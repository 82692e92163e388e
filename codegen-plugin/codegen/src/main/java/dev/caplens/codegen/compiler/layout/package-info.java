/// Where the fields of a struct go.
///
/// Fields are placed in the order of their ordinals, each into the smallest hole that takes it, so
/// that a field never moves when a later one is added. Members of a union share space: the union
/// owns *locations* in its parent, and each member (a group, or a field taken for a group of one)
/// uses them anew and lets them grow where the space behind is still free.
///
/// Sizes are powers of two and given by their logarithm in bits, 0 (one bit) to 6 (a word); offsets
/// are in units of the size.
@NullMarked
package dev.caplens.codegen.compiler.layout;

import org.jspecify.annotations.NullMarked;
