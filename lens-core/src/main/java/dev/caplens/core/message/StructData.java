package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.lang.ref.Reference;

/// The data section of a struct that is being built. One thread builds a message at a time; loads
/// and stores are plain, and a bit is set by loading and storing its byte.
/// [dev.caplens.core.message] has the rules of threads, lifetime and errors.
///
/// Words may be composed in a register and stored once with [#setWord]: a store costs the same
/// whatever its size.
///
/// Source: "Structs" and "Default Values" in Cap'n Proto's encoding specification: what is stored
/// is the value XOR its default, of floats the raw bits.
public abstract sealed class StructData permits StructBuilder {

  // Both masks change no value. They tell the compiler that the sum is no address beyond the end of
  // memory, so that it leaves out the compare of each access, and with it all traps of a loop:
  // 0012.
  private static final long ADDRESSES = Memory.ADDRESSES;
  private static final long OFFSETS = 0xffffffffL;

  final Segment segment;
  final long base;
  final int dataBytes;
  final char pointerCount;

  /// Bytes from the list's first element to this one, unsigned: no list has 4 GiB. Only lists and
  /// cursors write it.
  int move;

  StructData(Segment segment, long address, int dataBytes, int pointerCount) {
    this.segment = segment;
    this.base = address;
    this.dataBytes = dataBytes;
    this.pointerCount = (char) pointerCount;
  }

