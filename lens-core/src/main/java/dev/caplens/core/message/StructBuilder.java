package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import org.jspecify.annotations.Nullable;

/// A struct in a message, to build.
///
/// It always has at least the size of its type's schema: a smaller one, from an older schema, was
/// moved and enlarged when the builder was got. So setters store at constant offsets without a
/// check (with assertions on they check). All accessors are protected and for generated code, with
/// offsets that the schema gives in units of the field's own size.
///
/// One thread builds a message at a time. Races build nonsense, and do not leave the segment.
/// [dev.caplens.core.message] has the rules of threads, lifetime and errors. In a message that was
/// received and is edited, accessors that get what a pointer leads to throw [MalformedMessage] if
/// it leads to something else, and [LimitReached] if the limits allow no more reading.
///
/// Source: "Structs" and "Default Values" in Cap'n Proto's encoding specification.
public abstract non-sealed class StructBuilder extends StructData {

  /// A struct at a checked place that has at least the size of its type.
  ///
  /// @param address of the data section, absolute
  /// @param dataBytes bytes of the data section
  /// @param pointerCount pointers behind it, 0 to 65,535
  protected StructBuilder(Segment segment, long address, int dataBytes, int pointerCount) {
    super(segment, address, dataBytes, pointerCount);
  }

  /// A group: the struct of `parent` seen through another class.
  protected StructBuilder(StructBuilder parent) {
    super(parent.segment, parent.address(), parent.dataBytes, parent.pointerCount);
  }

  /// The words of this struct and of all that it points to.
  ///
  /// @throws MalformedMessage if the message was received, and something that it points to is
  ///   malformed
  /// @throws LimitReached if the message was received, and that is more than its limits allow
  public final MessageSize totalSize() {
    return MessageSize.of(asReader(AnyStruct.TYPE));
  }

  @Override
  public String toString() {
    return getClass().getName() + " at " + Faults.place(segment, address());
  }

  /// The same struct, to read. It sees what is written later.
  protected final <R extends StructReader> R asReader(StructType<R, ?> type) {
    return type.reader(
        segment, address(), dataBytes, pointerCount, segment.message.limits().nesting());
  }

  /// Whether a pointer is not null.
  protected final boolean hasPointer(int index) {
    boolean value = Memory.getLong(pointerAt(index)) != 0;
    segment.hold();
    return value;
  }

  /// Makes a pointer null and clears what it led to.
  protected final void clearPointer(int index) {
    Erasure.object(segment, pointerAt(index));
    segment.hold();
  }

  /// Builds on a struct; null is initialised.
  protected final <B extends StructBuilder> B getStruct(int index, StructType<?, B> type) {
    return getPointer(index, type);
  }

  /// Builds a new struct in the place of the old one.
  protected final <B extends StructBuilder> B initStruct(int index, StructType<?, B> type) {
    return initPointer(index, type);
  }

  /// Copies a struct, from any message, with all that it points to. Capabilities keep their index.
  ///
  /// @throws MalformedMessage if something that it points to is malformed; what stands here is a
  ///   part of the copy then
  /// @throws LimitReached if that is more, or deeper, than its message's limits allow; what stands
  ///   here is a part of the copy then
  protected final void setStruct(int index, StructReader value) {
    Copy.struct(value, segment, pointerAt(index));
    segment.hold();
  }

  /// Builds on a list of structs, whose elements are enlarged where needed; null gives an empty
  /// list.
  protected final <B extends StructBuilder> StructList.Builder<B> getStructList(
      int index, StructType<?, B> element) {
    StructList.Builder<B> list = StructList.builder(segment, pointerAt(index), element);
    segment.hold();
    return list;
  }

  /// Builds a new list of structs, all zero, in the place of the old one.
  ///
  /// @throws IllegalArgumentException if the size is negative, or the elements have 2^29 words or
  ///   more
  protected final <B extends StructBuilder> StructList.Builder<B> initStructList(
      int index, StructType<?, B> element, int size) {
    StructList.Builder<B> list = StructList.init(segment, pointerAt(index), element, size);
    segment.hold();
    return list;
  }

  /// Builds on text; null gives an empty text.
  protected final Text.Builder getText(int index) {
    return getPointer(index, Text.TYPE);
  }

  /// Builds a new text of that many bytes (0 to 2^29 - 2, its zero byte not counted), all zero.
  ///
  /// @throws IllegalArgumentException if the size is out of that range
  protected final Text.Builder initText(int index, int bytes) {
    return initPointer(index, Text.TYPE, bytes);
  }

  /// Writes text as UTF-8; an unpaired surrogate becomes `?`. Text that is not ASCII is encoded
  /// into an array first.
  ///
  /// @throws IllegalArgumentException if it has more than 2^29 - 2 bytes
  protected final void setText(int index, CharSequence value) {
    Text.write(segment, pointerAt(index), value);
    segment.hold();
  }

  /// Copies text.
  protected final void setText(int index, Text.Reader value) {
    setPointer(index, Text.TYPE, value);
  }

  /// Builds on data; null gives empty data.
  protected final Data.Builder getData(int index) {
    return getPointer(index, Data.TYPE);
  }

  /// Builds new data of that many bytes (0 to 2^29 - 1), all zero.
  ///
  /// @throws IllegalArgumentException if the size is out of that range
  protected final Data.Builder initData(int index, int bytes) {
    return initPointer(index, Data.TYPE, bytes);
  }

  /// Writes data.
  ///
  /// @throws IllegalArgumentException if it has more than 2^29 - 1 bytes
  protected final void setData(int index, byte[] value) {
    initData(index, value.length).set(value);
  }

  /// Copies data.
  protected final void setData(int index, Data.Reader value) {
    setPointer(index, Data.TYPE, value);
  }

  /// Builds on what a pointer leads to; null gives the type's empty object.
  protected final <B> B getPointer(int index, PointerType<?, B> type) {
    B value = type.get(segment, pointerAt(index));
    segment.hold();
    return value;
  }

  /// As above; null is first set to a copy of the schema's default.
  protected final <B> B getPointer(
      int index, PointerType<?, B> type, AnyPointer.Reader defaultValue) {
    if (!hasPointer(index)) {
      Copy.pointer(defaultValue, segment, pointerAt(index));
    }
    return getPointer(index, type);
  }

  /// Builds a new object of a type that has no size of its own: a struct, or an `AnyPointer`, which
  /// starts as null.
  protected final <B> B initPointer(int index, PointerType<?, B> type) {
    B value = type.init(segment, pointerAt(index), 0);
    segment.hold();
    return value;
  }

  /// Builds a new list, text or data, all zero.
  ///
  /// @param size elements, or bytes of text (0 to 2^29 - 2) and data (0 to 2^29 - 1)
  /// @throws IllegalArgumentException if the format has no object of that size
  protected final <B> B initPointer(int index, PointerType<?, B> type, int size) {
    B value = type.init(segment, pointerAt(index), size);
    segment.hold();
    return value;
  }

  /// Copies a value, from any message, with all that it points to; errors as in [#setStruct].
  protected final <R> void setPointer(int index, PointerType<R, ?> type, R value) {
    type.set(segment, pointerAt(index), value);
    segment.hold();
  }

  /// Shortens a list, text or data where it lies; what is last in its segment gives its words back.
  ///
  /// @param size the new number of elements or bytes, at most what there is
  /// @throws IllegalArgumentException if there are not as many
  protected final void truncatePointer(int index, PointerType<?, ?> type, int size) {
    Truncation.list(segment, pointerAt(index), size, type instanceof Text.Type);
    segment.hold();
  }

  /// Takes an object out of its place, which becomes null.
  protected final <B> Orphan<B> disownPointer(int index, PointerType<?, B> type) {
    Orphan<B> orphan = Orphan.take(segment, pointerAt(index), type);
    segment.hold();
    return orphan;
  }

  /// Puts an object of the same message into this place.
  ///
  /// @throws IllegalArgumentException if it belongs to another message
  protected final <B> void adoptPointer(int index, Orphan<B> orphan) {
    orphan.give(segment, pointerAt(index));
    segment.hold();
  }

  /// Writes a reference into the message's table of capabilities, or null.
  protected final void setCapability(int index, @Nullable Capability value) {
    CapabilityType.write(segment, pointerAt(index), value == null ? -1 : value.index());
    segment.hold();
  }

  final long pointerAt(int index) {
    assert index >= 0 && index < pointerCount : "pointer " + index + " of " + (int) pointerCount;
    return address() + dataBytes + ((long) index << 3);
  }
}
