/// Planted for `LayeringTest`: the left of two packages that name each other.
@NullMarked
package dev.caplens.interop.rules.planted.left;

import org.jspecify.annotations.NullMarked;
