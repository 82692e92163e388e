package dev.caplens.cli.demo;

import dev.caplens.layout.arena.ArenaBlock;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Reads the files of a run, one behind the other, straight into blocks of the arena.
///
/// A file that cannot be opened is reported and left out; one that cannot be read further is
/// reported and counts with what was read. Not thread-safe.
final class Feed implements AutoCloseable {

  private final Deque<String> names;
  private final Tallies tallies;
  private final FailureLog failures;
  private @Nullable ReadableByteChannel channel;
  private @Nullable FileTally tally;
  private long sequence;
  private long bytesRead;

  Feed(Inputs inputs, Tallies tallies, FailureLog failures) {
    this.names = new ArrayDeque<>(inputs.names());
    this.tallies = tallies;
    this.failures = failures;
  }

  /// What was read into a block.
  ///
  /// @param file the file it is part of
  /// @param sequence its number within the file
  /// @param bytes how many bytes, at least 1
  record Chunk(FileTally file, long sequence, int bytes) {}

  /// Reads the next chunk; null when all files are read.
  @Nullable Chunk next(ArenaBlock block) {
    while (channel != null || openNext()) {
      FileTally file = current();
      int bytes = fill(block);
      if (bytes > 0) {
        bytesRead += bytes;
        return new Chunk(file, sequence++, bytes);
      }
      file.end(sequence);
      close();
    }
    return null;
  }

  /// How many bytes were read so far.
  long bytesRead() {
    return bytesRead;
  }

  /// The file that is being read, or an empty name.
  String fileName() {
    return tally == null ? "" : tally.name();
  }

  private FileTally current() {
    if (tally == null) {
      throw new IllegalStateException("no file is open");
    }
    return tally;
  }

  private boolean openNext() {
    for (String name = names.poll(); name != null; name = names.poll()) {
      try {
        channel = Inputs.open(name);
        tally = tallies.begin(name);
        sequence = 0;
        return true;
      } catch (IOException failure) {
        failures.add(name, Inputs.reason(failure));
      }
    }
    tally = null;
    return false;
  }

  /// Fills the block as far as the file goes. After a failure the file counts as ended: what was
  /// read before it is still counted.
  private int fill(ArenaBlock block) {
    int filled = 0;
    try {
      while (channel != null && filled < block.length()) {
        int read = block.readFrom(channel, filled);
        if (read < 0) {
          return filled;
        }
        filled += read;
      }
    } catch (IOException failure) {
      failures.add(fileName(), Inputs.reason(failure));
      close();
      channel = Inputs.ended();
    }
    return filled;
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException failure) {
      failures.add(fileName(), Inputs.reason(failure));
    }
    channel = null;
  }
}
