package dev.caplens.cli.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Gathers small writes into large ones.
final class BufferedOutput implements WritableByteChannel {

  private static final int BYTES = 1 << 16;

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);
  private final WritableByteChannel target;

  BufferedOutput(WritableByteChannel target) {
    this.target = target;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int size = source.remaining();
    if (size > buffer.remaining()) {
      flush();
    }
    if (size > buffer.remaining()) {
      drain(source);
    } else {
      buffer.put(source);
    }
    return size;
  }

  /// Writes what has been gathered.
  void flush() throws IOException {
    buffer.flip();
    try {
      drain(buffer);
    } finally {
      buffer.clear();
    }
  }

  private void drain(ByteBuffer source) throws IOException {
    while (source.hasRemaining()) {
      target.write(source);
    }
  }

  @Override
  public boolean isOpen() {
    return target.isOpen();
  }

  @Override
  public void close() throws IOException {
    flush();
    target.close();
  }
}
