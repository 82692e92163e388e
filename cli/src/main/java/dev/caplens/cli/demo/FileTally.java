package dev.caplens.cli.demo;

import java.util.HashMap;
import java.util.Map;

/// The counts of one file, joined from those of its chunks, which come in any order.
///
/// Chunks are joined in the order of the file, since a word that crosses a border is counted once
/// and checksums are joined pairwise; one that comes early waits. Not thread-safe.
final class FileTally {

  /// What was found in one chunk.
  ///
  /// @param bytes its length
  /// @param crc32c its checksum
  record Chunk(WordCount count, long bytes, int crc32c) {}

  private final String name;
  private final Map<Long, Chunk> early = new HashMap<>();
  private long lines;
  private long words;
  private long bytes;
  private int crc32c;
  private boolean isWordOpen;
  private long joined;
  private long chunks = -1;

  FileTally(String name) {
    this.name = name;
  }

  /// Adds a chunk.
  ///
  /// @param sequence its number within the file, from 0 on
  void add(long sequence, Chunk chunk) {
    early.put(sequence, chunk);
    for (Chunk next = early.remove(joined); next != null; next = early.remove(joined)) {
      join(next);
    }
  }

  private void join(Chunk chunk) {
    WordCount count = chunk.count();
    lines += count.lines();
    words += count.words() - (isWordOpen && count.joinsWord() ? 1 : 0);
    isWordOpen = count.isNeutral() ? isWordOpen : count.leavesWord();
    crc32c = Crc32c.join(crc32c, chunk.crc32c(), chunk.bytes());
    bytes += chunk.bytes();
    joined++;
  }

  /// Tells how many chunks there are in all.
  void end(long count) {
    chunks = count;
  }

  /// Whether all chunks are joined.
  boolean isComplete() {
    return joined == chunks;
  }

  /// The file as the user named it.
  String name() {
    return name;
  }

  long lines() {
    return lines;
  }

  long words() {
    return words;
  }

  long bytes() {
    return bytes;
  }

  /// The CRC-32C of the whole file.
  int crc32c() {
    return crc32c;
  }
}
