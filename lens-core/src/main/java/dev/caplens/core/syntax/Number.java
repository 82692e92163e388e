package dev.caplens.core.syntax;

/// An unsigned 64-bit number of the source, an ordinal or an id, and where it stands.
public record Number(long value, int start, int end) implements Span {}
