/// Rings between processes.
///
/// A [SlotRing] stands in a region; a process that sends asks it for a [Producer], one that
/// receives for a [Consumer]. Records are built and read in place. "Full" and "empty" are values.
/// What a process held when it left or died is given back by [SlotRing#recover].
@NullMarked
package dev.caplens.rings;

import org.jspecify.annotations.NullMarked;
