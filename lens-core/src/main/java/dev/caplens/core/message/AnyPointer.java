package dev.caplens.core.message;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Base64;

/// A pointer of unknown type: a struct, a list, a capability or null. The reader says what it is to
/// be. [dev.caplens.core.message] has the rules of threads, lifetime and errors.
public final class AnyPointer {

  /// How such a pointer is read and built.
  public static final PointerType<Reader, Builder> TYPE = new Type();

  private AnyPointer() {}

  /// A constant of a schema: a flat message of one segment, whose first word is the root pointer.
  ///
  /// @param words the words of the message, at least 1, the lowest byte of each first in memory
  /// @throws IllegalArgumentException if there are none
  public static Reader constant(long... words) {
    Region region = Region.anonymous((long) words.length << 3);
    for (int i = 0; i < words.length; i++) {
      Memory.putLong(region.address() + ((long) i << 3), words[i]);
    }
    return constant(region);
  }

  /// As above, for a constant of many words, which generated code holds in strings.
  ///
  /// @param base64 the bytes of the message in base 64, in parts that a class file can hold; line
  ///   breaks have no meaning
  /// @throws IllegalArgumentException if that is not base 64, or no whole number of words, or none
  public static Reader constant(String... base64) {
    byte[][] parts = new byte[base64.length][];
    int size = 0;
    for (int i = 0; i < base64.length; i++) {
      parts[i] = Base64.getMimeDecoder().decode(base64[i]);
      size += parts[i].length;
    }
    Region region = Region.anonymous(size);
    int at = 0;
    for (byte[] part : parts) {
      MemorySegment.copy(part, 0, region.segment(), ValueLayout.JAVA_BYTE, at, part.length);
      at += part.length;
    }
    return constant(region);
  }

  private static Reader constant(Region region) {
    return MessageReader.flat(region, 0, region.size(), Limits.TRUSTED).rootPointer();
  }

  /// What a pointer may lead to.
  public enum Kind {
    /// Nothing.
    NULL,
    /// A struct.
    STRUCT,
    /// A list, text or data.
    LIST,
    /// A capability.
    CAPABILITY
  }

  /// The pointer, to read. It was read once; what it leads to is checked when it is followed.
  /// Immutable.
  public static final class Reader {

    final Segment segment;
    final long at;
    final long pointer;
    final int nesting;

    Reader(Segment segment, long at, long pointer, int nesting) {
      this.segment = segment;
      this.at = at;
      this.pointer = pointer;
      this.nesting = nesting;
    }

    /// What it leads to. Only the pointer and its landing pads are looked at.
    ///
    /// @throws MalformedMessage if it is of no known kind, or a far pointer leads nowhere
    /// @throws LimitReached if the limits allow no more reading
    public Kind kind() {
      return kindOf(segment, at, pointer);
    }

    /// Whether it is null.
    public boolean isNull() {
      return pointer == 0;
    }

    /// What it leads to, as a value of that type; null gives the type's empty value.
    ///
    /// @throws MalformedMessage if it leads to something else
    /// @throws LimitReached if the limits allow no more reading
    public <R> R as(PointerType<R, ?> type) {
      return type.read(segment, at, pointer, nesting);
    }

    /// What a copy takes of all that it leads to.
    ///
    /// @throws MalformedMessage if something that it leads to is malformed
    /// @throws LimitReached if that is more, or deeper, than the limits allow
    public MessageSize totalSize() {
      return MessageSize.of(segment, at, pointer, nesting);
    }
  }

  /// The pointer, to build. It reads its word anew with each call. In a message that was received,
  /// each may throw what [Reader#as] throws.
  public static final class Builder {

    final Segment segment;
    final long at;

    Builder(Segment segment, long at) {
      this.segment = segment;
      this.at = at;
    }

    /// What it leads to.
    public Kind kind() {
      Kind kind = kindOf(segment, at, Memory.getLong(at));
      segment.hold();
      return kind;
    }

    /// Whether it is null.
    public boolean isNull() {
      boolean value = Memory.getLong(at) == 0;
      segment.hold();
      return value;
    }

    /// Builds on what it leads to; null gives the type's empty object. What an older schema wrote
    /// is enlarged, which moves it.
    ///
    /// @throws MalformedMessage if it leads to something else
    public <B> B as(PointerType<?, B> type) {
      return held(type.get(segment, at));
    }

