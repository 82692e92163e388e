package dev.caplens.cli.convert;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// What a command reads, writes, and says to its user.
public record StandardStreams(ReadableByteChannel in, WritableByteChannel out, PrintWriter err) {

  /// Those of this process.
  static StandardStreams ofProcess(PrintWriter err) {
    return new StandardStreams(
        new FileInputStream(FileDescriptor.in).getChannel(),
        new FileOutputStream(FileDescriptor.out).getChannel(),
        err);
  }
}
