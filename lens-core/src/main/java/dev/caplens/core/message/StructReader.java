package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.lang.ref.Reference;

/// A struct in a message, to read.
///
/// ```
///  base + move | data section, dataBytes | pointer section, 8 x pointerCount |
/// ```
///
/// Readers are immutable but for `move`, which a list sets when it makes one of an element, and a
/// [ListCursor] changes: it is 0 or the offset of an element of the same list, so that whatever a
/// thread sees of it lies within the list (a reader that is handed on without synchronisation may
/// show the first element). The place was checked when the reader was made, so a field costs a
/// compare with the size that the sender's schema had, and no check of bounds. Fields beyond that
/// size read as their defaults, pointers beyond it as null.
///
/// Any thread may read; loads are plain. [dev.caplens.core.message] has the rules of threads,
/// lifetime and errors.
///
/// Generated code extends this class; its accessors are the protected methods here, with offsets
/// that the schema gives in units of the field's own size: bits, bytes, words, or pointers. Nothing
/// checks that an offset is not negative: extending it by hand is outside the contract. Accessors
/// of pointers throw [MalformedMessage] if a pointer leads to something else or out of its message,
/// and [LimitReached] if the limits allow no more reading; the others throw neither.
///
/// Source: "Structs", "Default Values" and "Lists" in Cap'n Proto's encoding specification.
public abstract class StructReader {

  // Both masks change no value. They tell the compiler that the sum is no address beyond the end of
  // memory, so that it leaves out the compare of each access, and with it all traps of a loop:
  // 0012.
  private static final long ADDRESSES = Memory.ADDRESSES;
  private static final long OFFSETS = 0xffffffffL;

  // `| (int) (base >>> ADDRESS_BITS)` changes no value either: it does what Memory.getBoundedInt
  // does, once for all fields of a reader, since their base is the same: 0016.
  private static final int ADDRESS_BITS = Memory.ADDRESS_BITS;

  final Segment segment;
  final long base;
  final int dataBytes;
  final char pointerCount;
  final char nesting;

  /// Bytes from the list's first element to this one, unsigned: no list has 4 GiB. Only lists and
  /// cursors write it.
  int move;

  /// A struct at a checked place.
  ///
  /// @param address of the data section, absolute
  /// @param dataBytes bytes of the data section
  /// @param pointerCount pointers behind it, 0 to 65,535
  /// @param nesting the levels that are left for what its pointers lead to, 0 to 65,535
  protected StructReader(
      Segment segment, long address, int dataBytes, int pointerCount, int nesting) {
    this.segment = segment;
    this.base = address;
    this.dataBytes = dataBytes;
    this.pointerCount = (char) pointerCount;
    this.nesting = (char) nesting;
  }

  /// A group: the struct of `parent` seen through another class.
  protected StructReader(StructReader parent) {
    this(parent.segment, parent.address(), parent.dataBytes, parent.pointerCount, parent.nesting);
  }

  /// The words of this struct and of all that it points to.
  ///
  /// @throws MalformedMessage if something that it points to is malformed
  /// @throws LimitReached if that is more than the message's limits allow
  public final MessageSize totalSize() {
    return MessageSize.of(this);
  }

  @Override
  public String toString() {
    return getClass().getName() + " at " + Faults.place(segment, address());
  }

  /// Whether the struct that is being built there is this one.
  protected final boolean isAt(StructBuilder target) {
    return segment == target.segment && address() == target.address();
  }

  /// Reads one bit.
  protected final boolean getBool(int bit) {
    int at = bit >>> 3;
    int value = at < dataBytes ? Memory.getByte((base & ADDRESSES) + (move & OFFSETS) + at) : 0;
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return (value >>> (bit & 7) & 1) != 0;
  }

  /// As above, with the schema's default, which is stored as zero.
  protected final boolean getBool(int bit, boolean defaultValue) {
    return getBool(bit) ^ defaultValue;
  }

