package dev.caplens.cli.demo;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.Tier;
import dev.caplens.layout.arena.ArenaBlock;
import dev.caplens.layout.arena.ArenaHeap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;

/// Blocks of an arena in anonymous memory, filled with given bytes.
final class Blocks {

  private final ArenaHeap heap = new ArenaHeap(Region.anonymous(Tier.LIGHT.bytes()));

  /// A block that holds exactly these bytes, at least one.
  ArenaBlock of(byte[] bytes) throws IOException {
    ArenaBlock block = heap.allocate(bytes.length, 0).orElseThrow();
    ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(bytes));
    int filled = 0;
    while (filled < bytes.length) {
      filled += block.readFrom(channel, filled);
    }
    return block;
  }

  void free(ArenaBlock block) {
    heap.free(block.reference());
  }
}
