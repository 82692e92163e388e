package dev.caplens.core.memory;

import dev.caplens.core.raw.Memory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A struct at a fixed place of a region, field by field at offsets that never change.
///
/// Generated code extends it, once per struct that a schema marks with `$Caplens.fixedLayout`. The
/// place is checked once, here; the offsets are constants of the generated class and lie inside its
/// size, which `assert` checks; a field of n bytes stands at a multiple of n. The lens holds its
/// region, so that the memory outlives it; closing the region takes nothing from it. Numbers are
/// little-endian. Everything that stores throws [IllegalStateException] if the region is read-only,
/// and everything throws [InternalError] behind the end of a file that was truncated.
///
/// Any thread may call any method. The plain accessors order nothing, the others as their names
/// say: what was written before a release is seen by whoever acquires the value; all volatile ones
/// have one order that every thread agrees on. `compareAndSet` and `getAnd...` have full ordering.
/// Fields of 4 and 8 bytes are read and written as a whole; names and bytes are not.
///
/// Source: `$Caplens.fixedLayout` in `docs/annotations.md`.
public abstract class FixedLens {
  private final Region region;
  private final long address;
  private final int size;
  private final boolean isWritable;

  /// A lens over the bytes `[offset, offset + size)` of a region.
  ///
  /// @param offset in bytes from the start of the region, a multiple of 8
  /// @throws IndexOutOfBoundsException if the bytes are not all in the region
  /// @throws IllegalArgumentException if the offset is not a multiple of 8
  /// @throws IllegalStateException if the region is closed
  protected FixedLens(Region region, long offset, int size) {
    Objects.checkFromIndexSize(offset, size, region.size());
    if ((offset & Region.ALIGNMENT - 1) != 0) {
      throw new IllegalArgumentException(
          region + ": a fixed layout at offset " + offset + ", which is not a multiple of 8");
    }
    this.region = region;
    this.address = region.address() + offset;
    this.size = size;
    this.isWritable = region.access() != Access.READ_ONLY;
  }

  /// The region that holds the struct.
  public final Region region() {
    return region;
  }

  /// Where the struct begins, in bytes from the start of its region.
  public final long offset() {
    return address - region.address();
  }

  /// Fills the struct with zeros, in no order.
  ///
  /// @throws IllegalStateException if the region is read-only
  public final void clear() {
    Memory.fill(target(0, size), size, (byte) 0);
    Reference.reachabilityFence(this);
  }

  /// Where an element of an array stands.
  ///
  /// @param offset where the array begins
  /// @param length how many elements it has
  /// @param bytes the size of an element
  /// @throws IndexOutOfBoundsException if there is no such element
  protected static int element(int offset, int index, int length, int bytes) {
    return offset + Objects.checkIndex(index, length) * bytes;
  }

