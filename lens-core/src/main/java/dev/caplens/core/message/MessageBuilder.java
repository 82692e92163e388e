package dev.caplens.core.message;

import dev.caplens.core.memory.Region;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// A message that is being built, in memory of its own or of the caller.
///
/// The first segment is filled first; what does not fit goes to further segments of anonymous
/// memory, each as large as all before it. [#reset()] empties the builder and keeps its memory, so
/// that one builder serves any number of messages without allocating. One thread builds at a time;
/// [dev.caplens.core.message] has the rules of threads, lifetime and errors.
///
/// Building has no limits, but a segment has at most 2^29 - 1 words, and a message that is edited
/// keeps the limits that it was read with.
///
/// Source: "Messages" and "Inter-Segment Pointers" in Cap'n Proto's encoding specification. Objects
/// are placed in the order in which they are made, as by the reference.
public final class MessageBuilder extends Message {

  /// Bytes of the first segment unless told otherwise.
  private static final long FIRST_BYTES = 8192;

  private static final long MAX_SEGMENT_BYTES = (long) Pointer.MAX_COUNT << 3;

  private final long fixedBytes;
  private Segment[] segments = new Segment[1];
  private int held = 1;
  private int used = 1;

  private MessageBuilder(Segments first, long fixedBytes, Limits limits) {
    super(limits);
    this.fixedBytes = fixedBytes;
    segments[0] = first.in(this);
    segments[0].allocate(8);
  }

  private MessageBuilder(MessageReader message) {
    super(message.limits());
    fixedBytes = 0;
    held = message.segmentCount();
    used = held;
    segments = new Segment[held];
    for (int i = 0; i < held; i++) {
      segments[i] = message.segment(i).within(this).requireWritable();
    }
    if (segments[0].usedBytes() < 8) {
      throw Faults.noRoot(segments[0].usedBytes());
    }
  }

  /// How the first segment is made.
  private interface Segments {
    Segment in(MessageBuilder message);
  }

  /// A builder with memory of its own, whose first segment has 8,192 bytes.
  ///
  /// @throws OutOfMemoryError if there is no memory for it
  public static MessageBuilder create() {
    return create(FIRST_BYTES >> 3);
  }

  /// A builder with memory of its own, sized for messages of about so many words.
  ///
  /// @param firstSegmentWords 1 to 2^29 - 1, the root pointer among them
  /// @throws IllegalArgumentException if it is out of that range
  /// @throws OutOfMemoryError if there is no memory for it
  public static MessageBuilder create(long firstSegmentWords) {
    long bytes = bytes(firstSegmentWords);
    return new MessageBuilder(m -> anonymous(m, 0, bytes), 0, Limits.TRUSTED);
  }

  /// A builder whose segments have that many words each (larger objects get a segment of their
  /// own). This is for tests and for transports with a fixed frame.
  ///
  /// @param segmentWords 1 to 2^29 - 1
  /// @throws IllegalArgumentException if it is out of that range
  /// @throws OutOfMemoryError if there is no memory for the first
  public static MessageBuilder withSegmentsOf(long segmentWords) {
    long bytes = bytes(segmentWords);
    return new MessageBuilder(m -> anonymous(m, 0, bytes), bytes, Limits.TRUSTED);
  }

  /// A builder whose first segment is a range of the caller's: a ring's claim, a block of an arena.
  /// What the range holds is overwritten.
  ///
  /// @param at where it begins in the region, in bytes, a multiple of 8
  /// @param bytes its length, at least 8; what is beyond whole words, or beyond the most that a
  ///   segment can have, is left as it is
  /// @throws IndexOutOfBoundsException if that is not within the region
  /// @throws IllegalStateException if the region is closed or read-only
  public static MessageBuilder in(Region region, long at, long bytes) {
    return new MessageBuilder(m -> within(m, region, at, bytes), 0, Limits.TRUSTED);
  }

  /// Opens an existing message for editing where it lies. What does not fit in place goes to
  /// further segments.
  ///
  /// The message's limits hold: what it contains is checked as it is reached, like anything that
  /// was received. Until [#reset()] the words that are followed count against the traversal limit.
  ///
  /// @throws IllegalStateException if its memory is read-only
  /// @throws MalformedMessage if its first segment has no room for a root
  public static MessageBuilder edit(MessageReader message) {
    return new MessageBuilder(message);
  }

  /// The root, as a struct of that type; null is initialised, and one of an older schema enlarged,
  /// which moves it: builders that were got before build on what is left there.
  ///
  /// @throws MalformedMessage if there is a root of another kind, or it was received and is damaged
  /// @throws LimitReached if the message was received and its limits allow no more reading
  public <B extends StructBuilder> B root(StructType<?, B> type) {
    Segment first = segments[0];
    B root = type.get(first, first.base);
    first.hold();
    return root;
  }

  /// A new root, all zero. The old one is cleared and its words may be used again, so builders that
  /// were got from it must not be used any more.
  public <B extends StructBuilder> B initRoot(StructType<?, B> type) {
    Segment first = segments[0];
    B root = type.init(first, first.base, 0);
    first.hold();
    return root;
  }

