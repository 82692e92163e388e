package dev.caplens.core.message;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// A message to read, where it lies.
///
/// Making one looks at nothing but the sizes of the segments. It holds their memory. It and its
/// lenses may be used by any number of threads; the memory must not change meanwhile, or their
/// values are undefined (a change by another process crashes nobody). The words that are followed
/// count against one traversal limit, whoever follows them; another reader over the same memory has
/// a limit of its own. [dev.caplens.core.message] has the rules of all lenses.
///
/// Source: "Messages" in Cap'n Proto's encoding specification; the limits are those of "Security
/// Considerations" there.
public final class MessageReader extends Message {

  private static final Segment[] NONE = {};

  private final Segment first;

  /// All segments but the first, which most messages do not have.
  private final Segment[] further;

  /// Segment `i` has the offset `ranges[2 * i]` and `ranges[2 * i + 1]` bytes within `memory`,
  /// whose scope nobody can close.
  private MessageReader(Limits limits, MemorySegment memory, long[] ranges) {
    super(limits);
    first = Segment.full(this, memory, 0, ranges[0], ranges[1]);
    further = new Segment[ranges.length / 2 - 1];
    for (int i = 1; i <= further.length; i++) {
      further[i - 1] = Segment.full(this, memory, i, ranges[2 * i], ranges[2 * i + 1]);
    }
  }

  /// One segment, in memory that nobody can close.
  private MessageReader(Limits limits, MemorySegment memory, long at, long bytes) {
    super(limits);
    first = Segment.full(this, memory, 0, at, bytes);
    further = NONE;
  }

  /// Another view of segments that exist.
  MessageReader(Limits limits, Segment[] others, int count) {
    super(limits);
    first = others[0].within(this);
    further = new Segment[count - 1];
    for (int i = 1; i < count; i++) {
      further[i - 1] = others[i].within(this);
    }
  }

  /// A message of one segment without a table, in place.
  ///
  /// @param at where it begins in the region, in bytes, a multiple of 8
  /// @param bytes its length; what is beyond whole words is left out
  /// @throws IndexOutOfBoundsException if that is not within the region
  /// @throws IllegalStateException if the region is closed
  public static MessageReader flat(Region region, long at, long bytes, Limits limits) {
    return new MessageReader(limits, region.segment(), aligned(region, at, bytes), bytes & -8L);
  }

  /// A message of one segment without a table, in place, with the default limits.
  ///
  /// @param at where it begins in the region, in bytes, a multiple of 8
  /// @param bytes its length; what is beyond whole words is left out
  /// @throws IndexOutOfBoundsException if that is not within the region
  /// @throws IllegalStateException if the region is closed
  public static MessageReader flat(Region region, long at, long bytes) {
    return flat(region, at, bytes, Limits.DEFAULT);
  }

  /// A message of several segments, in place.
  ///
  /// @param at where each segment begins in the region, in bytes, a multiple of 8; at least one
  /// @param bytes the length of each; what is beyond whole words is left out
  /// @throws IndexOutOfBoundsException if one is not within the region
  /// @throws IllegalArgumentException if there is none, or not a length for each
  /// @throws IllegalStateException if the region is closed
  public static MessageReader of(Region region, long[] at, long[] bytes, Limits limits) {
    if (at.length == 0 || at.length != bytes.length) {
      throw new IllegalArgumentException(
          "message in "
              + region
              + ": expected a place and a length for each of its segments, got "
              + at.length
              + " and "
              + bytes.length);
    }
    long[] ranges = new long[2 * at.length];
    for (int i = 0; i < at.length; i++) {
      long size = bytes[i]; // read once: another thread may write to the array
      ranges[2 * i] = aligned(region, at[i], size);
      ranges[2 * i + 1] = size & -8L;
    }
    return new MessageReader(limits, region.segment(), ranges);
  }