  /// Reads one bit.
  protected final boolean getBool(int bit) {
    assert holds((bit >> 3) + 1);
    boolean value =
        (Memory.getByte((base & ADDRESSES) + (move & OFFSETS) + (bit >>> 3)) >>> (bit & 7) & 1)
            != 0;
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  /// As above, with the schema's default, which is stored as zero.
  protected final boolean getBool(int bit, boolean defaultValue) {
    return getBool(bit) ^ defaultValue;
  }

  /// Writes one bit.
  protected final void setBool(int bit, boolean value) {
    assert holds((bit >> 3) + 1);
    long at = (base & ADDRESSES) + (move & OFFSETS) + (bit >>> 3);
    int mask = 1 << (bit & 7);
    int old = Memory.getByte(at);
    Memory.putByte(at, (byte) (value ? old | mask : old & ~mask));
    assert segment.isLive();
    Reference.reachabilityFence(this);
  }

  /// As above, with the schema's default.
  protected final void setBool(int bit, boolean value, boolean defaultValue) {
    setBool(bit, value ^ defaultValue);
  }

  /// Reads one byte, signed. Offsets are in multiples of the field's size.
  protected final byte getInt8(int offset) {
    assert holds(offset + 1L << 0);
    byte value = (byte) Memory.getBoundedByte((base & ADDRESSES) + (move & OFFSETS) + offset);
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  /// As above, with the schema's default, which is stored as zeros.
  protected final byte getInt8(int offset, byte defaultValue) {
    return (byte) (getInt8(offset) ^ defaultValue);
  }

  /// Writes one byte, signed.
  protected final void setInt8(int offset, byte value) {
    assert holds(offset + 1L << 0);
    Memory.putByte((base & ADDRESSES) + (move & OFFSETS) + offset, value);
    assert segment.isLive();
    Reference.reachabilityFence(this);
  }

  /// As above, with the schema's default.
  protected final void setInt8(int offset, byte value, byte defaultValue) {
    setInt8(offset, (byte) (value ^ defaultValue));
  }

  /// Reads 2 bytes, signed. Offsets are in multiples of the field's size.
  protected final short getInt16(int offset) {
    assert holds(offset + 1L << 1);
    short value =
        Memory.getBoundedShort((base & ADDRESSES) + (move & OFFSETS) + ((long) offset << 1));
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  /// As above, with the schema's default, which is stored as zeros.
  protected final short getInt16(int offset, short defaultValue) {
    return (short) (getInt16(offset) ^ defaultValue);
  }

  /// Writes 2 bytes, signed.
  protected final void setInt16(int offset, short value) {
    assert holds(offset + 1L << 1);
    Memory.putShort((base & ADDRESSES) + (move & OFFSETS) + ((long) offset << 1), value);
    assert segment.isLive();
    Reference.reachabilityFence(this);
  }

  /// As above, with the schema's default.
  protected final void setInt16(int offset, short value, short defaultValue) {
    setInt16(offset, (short) (value ^ defaultValue));
  }

  /// Reads 4 bytes, signed. Offsets are in multiples of the field's size.
  protected final int getInt32(int offset) {
    assert holds(offset + 1L << 2);
    int value = Memory.getBoundedInt((base & ADDRESSES) + (move & OFFSETS) + ((long) offset << 2));
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  /// As above, with the schema's default, which is stored as zeros.
  protected final int getInt32(int offset, int defaultValue) {
    return getInt32(offset) ^ defaultValue;
  }

  /// Writes 4 bytes, signed.
  protected final void setInt32(int offset, int value) {
    assert holds(offset + 1L << 2);
    Memory.putInt((base & ADDRESSES) + (move & OFFSETS) + ((long) offset << 2), value);
    assert segment.isLive();
    Reference.reachabilityFence(this);
  }

  /// As above, with the schema's default.
  protected final void setInt32(int offset, int value, int defaultValue) {
    setInt32(offset, value ^ defaultValue);
  }

  /// Reads 8 bytes; for `UInt64` the same bits. Offsets are in multiples of the field's size.
  protected final long getInt64(int offset) {
    assert holds(offset + 1L << 3);
    long value = Memory.getLong((base & ADDRESSES) + (move & OFFSETS) + ((long) offset << 3));
    assert segment.isLive();
    Reference.reachabilityFence(this);
    return value;
  }

  /// As above, with the schema's default, which is stored as zeros.
  protected final long getInt64(int offset, long defaultValue) {
    return getInt64(offset) ^ defaultValue;
  }

  /// Writes 8 bytes; for `UInt64` the same bits.
  protected final void setInt64(int offset, long value) {
    assert holds(offset + 1L << 3);
    Memory.putLong((base & ADDRESSES) + (move & OFFSETS) + ((long) offset << 3), value);
    assert segment.isLive();
    Reference.reachabilityFence(this);
  }

  /// As above, with the schema's default.
  protected final void setInt64(int offset, long value, long defaultValue) {
    setInt64(offset, value ^ defaultValue);
  }

  /// Reads one byte, 0 to 255.
  protected final int getUInt8(int offset) {
    return getInt8(offset) & 0xff;
  }

  /// As above, with the schema's default.
  protected final int getUInt8(int offset, int defaultValue) {
    return getUInt8(offset) ^ defaultValue;
  }

  /// Writes one byte, 0 to 255.
  ///
  /// @throws IllegalArgumentException if the value is out of that range
  protected final void setUInt8(int offset, int value) {
    setInt8(offset, (byte) checked(value, 0xff));
  }

  /// As above, with the schema's default.
  protected final void setUInt8(int offset, int value, int defaultValue) {
    setInt8(offset, (byte) (checked(value, 0xff) ^ defaultValue));
  }

  /// Reads 2 bytes, 0 to 65535; enums and discriminants too.
  protected final int getUInt16(int offset) {
    return getInt16(offset) & 0xffff;
  }

  /// As above, with the schema's default.
  protected final int getUInt16(int offset, int defaultValue) {
    return getUInt16(offset) ^ defaultValue;
  }

  /// Writes 2 bytes, 0 to 65535; enums and discriminants too.
  ///
  /// @throws IllegalArgumentException if the value is out of that range
  protected final void setUInt16(int offset, int value) {
    setInt16(offset, (short) checked(value, 0xffff));
  }

  /// As above, with the schema's default.
  protected final void setUInt16(int offset, int value, int defaultValue) {
    setInt16(offset, (short) (checked(value, 0xffff) ^ defaultValue));
  }

  /// Reads 4 bytes, 0 to 2^32 - 1.
  protected final long getUInt32(int offset) {
    return getInt32(offset) & 0xffffffffL;
  }

  /// As above, with the schema's default.
  protected final long getUInt32(int offset, long defaultValue) {
    return getUInt32(offset) ^ defaultValue;
  }

  /// Writes 4 bytes, 0 to 2^32 - 1.
  ///
  /// @throws IllegalArgumentException if the value is out of that range
  protected final void setUInt32(int offset, long value) {
    setInt32(offset, (int) checked(value, 0xffffffffL));
  }

  /// As above, with the schema's default.
  protected final void setUInt32(int offset, long value, long defaultValue) {
    setInt32(offset, (int) (checked(value, 0xffffffffL) ^ defaultValue));
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

  /// Writes 4 bytes as IEEE 754.
  protected final void setFloat32(int offset, float value) {
    setInt32(offset, Float.floatToRawIntBits(value));
  }

  /// As above, with the raw bits of the schema's default.
  protected final void setFloat32(int offset, float value, int defaultBits) {
    setInt32(offset, Float.floatToRawIntBits(value) ^ defaultBits);
  }

  /// Writes 8 bytes as IEEE 754.
  protected final void setFloat64(int offset, double value) {
    setInt64(offset, Double.doubleToRawLongBits(value));
  }

  /// As above, with the raw bits of the schema's default.
  protected final void setFloat64(int offset, double value, long defaultBits) {
    setInt64(offset, Double.doubleToRawLongBits(value) ^ defaultBits);
  }

  /// The raw bits of a whole word of the data section.
  protected final long getWord(int word) {
    return getInt64(word);
  }

  /// Stores a whole word of the data section: fields composed by the caller, each XOR its default.
  protected final void setWord(int word, long bits) {
    setInt64(word, bits);
  }

  /// The bits of an unsigned number, to compose a word of.
  ///
  /// @throws IllegalArgumentException unless the value is from 0 to `most`
  protected static long unsigned(long value, long most) {
    return checked(value, most);
  }

  /// The address of the data section.
  final long address() {
    return (base & ADDRESSES) + (move & OFFSETS);
  }

  private static int checked(int value, int mask) {
    return (value & mask) == value ? value : (int) refuse(value, mask);
  }

  private static long checked(long value, long mask) {
    return (value & mask) == value ? value : refuse(value, mask);
  }

  private static long refuse(long value, long mask) {
    throw new IllegalArgumentException("unsigned field: expected 0 to " + mask + ", got " + value);
  }

  private boolean holds(long bytes) {
    assert segment.isLive();
    Reference.reachabilityFence(this);
    if (bytes <= 0 || bytes > dataBytes) {
      throw new AssertionError(
          "field of the data section: expected an end of at most " + dataBytes + ", got " + bytes);
    }
    return true;
  }
}
