package dev.caplens.rings;

import dev.caplens.core.memory.Region;

/// Where the body of a record stands.
///
/// @param region the region of the ring
/// @param bodyOffset where the body begins in the region, a multiple of 8
/// @param bodyBytes its length, validated against the slot
/// @param type what the producer said it is
public record RecordView(Region region, long bodyOffset, int bodyBytes, int type) {}