  /// A message of these segments, which are copied: nobody can tell who may close the memory of a
  /// caller.
  ///
  /// @param segments at least one, each with a multiple of 8 bytes; what is beyond whole words is
  ///   left out
  /// @throws IllegalArgumentException if there is none
  /// @throws IllegalStateException if the memory of one was closed
  /// @throws WrongThreadException if the memory of one is another thread's
  /// @throws OutOfMemoryError if there is no memory for the copy
  public static MessageReader copyOf(List<MemorySegment> segments, Limits limits) {
    if (segments.isEmpty()) {
      throw new IllegalArgumentException(
          "message of copied segments: expected at least one, got none");
    }
    long[] ranges = new long[2 * segments.size()];
    long total = 0;
    for (int i = 0; i < ranges.length; i += 2) {
      ranges[i] = total;
      ranges[i + 1] = segments.get(i / 2).byteSize() & -8L;
      total += ranges[i + 1];
    }
    Region region = Region.anonymous(Math.max(total, 8));
    for (int i = 0; i < ranges.length; i += 2) {
      MemorySegment.copy(segments.get(i / 2), 0, region.segment(), ranges[i], ranges[i + 1]);
    }
    return new MessageReader(limits, region.segment(), ranges);
  }

  /// A message of one segment in memory that is never freed, such as that of `Arena.global()`, in
  /// place.
  ///
  /// @param segment native, 8-byte aligned, whose scope is the global one; what is beyond whole
  ///   words is left out
  /// @throws IllegalArgumentException if the memory could be freed, is on the heap or is not
  ///   aligned: use [#copyOf]
  public static MessageReader inGlobal(MemorySegment segment, Limits limits) {
    boolean safe =
        segment.isNative()
            && segment.scope().equals(MemorySegment.NULL.scope())
            && (segment.address() & 7) == 0;
    if (!safe) {
      throw new IllegalArgumentException(
          "message in place: expected aligned native memory of the global scope, got "
              + segment
              + "; copy it in with MessageReader.copyOf");
    }
    return new MessageReader(limits, segment, 0, segment.byteSize() & -8L);
  }

  /// A message of these segments, which are copied, with the default limits; see [#copyOf(List,
  /// Limits)].
  public static MessageReader copyOf(MemorySegment... segments) {
    return copyOf(List.of(segments), Limits.DEFAULT);
  }

  /// The root, as a struct of that type; null gives a reader of defaults.
  ///
  /// @throws MalformedMessage if there is no root, or not one of a struct
  /// @throws LimitReached if the limits allow no more reading: two words for each look, and the
  ///   struct's words
  public <R extends StructReader> R root(StructType<R, ?> type) {
    return rootPointer().as(type);
  }

  /// The root pointer. Each look is charged two words, as in the reference.
  ///
  /// @throws MalformedMessage if there is none
  /// @throws LimitReached if the traversal limit allows no more looks
  public AnyPointer.Reader rootPointer() {
    if (first.end - first.base < 8) {
      throw Faults.noRoot(first.end - first.base);
    }
    charge(2);
    long pointer = Memory.getLong(first.base);
    first.hold();
    return new AnyPointer.Reader(first, first.base, pointer, limits().nesting());
  }

  @Override
  public int segmentCount() {
    return 1 + further.length;
  }

  @Override
  public MemorySegment segmentBytes(int id) {
    Segment segment = segment(id);
    return segment.view(segment.base, segment.end - segment.base).asReadOnly();
  }

  /// Tells that the memory is about to hold something else: to be called before the first store of
  /// it. With assertions on, lenses of this message throw [IllegalStateException] from now on, on
  /// every thread that sees the new bytes; without, this does nothing.
  public void release() {
    assert releaseAll();
  }

  private boolean releaseAll() {
    first.release();
    for (Segment segment : further) {
      segment.release();
    }
    return true;
  }

  @Override
  Segment segment(int id) {
    return id == 0 ? first : further[id - 1];
  }

  @Override
  Segment roomFor(long bytes) {
    throw new IllegalStateException("message that is read only: open it with MessageBuilder.edit");
  }

  private static long aligned(Region region, long at, long bytes) {
    if (at < 0 || bytes < 0 || at > region.size() - bytes || (at & 7) != 0) {
      throw new IndexOutOfBoundsException(
          "message in "
              + region
              + ": expected whole words within its "
              + region.size()
              + " bytes, got "
              + bytes
              + " bytes at "
              + at);
    }
    return at;
  }
}