    /// Builds a new object of a type that has no size of its own: a struct, or an `AnyPointer`,
    /// which starts as null. What stood here is cleared.
    public <B> B init(PointerType<?, B> type) {
      return init(type, 0);
    }

    /// Builds a new list, text or data, all zero. What stood here is cleared.
    ///
    /// @param size elements, or bytes of text (0 to 2^29 - 2) and data (0 to 2^29 - 1)
    /// @throws IllegalArgumentException if the format has no object of that size
    public <B> B init(PointerType<?, B> type, int size) {
      return held(type.init(segment, at, size));
    }

    /// Copies a value, from any message, with all that it points to.
    ///
    /// @throws MalformedMessage if something that the value points to is malformed
    /// @throws LimitReached if that is more, or deeper, than its message's limits allow
    public <R> void set(PointerType<R, ?> type, R value) {
      type.set(segment, at, value);
      segment.hold();
    }

    /// Copies what another pointer leads to, from any message.
    ///
    /// @throws MalformedMessage if something that it leads to is malformed
    /// @throws LimitReached if that is more, or deeper, than its message's limits allow
    public void set(Reader value) {
      Copy.pointer(value, segment, at);
      segment.hold();
    }

    /// Copies a struct, from any message.
    ///
    /// @throws MalformedMessage if something that it points to is malformed
    /// @throws LimitReached if that is more, or deeper, than its message's limits allow
    public void set(StructReader value) {
      Copy.struct(value, segment, at);
      segment.hold();
    }

    /// Writes text as UTF-8; an unpaired surrogate becomes `?`.
    ///
    /// @throws IllegalArgumentException if it has more than 2^29 - 2 bytes
    public void set(CharSequence value) {
      Text.write(segment, at, value);
      segment.hold();
    }

    /// Makes it null and clears what it led to.
    public void clear() {
      Erasure.object(segment, at);
      segment.hold();
    }

    /// Shortens a list, text or data where it lies; what is last in its segment gives its words
    /// back.
    ///
    /// @param size the new number of elements or bytes, at most what there is
    /// @throws IllegalArgumentException if there are not as many
    /// @throws MalformedMessage if it leads to something else
    public void truncate(PointerType<?, ?> type, int size) {
      Truncation.list(segment, at, size, type instanceof Text.Type);
      segment.hold();
    }

    /// Takes the object out, as one of that type; the pointer becomes null.
    public <B> Orphan<B> disown(PointerType<?, B> type) {
      return held(Orphan.take(segment, at, type));
    }

    /// Puts an object of the same message here. What stood here is cleared.
    ///
    /// @throws IllegalArgumentException if it belongs to another message
    public void adopt(Orphan<?> orphan) {
      orphan.give(segment, at);
      segment.hold();
    }

    /// The same pointer, to read.
    public Reader asReader() {
      return held(new Reader(segment, at, Memory.getLong(at), segment.message.limits().nesting()));
    }

    private <T> T held(T value) {
      segment.hold();
      return value;
    }
  }

  private static Kind kindOf(Segment segment, long at, long pointer) {
    if (pointer == 0) {
      return Kind.NULL;
    }
    if (Pointer.kind(pointer) == Pointer.OTHER) {
      CapabilityType.check(segment, at, pointer);
      return Kind.CAPABILITY;
    }
    long tag = Landing.of(segment, at, pointer).tag();
    return switch (Pointer.kind(tag)) {
      case Pointer.STRUCT -> Kind.STRUCT;
      case Pointer.LIST -> Kind.LIST;
      default -> throw Faults.wrongKind(segment, at, "struct or a list", tag);
    };
  }

  static final class Type extends PointerType<Reader, Builder> {

    @Override
    Reader read(Segment segment, long at, long pointer, int nesting) {
      return new Reader(segment, at, pointer, nesting);
    }

    @Override
    Builder get(Segment segment, long at) {
      return new Builder(segment, at);
    }

    @Override
    Builder init(Segment segment, long at, int size) {
      Erasure.object(segment, at);
      return new Builder(segment, at);
    }

    @Override
    void set(Segment segment, long at, Reader value) {
      Copy.pointer(value, segment, at);
    }
  }
}
