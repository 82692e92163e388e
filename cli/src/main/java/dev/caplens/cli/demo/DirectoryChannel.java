package dev.caplens.cli.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// What reading a directory gives: the error that the system gives, on every system.
final class DirectoryChannel implements ReadableByteChannel {

  @Override
  public int read(ByteBuffer target) throws IOException {
    throw new IOException("Is a directory");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
