package dev.caplens.bench.rings;

import dev.caplens.core.memory.Region;

/// Native memory for messages that go from thread to thread by reference, since queues of objects
/// have none of their own.
final class NativeBlocks {

  private static final int LINE = 64;

  private final Region region;
  private final long stride;

  /// @param bytes the size of each
  NativeBlocks(int count, int bytes) {
    this.stride = (bytes + LINE - 1L) / LINE * LINE;
    this.region = Region.anonymous(count * stride);
  }

  /// Where a block begins; absolute, and valid as long as this object is reachable.
  long address(int index) {
    return region.address() + index * stride;
  }
}
