package dev.caplens.interop.rules.planted.right;

import dev.caplens.interop.rules.planted.left.Bytes;

/// Names what stands to its left, as it may.
public interface Rings {
  Bytes bytes();
}
