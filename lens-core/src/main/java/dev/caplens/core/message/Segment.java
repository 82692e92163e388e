package dev.caplens.core.message;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/// One segment of a message: a range of absolute addresses and the owner of its memory.
///
/// ```
///   base                 top                  clean                end
///    | words in use       | zero, free         | not cleared yet    |
/// ```
///
/// `top` and `clean` serve a builder only. Lenses hold the segment, it holds the memory, so an
/// accessor that ends with [#hold()] keeps the memory mapped. It is opaque to generated code, which
/// hands it on.
///
/// All loads and stores behind a check use locals and final fields only, so that a race on a
/// builder may build nonsense, and cannot leave the segment.
public final class Segment {

  /// Bytes that are cleared at a time before a builder hands them out: as many again as it has
  /// cleared, within these bounds, so that a small message does not pay for a page.
  private static final long LEAST_CLEARED = 256;

  private static final long MOST_CLEARED = 4096;

  /// More than this is not cleared in advance: it would leave the caches before it is used.
  private static final long CLEARED_AHEAD = 64 * 1024;

  final Message message;
  final MemorySegment memory;
  final long base;
  final long end;
  final int id;

  private long top;
  private long clean;
  private boolean released;

  /// With assertions on, the segment whose words these are: its release is this one's too.
  private @Nullable Segment lender;

  private Segment(Message message, MemorySegment memory, int id, long base, long end, long top) {
    this.message = message;
    this.memory = memory;
    this.id = id;
    this.base = base;
    this.end = end;
    this.top = top;
    this.clean = top;
  }

  /// A segment that holds a message already.
  static Segment full(Message message, Region region, int id, long at, long bytes) {
    return full(message, region.segment(), id, at, bytes);
  }

  /// As above, in memory whose scope nobody can close.
  static Segment full(Message message, MemorySegment memory, int id, long at, long bytes) {
    long base = memory.address() + at;
    return new Segment(message, memory, id, base, base + bytes, base + bytes);
  }

  /// A segment to build in, whose memory may hold anything.
  static Segment empty(Message message, Region region, int id, long at, long bytes) {
    MemorySegment memory = region.requireWritable().segment();
    long base = memory.address() + at;
    return new Segment(message, memory, id, base, base + bytes, base);
  }

  /// The same memory under a new identity, which old lenses do not share.
  Segment renewed() {
    Segment next = new Segment(message, memory, id, base, end, base);
    assert next.follow(lender);
    return next;
  }

  /// The same words as part of another message.
  Segment within(Message other) {
    Segment view = new Segment(other, memory, id, base, top, top);
    assert view.follow(this);
    return view;
  }

  private boolean follow(@Nullable Segment other) {
    lender = other;
    return true;
  }

  Segment requireWritable() {
    if (memory.isReadOnly()) {
      throw new IllegalStateException(
          "message in read-only memory: open its region with Access.READ_WRITE to edit it");
    }
    return this;
  }

  // Reading.

  /// Checks that an object lies within and charges its words. Called once per object; `at` is the
  /// pointer, for the error.
  void admit(long target, long bytes, Segment origin, long at) {
    if (bytes != 0 && (target < base || bytes > end - target)) {
      throw Faults.outOfBounds(this, target, bytes, origin, at);
    }
    message.charge(bytes >>> 3);
  }

  /// Ends an accessor: the memory was there until now and, with assertions on, was still this
  /// message's.
  void hold() {
    assert isLive();
    Reference.reachabilityFence(this);
  }

  /// For an `assert` behind a load. An accessor that ends with it and a fence on itself, which
  /// holds this segment, does what [#hold()] does, in fewer steps.
  boolean isLive() {
    // pair: lens-released. The values were loaded before this fence; a store of their successors
    // comes after the flag's.
    VarHandle.acquireFence();
    for (Segment segment = this; segment != null; segment = segment.lender) {
      if (segment.released) {
        throw Faults.released();
      }
    }
    return true;
  }

  /// Marks that the memory goes to something else; called only with assertions on, before the first
  /// new store.
  void release() {
    released = true;
    VarHandle.fullFence(); // pair: lens-released
  }

  /// The bytes of a checked object as a segment of their own, which keeps the memory.
  MemorySegment view(long address, long bytes) {
    assert isLive();
    return bytes == 0 ? memory.asSlice(0, 0) : memory.asSlice(address - memory.address(), bytes);
  }

  long word(long address) {
    return address - base >> 3;
  }

  // Building.

  /// Takes zeroed words behind those in use, or returns 0 if they do not fit.
  long allocate(long bytes) {
    long start = top;
    long next = start + bytes;
    if (next > end) {
      return 0;
    }
    if (next > clean) {
      clear(next);
    }
    top = next;
    return start;
  }

  /// Takes zeroed words that are known to fit.
  ///
  /// @throws java.util.ConcurrentModificationException if another thread took them meanwhile
  long take(long bytes) {
    long start = allocate(bytes);
    if (start == 0) {
      throw Faults.raced();
    }
    return start;
  }

  /// Whether that many bytes are free.
  boolean fits(long bytes) {
    return bytes <= end - top;
  }

  private void clear(long next) {
    long from = clean;
    long step = Math.clamp(from - base, LEAST_CLEARED, MOST_CLEARED);
    long to = Math.min(end, Math.max(next, from + step));
    Memory.fill(from, to - from, (byte) 0);
    clean = to;
    hold();
  }

  /// Gives back words at the end of those in use, which must be zero.
  void giveBack(long from, long to) {
    if (top == to) {
      top = from;
    }
  }

  /// Makes all words free, and clears as many in advance as messages like the last ones take: then
  /// [#allocate] need not, which makes it small enough to vanish in its callers. An eighth is
  /// forgotten each time. Whatever is written to words behind `clean`, be it by a stale lens, is
  /// cleared before they are handed out.
  void reset() {
    long cleared = clean - base;
    long ahead = Math.max(top - base, cleared - (cleared >> 6 << 3));
    if (ahead > CLEARED_AHEAD) {
      ahead = 0;
    }
    Memory.fill(base, ahead, (byte) 0);
    hold();
    clean = base + ahead;
    top = base;
  }

  long usedBytes() {
    return top - base;
  }
}
