package dev.caplens.layout.arena;

/// Where a block lies in the arena, as records carry it: three unsigned 32-bit numbers.
///
/// @param offset bytes from the base of the region
/// @param length bytes of the block that are meant
/// @param generation which block that place held; a later block there has another one
public record ArenaReference(long offset, long length, long generation) {}
