package dev.caplens.cli.convert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// A channel whose first bytes can be looked at before they are read.
final class PrefixedInput implements ReadableByteChannel {

  private static final int BYTES = 4096;

  private final ByteBuffer prefix = ByteBuffer.allocateDirect(BYTES);
  private final ReadableByteChannel source;

  /// Reads ahead until the prefix is full or the source ends.
  ///
  /// @throws IOException if the source fails
  PrefixedInput(ReadableByteChannel source) throws IOException {
    this.source = source;
    int got = 0;
    while (got >= 0 && prefix.position() < LEAST) {
      got = source.read(prefix);
    }
    prefix.flip();
  }

  /// Enough for a decision; a terminal need not deliver more.
  private static final int LEAST = 64;

  /// The bytes at the start; fewer than 64 only if there are no more.
  byte[] prefix() {
    byte[] bytes = new byte[prefix.remaining()];
    prefix.duplicate().get(bytes);
    return bytes;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!prefix.hasRemaining()) {
      return source.read(target);
    }
    int size = Math.min(prefix.remaining(), target.remaining());
    target.put(prefix.slice(prefix.position(), size));
    prefix.position(prefix.position() + size);
    return size;
  }

  /// All that is left.
  ///
  /// @throws IOException if the source fails
  byte[] readAll() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 16];
    ByteBuffer view = ByteBuffer.wrap(block);
    while (read(view.clear()) >= 0) {
      bytes.write(block, 0, view.position());
    }
    return bytes.toByteArray();
  }

  @Override
  public boolean isOpen() {
    return source.isOpen();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
