/// The arena: blocks of memory that records refer to, and ping-pong channels.
@NullMarked
package dev.caplens.layout.arena;

import org.jspecify.annotations.NullMarked;
