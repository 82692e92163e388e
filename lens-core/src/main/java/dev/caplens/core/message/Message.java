package dev.caplens.core.message;

import java.lang.foreign.MemorySegment;

/// The segments of a message and the work that following its pointers may still cause.
///
/// [dev.caplens.core.message] has the rules of threads, lifetime and errors.
public abstract sealed class Message permits MessageReader, MessageBuilder {

  private final Limits limits;
  private long remainingWords;

  Message(Limits limits) {
    this.limits = limits;
    this.remainingWords = limits.traversalWords();
  }

  /// The limits that this message is read with.
  public Limits limits() {
    return limits;
  }

  /// How many segments there are, at least 1.
  public abstract int segmentCount();

  /// The bytes in use of a segment, in place, read-only: whole words. The segment keeps the memory;
  /// what the package says of truncated files and of memory that holds something else is true of it
  /// too.
  ///
  /// @throws IndexOutOfBoundsException if there is no segment of that number
  public abstract MemorySegment segmentBytes(int id);

  /// The segment of that number, from 0 to [#segmentCount()] - 1.
  abstract Segment segment(int id);

  /// A segment that can take that many bytes more. Only a message that is built has one.
  abstract Segment roomFor(long bytes);

  /// Counts followed words from the beginning again.
  final void restoreTraversal() {
    remainingWords = limits.traversalWords();
  }

  /// Charges followed words. A race between readers may lose a charge, and costs no more than that
  /// (the reference accepts the same).
  final void charge(long words) {
    long left = remainingWords - words;
    if (left < 0) {
      throw Faults.tooMuch(this, words);
    }
    remainingWords = left;
  }

  final Segment segmentOf(long farPointer, Segment origin, long at) {
    int id = Pointer.farSegment(farPointer);
    if (id < 0 || id >= segmentCount()) {
      throw Faults.unknownSegment(origin, at, id);
    }
    return segment(id);
  }
}
