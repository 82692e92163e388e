package dev.caplens.core.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// The blocks of a file, as its file system hands them out.
final class Blocks {

  private static final int CHUNK_BYTES = 1 << 20;

  private Blocks() {}

  /// Refuses early what the file system has no room for, before it is filled to the brim.
  static void checkFree(Path file, long size) throws IOException {
    long free = Files.getFileStore(file).getUsableSpace();
    if (size > free) {
      throw new IOException("only " + free + " bytes are free");
    }
  }

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
