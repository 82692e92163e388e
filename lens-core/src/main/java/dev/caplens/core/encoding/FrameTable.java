package dev.caplens.core.encoding;

import dev.caplens.core.memory.Region;
import dev.caplens.core.message.LimitReached;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.message.Message;
import dev.caplens.core.raw.Memory;
import java.lang.foreign.MemorySegment;

/// The table in front of a framed message.
///
/// ```
///  0              4              8
///  +--------------+--------------+--------------+-----------+--------------
///  | segments - 1 | words of 0   | words of 1   | ...       | padding to 8, segments ...
///  +--------------+--------------+--------------+-----------+--------------
/// ```
///
/// What was read from a shared place is read once, into this object.
final class FrameTable {

  /// A segment of four bytes in a table takes a hundred on the heap, of which 68 stay with the
  /// message: this many take 7 MB (0017).
  private static final int MOST_IN_MEMORY = 1 << 16;

  private final long[] bytes;

  private FrameTable(long[] bytes) {
    this.bytes = bytes;
  }

  /// The bytes of a table for that many segments.
  static long bytes(long segments) {
    return (segments >> 1) + 1 << 3;
  }

  /// The number of segments that the first word of a table announces.
  static long segments(long firstWord) {
    return (firstWord & 0xffffffffL) + 1;
  }

  /// The bytes of the first segment, by the first word of a table. Where there is but one, this
  /// word is the whole table.
  static long firstSegmentBytes(long firstWord) {
    return firstWord >>> 32 << 3;
  }

  /// Reads a table of a known number of segments.
  static FrameTable read(long address, int segments) {
    long[] bytes = new long[segments];
    bytes[0] = firstSegmentBytes(Memory.getLong(address));
    for (int i = 1; i < segments; i++) {
      // Both of a word, then one of them: what is loaded as four bytes may be more (decision 0016).
      long two = Memory.getLong(address + ((long) (i + 1 >> 1) << 3));
      bytes[i] = ((i & 1) == 0 ? two >>> 32 : two & 0xffffffffL) << 3;
    }
    return new FrameTable(bytes);
  }

  /// The segments of a message, looked up once: somebody may be building it still.
  static MemorySegment[] segments(Message message) {
    MemorySegment[] segments = new MemorySegment[message.segmentCount()];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = message.segmentBytes(i);
    }
    return segments;
  }

  /// Writes the table of these segments; returns its bytes.
  static long write(MemorySegment[] segments, long address) {
    long size = bytes(segments.length);
    Memory.putLong(address + size - 8, 0);
    Memory.putInt(address, segments.length - 1);
    for (int i = 0; i < segments.length; i++) {
      Memory.putInt(address + 4 + ((long) i << 2), (int) (segments[i].byteSize() >> 3));
    }
    return size;
  }

  /// The bytes of a frame of these segments.
  static long frameBytes(MemorySegment[] segments) {
    long size = bytes(segments.length);
    for (MemorySegment segment : segments) {
      size += segment.byteSize();
    }
    return size;
  }

  int segments() {
    return bytes.length;
  }

  long[] segmentBytes() {
    return bytes;
  }

  /// The bytes of all segments together, at most 2^32 segments of 2^35 bytes.
  long totalBytes() {
    long total = 0;
    for (long segment : bytes) {
      total += segment;
    }
    return total;
  }

  /// Where each segment begins, the first at `start`.
  long[] offsets(long start) {
    long[] offsets = new long[bytes.length];
    long at = start;
    for (int i = 0; i < bytes.length; i++) {
      offsets[i] = at;
      at += bytes[i];
    }
    return offsets;
  }

  /// Refuses to write beyond a region, or at an odd place.
  static void checkRoom(Region target, long at, long bytes) {
    if (at < 0 || (at & 7) != 0 || bytes > target.size() - at) {
      throw new IndexOutOfBoundsException(
          "message to write to "
              + target
              + ": expected a multiple of 8 with room for "
              + bytes
              + " bytes behind it, got "
              + at
              + "; take a larger region");
    }
  }

  /// Refuses a message whose memory would have to be allocated beyond the limit.
  static void checkSize(long totalBytes, Limits limits) {
    if (totalBytes >> 3 > limits.traversalWords()) {
      throw new LimitReached(
          "traversal limit of "
              + limits.traversalWords()
              + " words reached by a frame of "
              + (totalBytes >> 3)
              + " words; if the message is honest, raise it with Limits.withTraversalWords");
    }
  }

  static void checkSegments(long segments, Limits limits) {
    if (segments > limits.segments()) {
      throw new LimitReached(
          "segment limit of "
              + limits.segments()
              + " reached by a frame of "
              + segments
              + " segments; if the message is honest, raise it with Limits.withSegments");
    }
  }

  /// As above for a frame that is read where it lies. The reference takes any number there; honest
  /// messages of many small segments exist, those of millions do not.
  static void checkSegmentsInMemory(long segments, Limits limits) {
    int most = Math.max(limits.segments(), MOST_IN_MEMORY);
    if (segments > most) {
      throw new LimitReached(
          "segment limit of "
              + most
              + " for a frame in memory reached by a frame of "
              + segments
              + " segments; if the message is honest, raise it with Limits.withSegments");
    }
  }

  static MalformedMessage cutShort(String what, long expected, long got) {
    return new MalformedMessage(
        what
            + ": expected "
            + expected
            + " bytes, got "
            + got
            + "; the message is cut short or is not of this encoding");
  }
}
