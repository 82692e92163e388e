package dev.caplens.core.message;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Base64;

/// A pointer of unknown type: a struct, a list, a capability or null. The reader says what it is to
/// be.
public final class AnyPointer {

  /// How such a pointer is read and built.
  public static final PointerType<Reader, Builder> TYPE = new Type();

  private AnyPointer() {}

  /// A constant of a schema: a flat message of one segment, whose first word is the root pointer.
  ///
  /// @param words the words of the message, at least 1
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

    /// What it leads to.
    ///
    /// @throws MalformedMessage if a far pointer leads nowhere, or the kind is unknown
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
    public <R> R as(PointerType<R, ?> type) {
      return type.read(segment, at, pointer, nesting);
    }

    /// What a copy takes of all that it leads to.
    public MessageSize totalSize() {
      return MessageSize.of(segment, at, pointer, nesting);
    }
  }

  /// The pointer, to build.
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

    /// Builds on what it leads to; null gives the type's empty object.
    public <B> B as(PointerType<?, B> type) {
      return held(type.get(segment, at));
    }

    /// Builds a new object of a type that has no size of its own.
    public <B> B init(PointerType<?, B> type) {
      return init(type, 0);
    }

    /// Builds a new list, text or data of that size.
    public <B> B init(PointerType<?, B> type, int size) {
      return held(type.init(segment, at, size));
    }

    /// Copies a value, from any message.
    public <R> void set(PointerType<R, ?> type, R value) {
      type.set(segment, at, value);
      segment.hold();
    }

    /// Copies what another pointer leads to, from any message.
    public void set(Reader value) {
      Copy.pointer(value, segment, at);
      segment.hold();
    }

    /// Copies a struct, from any message.
    public void set(StructReader value) {
      Copy.struct(value, segment, at);
      segment.hold();
    }

    /// Writes text.
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
    /// @throws MalformedMessage if it leads to something else
    public void truncate(PointerType<?, ?> type, int size) {
      Truncation.list(segment, at, size, type instanceof Text.Type);
      segment.hold();
    }

    /// Takes the object out, as one of that type; the pointer becomes null.
    public <B> Orphan<B> disown(PointerType<?, B> type) {
      return held(Orphan.take(segment, at, type));
    }

    /// Puts an object of the same message here.
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