  /// Makes a copy of a struct, from any message, the root. Capabilities keep their index.
  ///
  /// @throws MalformedMessage if something that the struct points to is malformed; the root is a
  ///   part of the copy then
  /// @throws LimitReached if the struct is deeper or larger than its message's limits allow; the
  ///   root is a part of the copy then
  public void setRoot(StructReader value) {
    rootPointer().set(value);
  }

  /// The root pointer.
  public AnyPointer.Builder rootPointer() {
    return new AnyPointer.Builder(segments[0], segments[0].base);
  }

  /// A new object that has no place yet.
  ///
  /// @param size elements or bytes, for types that have such a size; else 0
  /// @throws IllegalArgumentException if the format has no object of that size
  public <B> Orphan<B> newOrphan(PointerType<?, B> type, int size) {
    return Orphan.create(this, type, size);
  }

  /// What has been built so far, to read; with no limits, or those of the message that is edited.
  /// What is stored later in words that are in use already is seen. Words and segments that are
  /// taken later are not part of it: a pointer that leads there is out of bounds.
  public MessageReader asReader() {
    return new MessageReader(limits(), segments, used);
  }

  /// Empties the builder and keeps its memory. Lenses and orphans of what it held, and readers made
  /// by [#asReader()], read undefined values from now on; with assertions on they throw
  /// [IllegalStateException]. Nothing is allocated, but with assertions on.
  public void reset() {
    settle();
    assert renewAll();
    for (int i = 0; i < used; i++) {
      segments[i].reset();
    }
    used = 1;
    restoreTraversal();
    segments[0].allocate(8);
  }

  /// Empties the builder and turns it to another range of the caller's; see [#in].
  ///
  /// @throws IndexOutOfBoundsException if that is not within the region
  /// @throws IllegalStateException if the region is closed or read-only
  public void reset(Region region, long at, long bytes) {
    settle();
    assert renewAll();
    segments[0] = within(this, region, at, bytes);
    reset();
  }

  @Override
  public int segmentCount() {
    return used;
  }

  @Override
  public MemorySegment segmentBytes(int id) {
    Segment segment = segment(id);
    return segment.view(segment.base, segment.usedBytes()).asReadOnly();
  }

  @Override
  Segment segment(int id) {
    if (id >= used) {
      throw new IndexOutOfBoundsException("segment " + id + " of " + used);
    }
    return segments[id];
  }

  @Override
  Segment roomFor(long bytes) {
    Segment last = segments[used - 1];
    if (last.fits(bytes)) {
      return last;
    }
    if (used < held && segments[used].fits(bytes)) {
      return segments[used++];
    }
    return grow(bytes);
  }

  private Segment grow(long bytes) {
    long total = fixedBytes;
    if (total == 0) {
      for (int i = 0; i < used; i++) {
        total += segments[i].end - segments[i].base;
      }
    }
    long size = Math.max(bytes, Math.min(total, MAX_SEGMENT_BYTES));
    if (size > MAX_SEGMENT_BYTES) {
      throw new LimitReached(
          "segment of "
              + Pointer.MAX_COUNT
              + " words reached by an object of "
              + (bytes >> 3)
              + "; the format has no larger ones, so split the object");
    }
    if (used == segments.length) {
      segments = Arrays.copyOf(segments, used * 2);
    }
    Segment segment = anonymous(this, used, size);
    segments[used++] = segment;
    held = used;
    return segment;
  }

  /// Two threads that added segments at once, which one thread alone may do, can leave counts
  /// beyond the segments that are there. A reset mends that, so that the builder is of use again.
  private void settle() {
    int there = 1;
    while (there < Math.min(held, segments.length) && segments[there] != null) {
      there++;
    }
    held = there;
    used = Math.min(used, there);
  }

  private boolean renewAll() {
    for (int i = 0; i < held; i++) {
      segments[i].release();
      segments[i] = segments[i].renewed();
    }
    return true;
  }

  private static long bytes(long words) {
    if (words < 1 || words > Pointer.MAX_COUNT) {
      throw new IllegalArgumentException(
          "segment of a message: expected 1 to " + Pointer.MAX_COUNT + " words, got " + words);
    }
    return words << 3;
  }

  private static Segment anonymous(MessageBuilder message, int id, long bytes) {
    return Segment.empty(message, Region.anonymous(bytes), id, 0, bytes);
  }

  private static Segment within(MessageBuilder message, Region region, long at, long bytes) {
    if (at < 0 || bytes < 8 || at > region.size() - bytes || (at & 7) != 0) {
      throw new IndexOutOfBoundsException(
          "builder in "
              + region
              + ": expected at least one whole word within its "
              + region.size()
              + " bytes, got "
              + bytes
              + " bytes at "
              + at);
    }
    return Segment.empty(message, region, 0, at, Math.min(bytes & -8L, MAX_SEGMENT_BYTES));
  }
}
