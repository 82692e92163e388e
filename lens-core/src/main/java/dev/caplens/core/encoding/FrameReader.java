package dev.caplens.core.encoding;

import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.raw.Memory;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/// Reads frames, each into the memory of the one before.
final class FrameReader {

  private static final long FIRST_BYTES = 8192;
  private static final long LARGEST_LEAP = 16L << 20;

  private final WordInput input;
  private final Limits limits;
  private Region memory;
  private @Nullable MessageReader last;

  FrameReader(WordInput input, Limits limits) {
    this(input, limits, Region.anonymous(FIRST_BYTES));
  }

  /// As above, with memory to begin with.
  FrameReader(WordInput input, Limits limits, Region memory) {
    this.input = input;
    this.limits = limits;
    this.memory = memory;
  }

  /// The next message, or null at a clean end. It writes where nothing checks again, so threads
  /// that call at once wait for each other.
  synchronized @Nullable MessageReader next() throws IOException {
    if (last != null) {
      last.release();
      last = null;
    }
    long got = input.read(memory, 0, 8);
    if (got == 0) {
      return null;
    }
    expect("frame", 8, got);
    long segments = FrameTable.segments(Memory.getLong(memory.address()));
    FrameTable.checkSegments(segments, limits);
    long tableBytes = FrameTable.bytes(segments);
    ensure(tableBytes, 8);
    got = input.read(memory, 8, tableBytes - 8);
    expect("table of " + segments + " segments", tableBytes - 8, got);
    last = body(FrameTable.read(memory.address(), (int) segments), tableBytes);
    return last;
  }

  private MessageReader body(FrameTable table, long tableBytes) throws IOException {
    long total = table.totalBytes();
    FrameTable.checkSize(total, limits);
    expect("segments of a frame", total, fill(tableBytes, total));
    Reference.reachabilityFence(memory);
    return MessageReader.of(memory, table.offsets(tableBytes), table.segmentBytes(), limits);
  }

  /// Reads bytes, or as many as come. A frame may claim what never comes, so memory beyond a first
  /// leap is taken as the bytes arrive.
  private long fill(long at, long bytes) throws IOException {
    long got = 0;
    long asked = 0;
    while (got == asked && got < bytes) {
      asked = Math.min(bytes, Math.max(LARGEST_LEAP, 2 * got));
      ensure(at + asked, got == 0 ? 0 : at + got);
      got += input.read(memory, at + got, asked - got);
    }
    return got;
  }

  private void ensure(long bytes, long keep) {
    if (bytes > memory.size()) {
      Region larger = Region.anonymous(Math.max(bytes, memory.size() * 2));
      MemorySegment.copy(memory.segment(), 0, larger.segment(), 0, keep);
      memory = larger;
    }
  }

  private static void expect(String what, long expected, long got) {
    if (got < expected) {
      throw FrameTable.cutShort(what, expected, got);
    }
  }
}
