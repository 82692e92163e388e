/// Planted for `LayeringTest`: the right of two packages that name each other.
@NullMarked
package dev.caplens.interop.rules.planted.right;

import org.jspecify.annotations.NullMarked;