  /// Reads one byte, signed. Offsets are in multiples of the field's size.
  protected final byte getInt8(int offset) {
    int at = offset;
    byte value =
        at < dataBytes
            ? (byte) Memory.getBoundedByte((base & ADDRESSES) + (move & OFFSETS) + at)
            : (byte) 0;
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  /// As above, with the schema's default, which is stored as zeros.
  protected final byte getInt8(int offset, byte defaultValue) {
    return (byte) (getInt8(offset) ^ defaultValue);
  }

  /// Reads 2 bytes, signed. Offsets are in multiples of the field's size.
  protected final short getInt16(int offset) {
    int at = offset << 1;
    short value =
        at + 2 <= dataBytes
            ? (short)
                (Memory.getShort((base & ADDRESSES) + (move & OFFSETS) + at)
                    | (int) (base >>> ADDRESS_BITS))
            : (short) 0;
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  /// As above, with the schema's default, which is stored as zeros.
  protected final short getInt16(int offset, short defaultValue) {
    return (short) (getInt16(offset) ^ defaultValue);
  }

  /// Reads 4 bytes, signed. Offsets are in multiples of the field's size.
  protected final int getInt32(int offset) {
    int at = offset << 2;
    int value =
        at + 4 <= dataBytes
            ? (Memory.getInt((base & ADDRESSES) + (move & OFFSETS) + at)
                | (int) (base >>> ADDRESS_BITS))
            : 0;
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  /// As above, with the schema's default, which is stored as zeros.
  protected final int getInt32(int offset, int defaultValue) {
    return getInt32(offset) ^ defaultValue;
  }

  /// Reads 8 bytes; for `UInt64` the same bits. Offsets are in multiples of the field's size.
  protected final long getInt64(int offset) {
    int at = offset << 3;
    long value =
        at + 8 <= dataBytes ? Memory.getLong((base & ADDRESSES) + (move & OFFSETS) + at) : 0;
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  /// As above, with the schema's default, which is stored as zeros.
  protected final long getInt64(int offset, long defaultValue) {
    return getInt64(offset) ^ defaultValue;
  }

  // These two say again what getInt8 and getInt16 do: a call more would be nodes more (0012).

  /// Reads one byte, 0 to 255.
  protected final int getUInt8(int offset) {
    int at = offset;
    int value =
        at < dataBytes
            ? Memory.getBoundedUnsignedByte((base & ADDRESSES) + (move & OFFSETS) + at)
            : 0;
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  /// As above, with the schema's default.
  protected final int getUInt8(int offset, int defaultValue) {
    return getUInt8(offset) ^ defaultValue;
  }

  /// Reads 2 bytes, 0 to 65535; enums and discriminants too.
  protected final int getUInt16(int offset) {
    int at = offset << 1;
    int value =
        at + 2 <= dataBytes
            ? (Memory.getShort((base & ADDRESSES) + (move & OFFSETS) + at)
                    | (int) (base >>> ADDRESS_BITS))
                & 0xffff
            : 0;
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  /// As above, with the schema's default.
  protected final int getUInt16(int offset, int defaultValue) {
    return getUInt16(offset) ^ defaultValue;
  }

  /// Reads 4 bytes, 0 to 2^32 - 1.
  protected final long getUInt32(int offset) {
    return getInt32(offset) & 0xffffffffL;
  }

  /// As above, with the schema's default.
  protected final long getUInt32(int offset, long defaultValue) {
    return getUInt32(offset) ^ defaultValue;
  }

  /// Reads 4 bytes as IEEE 754.
  protected final float getFloat32(int offset) {
    return Float.intBitsToFloat(getInt32(offset));
  }

  /// As above, with the raw bits of the schema's default.
  protected final float getFloat32(int offset, int defaultBits) {
    return Float.intBitsToFloat(getInt32(offset) ^ defaultBits);
  }

  /// Reads 8 bytes as IEEE 754.
  protected final double getFloat64(int offset) {
    return Double.longBitsToDouble(getInt64(offset));
  }

  /// As above, with the raw bits of the schema's default.
  protected final double getFloat64(int offset, long defaultBits) {
    return Double.longBitsToDouble(getInt64(offset) ^ defaultBits);
  }

  /// Reads a word of the data section, for who takes several fields out of it. Where the section
  /// ends within the word, as that of an element of a list of numbers does, zeros fill it.
  protected final long getWord(int word) {
    int at = word << 3;
    long value =
        at + 8 <= dataBytes
            ? Memory.getLong((base & ADDRESSES) + (move & OFFSETS) + at)
            : partOfWord(at);
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  private long partOfWord(int from) {
    long value = 0;
    for (int at = from; at < dataBytes; at++) {
      value |= (Memory.getByte(address() + at) & 0xffL) << (at - from << 3);
    }
    return value;
  }

  /// Whether a pointer is not null.
  protected final boolean hasPointer(int index) {
    return pointer(index) != 0;
  }

  /// Reads a struct; null gives a reader of defaults.
  protected final <R extends StructReader> R getStruct(int index, StructType<R, ?> type) {
    long at = pointerAt(index);
    return type.read(segment, at, pointer(index, at), nesting);
  }

  /// Reads a list of structs; null gives an empty list.
  protected final <R extends StructReader> StructList.Reader<R> getStructList(
      int index, StructType<R, ?> element) {
    long at = pointerAt(index);
    return StructList.read(segment, at, pointer(index, at), nesting, element);
  }

  /// Reads text; null gives an empty text.
  protected final Text.Reader getText(int index) {
    long at = pointerAt(index);
    return Text.read(segment, at, pointer(index, at));
  }

  /// Reads data; null gives empty data.
  protected final Data.Reader getData(int index) {
    long at = pointerAt(index);
    return Data.read(segment, at, pointer(index, at));
  }

  /// Reads a pointer of any type; null gives the type's empty value.
  protected final <R> R getPointer(int index, PointerType<R, ?> type) {
    long at = pointerAt(index);
    return type.read(segment, at, pointer(index, at), nesting);
  }

  /// As above, with the schema's default for null.
  protected final <R> R getPointer(
      int index, PointerType<R, ?> type, AnyPointer.Reader defaultValue) {
    long at = pointerAt(index);
    long pointer = pointer(index, at);
    return pointer == 0 ? defaultValue.as(type) : type.read(segment, at, pointer, nesting);
  }

  /// The address of the data section.
  final long address() {
    return (base & ADDRESSES) + (move & OFFSETS);
  }

  final long pointerAt(int index) {
    return (base & ADDRESSES) + (move & OFFSETS) + dataBytes + ((long) index << 3);
  }

  /// The word of a pointer, read once; 0 beyond the pointer section.
  final long pointer(int index) {
    return pointer(index, pointerAt(index));
  }

  private long pointer(int index, long at) {
    long pointer = index < pointerCount ? Memory.getLong(at) : 0;
    segment.hold();
    return pointer;
  }
}
