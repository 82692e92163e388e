package dev.caplens.core.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// The blocks of a file, as its file system hands them out.
final class Blocks {

  private static final int CHUNK_BYTES = 1 << 20;

  private Blocks() {}

  /// Gives every byte of `[offset, offset + size)` a block by writing zeros. The JDK has no
  /// `fallocate`, and only a written block is a promise on every file system.
  static void reserve(FileChannel channel, long offset, long size) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(CHUNK_BYTES, size));
    long end = offset + size;
    long position = offset;
    while (position < end) {
      zeros.clear().limit((int) Math.min(zeros.capacity(), end - position));
      position += channel.write(zeros, position);
    }
  }
}