  /// Loads `length` bytes of UTF-8, up to the first NUL.
  protected final String getText(int offset, int length) {
    byte[] bytes = getBytes(offset, length);
    int end = 0;
    while (end < length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /// Stores `length` bytes: a text in UTF-8, padded with NUL, cut behind the last character that
  /// fits.
  protected final void putText(int offset, int length, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int end = Math.min(bytes.length, length);
    while (end > 0 && end < bytes.length && (bytes[end] & 0xc0) == 0x80) {
      end--; // in the middle of a character
    }
    byte[] padded = new byte[length];
    System.arraycopy(bytes, 0, padded, 0, end);
    putBytes(offset, length, padded);
  }

  /// Loads `length` bytes.
  protected final byte[] getBytes(int offset, int length) {
    byte[] bytes = new byte[length];
    Memory.copy(at(offset, length), bytes, 0, length);
    Reference.reachabilityFence(this);
    return bytes;
  }

  /// Stores `length` bytes.
  ///
  /// @throws IllegalArgumentException if the value has another length
  protected final void putBytes(int offset, int length, byte[] value) {
    if (value.length != length) {
      throw new IllegalArgumentException("expected " + length + " bytes, got " + value.length);
    }
    Memory.copy(value, 0, target(offset, length), length);
    Reference.reachabilityFence(this);
  }

  /// Loads a bit, counted from the start.
  protected final boolean getBit(int bit) {
    return (getByte(bit >> 3) >> (bit & 7) & 1) != 0;
  }

  /// Stores a bit by loading and storing its byte: one thread writes the bits of a byte.
  protected final void putBit(int bit, boolean value) {
    int mask = 1 << (bit & 7);
    int old = getByte(bit >> 3);
    putByte(bit >> 3, (byte) (value ? old | mask : old & ~mask));
  }

  /// Loads 1 byte.
  protected final byte getByte(int offset) {
    byte value = (byte) Memory.getBoundedByte(at(offset, Byte.BYTES));
    Reference.reachabilityFence(this);
    return value;
  }

  /// Stores 1 byte.
  protected final void putByte(int offset, byte value) {
    Memory.putByte(target(offset, Byte.BYTES), value);
    Reference.reachabilityFence(this);
  }

  /// Loads 2 bytes.
  protected final short getShort(int offset) {
    short value = Memory.getBoundedShort(at(offset, Short.BYTES));
    Reference.reachabilityFence(this);
    return value;
  }

  /// Stores 2 bytes.
  protected final void putShort(int offset, short value) {
    Memory.putShort(target(offset, Short.BYTES), value);
    Reference.reachabilityFence(this);
  }

  /// Stores 1 byte that is an unsigned number.
  ///
  /// @throws IllegalArgumentException unless the value is from 0 to 255
  protected final void putUnsignedByte(int offset, int value) {
    checkUnsigned(value, 0xff);
    putByte(offset, (byte) value);
  }

  /// Stores 2 bytes that are an unsigned number.
  ///
  /// @throws IllegalArgumentException unless the value is from 0 to 65535
  protected final void putUnsignedShort(int offset, int value) {
    checkUnsigned(value, 0xffff);
    putShort(offset, (short) value);
  }

  /// Loads 4 bytes.
  protected final int getInt(int offset) {
    int value = Memory.getBoundedInt(at(offset, Integer.BYTES));
    Reference.reachabilityFence(this);
    return value;
  }

  /// Stores 4 bytes.
  protected final void putInt(int offset, int value) {
    Memory.putInt(target(offset, Integer.BYTES), value);
    Reference.reachabilityFence(this);
  }

  /// Loads 8 bytes.
  protected final long getLong(int offset) {
    long value = Memory.getLong(at(offset, Long.BYTES));
    Reference.reachabilityFence(this);
    return value;
  }

  /// Stores 8 bytes.
  protected final void putLong(int offset, long value) {
    Memory.putLong(target(offset, Long.BYTES), value);
    Reference.reachabilityFence(this);
  }

  /// Loads 4 bytes with acquire ordering.
  protected final int getIntAcquire(int offset) {
    int value = Memory.getIntAcquire(at(offset, Integer.BYTES));
    Reference.reachabilityFence(this);
    return value;
  }

  /// Stores 4 bytes with release ordering.
  protected final void putIntRelease(int offset, int value) {
    Memory.putIntRelease(target(offset, Integer.BYTES), value);
    Reference.reachabilityFence(this);
  }

  /// Loads 4 bytes with volatile ordering.
  protected final int getIntVolatile(int offset) {
    int value = Memory.getIntVolatile(at(offset, Integer.BYTES));
    Reference.reachabilityFence(this);
    return value;
  }

  /// Stores 4 bytes with volatile ordering.
  protected final void putIntVolatile(int offset, int value) {
    Memory.putIntVolatile(target(offset, Integer.BYTES), value);
    Reference.reachabilityFence(this);
  }

  /// Stores 4 bytes if they hold what is expected; returns whether they did.
  protected final boolean compareAndSetInt(int offset, int expected, int value) {
    boolean done = Memory.compareAndSetInt(target(offset, Integer.BYTES), expected, value);
    Reference.reachabilityFence(this);
    return done;
  }

  /// Adds to 4 bytes; returns what they held.
  protected final int getAndAddInt(int offset, int delta) {
    int value = Memory.getAndAddInt(target(offset, Integer.BYTES), delta);
    Reference.reachabilityFence(this);
    return value;
  }

  /// Sets bits of 4 bytes; returns what they held.
  protected final int getAndBitwiseOrInt(int offset, int mask) {
    int value = Memory.getAndBitwiseOrInt(target(offset, Integer.BYTES), mask);
    Reference.reachabilityFence(this);
    return value;
  }

  /// Keeps those bits that a mask has, of 4 bytes; returns what they held.
  protected final int getAndBitwiseAndInt(int offset, int mask) {
    int value = Memory.getAndBitwiseAndInt(target(offset, Integer.BYTES), mask);
    Reference.reachabilityFence(this);
    return value;
  }

  /// Loads 8 bytes with acquire ordering.
  protected final long getLongAcquire(int offset) {
    long value = Memory.getLongAcquire(at(offset, Long.BYTES));
    Reference.reachabilityFence(this);
    return value;
  }

  /// Stores 8 bytes with release ordering.
  protected final void putLongRelease(int offset, long value) {
    Memory.putLongRelease(target(offset, Long.BYTES), value);
    Reference.reachabilityFence(this);
  }

  /// Loads 8 bytes with volatile ordering.
  protected final long getLongVolatile(int offset) {
    long value = Memory.getLongVolatile(at(offset, Long.BYTES));
    Reference.reachabilityFence(this);
    return value;
  }

  /// Stores 8 bytes with volatile ordering.
  protected final void putLongVolatile(int offset, long value) {
    Memory.putLongVolatile(target(offset, Long.BYTES), value);
    Reference.reachabilityFence(this);
  }

  /// Stores 8 bytes if they hold what is expected; returns whether they did.
  protected final boolean compareAndSetLong(int offset, long expected, long value) {
    boolean done = Memory.compareAndSetLong(target(offset, Long.BYTES), expected, value);
    Reference.reachabilityFence(this);
    return done;
  }

  /// Adds to 8 bytes; returns what they held.
  protected final long getAndAddLong(int offset, long delta) {
    long value = Memory.getAndAddLong(target(offset, Long.BYTES), delta);
    Reference.reachabilityFence(this);
    return value;
  }

  /// Sets bits of 8 bytes; returns what they held.
  protected final long getAndBitwiseOrLong(int offset, long mask) {
    long value = Memory.getAndBitwiseOrLong(target(offset, Long.BYTES), mask);
    Reference.reachabilityFence(this);
    return value;
  }

  /// Keeps those bits that a mask has, of 8 bytes; returns what they held.
  protected final long getAndBitwiseAndLong(int offset, long mask) {
    long value = Memory.getAndBitwiseAndLong(target(offset, Long.BYTES), mask);
    Reference.reachabilityFence(this);
    return value;
  }

  private static void checkUnsigned(int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException("expected 0 to " + most + ", got " + value);
    }
  }

  private long at(int offset, int bytes) {
    assert offset >= 0 && offset <= size - bytes : offset + " in a layout of " + size + " bytes";
    return address + offset;
  }

  private long target(int offset, int bytes) {
    if (!isWritable) {
      throw readOnly();
    }
    return at(offset, bytes);
  }

  private IllegalStateException readOnly() {
    return new IllegalStateException(
        region + " is read-only; open it with Access.READ_WRITE to write it");
  }
}
