/// From a declaration to its node.
///
/// A node is made in two steps. The first lays out fields and resolves types and primitive values;
/// its result is enough for everybody else who needs to know the declaration's shape. The second
/// evaluates struct and list values, which may need the first step of any other node, this one
/// included.
@NullMarked
package dev.caplens.codegen.compiler.translation;

import org.jspecify.annotations.NullMarked;
