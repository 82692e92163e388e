package dev.caplens.interop.rules.planted.left;

import dev.caplens.interop.rules.planted.right.Rings;

/// Names what stands to its right, which the layering forbids.
public record Bytes(Rings rings) {}
