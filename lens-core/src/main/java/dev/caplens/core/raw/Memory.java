package dev.caplens.core.raw;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Little-endian loads and stores at absolute addresses.
///
/// One segment over the whole address space serves every access, so that a call site never sees two
/// kinds of memory (docs/architecture.md, "Memory and its owners"). The caller
///
/// 1. has checked that the bytes lie within a [Region][dev.caplens.core.memory.Region] (and is
///    allowed to write them),
/// 2. holds that region in a field, and
/// 3. ends with [java.lang.ref.Reference#reachabilityFence] on it.
///
/// Plain accesses (`get`, `put`) take any alignment; all others need the natural one. Names tell
/// the ordering: `Acquire`, `Release`, `Volatile`, and read-modify-writes, which are volatile.
public final class Memory {

  /// The bits that an address may have, and more: two such numbers add up to no negative one.
  public static final long ADDRESSES = (1L << 61) - 1;

  /// No address has a bit from this one on, which C2 does not know: `address >>> ADDRESS_BITS` is a
  /// 0 that it cannot leave out.
  public static final int ADDRESS_BITS = 60;

  private static final MemorySegment ALL = everything();

  private static final ValueLayout.OfByte BYTES = ValueLayout.JAVA_BYTE;

  // Through the handles themselves and not exact, an access costs C2 fewer nodes: decision 0012.
  private static final VarHandle BYTE = BYTES.varHandle();
  private static final VarHandle SHORT = handle(ValueLayout.JAVA_SHORT_UNALIGNED);
  private static final VarHandle INT = handle(ValueLayout.JAVA_INT_UNALIGNED);
  private static final VarHandle LONG = handle(ValueLayout.JAVA_LONG_UNALIGNED);
  private static final VarHandle FLOAT = handle(ValueLayout.JAVA_FLOAT_UNALIGNED);
  private static final VarHandle DOUBLE = handle(ValueLayout.JAVA_DOUBLE_UNALIGNED);

  private static final VarHandle ATOMIC_INT =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle().withInvokeExactBehavior();
  private static final VarHandle ATOMIC_LONG =
      ValueLayout.JAVA_LONG
          .withOrder(ByteOrder.LITTLE_ENDIAN)
          .varHandle()
          .withInvokeExactBehavior();

  private Memory() {}

  @SuppressWarnings("restricted")
  private static MemorySegment everything() {
    return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
  }

  private static VarHandle handle(ValueLayout layout) {
    return layout.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();
  }

  // Plain.

  /// Loads one byte. Where it may become an index, take a bounded one, as of 2 and 4 bytes too.
  public static byte getByte(long address) {
    return (byte) BYTE.get(ALL, address);
  }

  /// Stores one byte.
  public static void putByte(long address, byte value) {
    BYTE.set(ALL, address, value);
  }

  /// Loads 2 bytes.
  public static short getShort(long address) {
    return (short) SHORT.get(ALL, address);
  }

  /// Stores 2 bytes.
  public static void putShort(long address, short value) {
    SHORT.set(ALL, address, value);
  }

  /// Loads 4 bytes.
  public static int getInt(long address) {
    return (int) INT.get(ALL, address);
  }

  /// Stores 4 bytes.
  public static void putInt(long address, int value) {
    INT.set(ALL, address, value);
  }

  /// Loads 8 bytes.
  public static long getLong(long address) {
    return (long) LONG.get(ALL, address);
  }

  /// Stores 8 bytes.
  public static void putLong(long address, long value) {
    LONG.set(ALL, address, value);
  }

  /// Loads 4 bytes as IEEE 754; a NaN may lose its payload, so compare and copy floats as ints.
  public static float getFloat(long address) {
    return (float) FLOAT.get(ALL, address);
  }

  /// Stores 4 bytes as IEEE 754.
  public static void putFloat(long address, float value) {
    FLOAT.set(ALL, address, value);
  }

  /// Loads 8 bytes as IEEE 754; a NaN may lose its payload, so compare and copy doubles as longs.
  public static double getDouble(long address) {
    return (double) DOUBLE.get(ALL, address);
  }

  /// Stores 8 bytes as IEEE 754.
  public static void putDouble(long address, double value) {
    DOUBLE.set(ALL, address, value);
  }

  // Plain and bounded.
  //
  // HotSpot skips a load from behind the end of a truncated file and throws a little later. Until
  // then the register holds anything, yet C2 relies on the range of what is loaded, and leaves out
  // the bounds check of a table of 256, say, that is indexed by it or by its lowest bits. So
  // something stands behind these loads that C2 does not look through, and what cuts the register
  // to size stays: decision 0016.

  /// Loads one byte that lies within -128 to 127 even where a truncated file has lost it.
  public static int getBoundedByte(long address) {
    return Integer.reverseBytes((byte) BYTE.get(ALL, address)) >> 24;
  }

  /// Loads one byte that lies within 0 to 255 even where a truncated file has lost it.
  public static int getBoundedUnsignedByte(long address) {
    return Integer.reverseBytes((byte) BYTE.get(ALL, address)) >>> 24;
  }

  /// Loads 2 bytes that are no more than 16 bits even where a truncated file has lost them.
  public static short getBoundedShort(long address) {
    return (short) (getShort(address) | (int) (address >>> ADDRESS_BITS));
  }

  /// Loads 4 bytes that are no more than 32 bits even where a truncated file has lost them.
  public static int getBoundedInt(long address) {
    return getInt(address) | (int) (address >>> ADDRESS_BITS);
  }

  // Ordered, 4 bytes.

  /// Loads 4 bytes with acquire ordering.
  public static int getIntAcquire(long address) {
    return (int) ATOMIC_INT.getAcquire(ALL, address);
  }

  /// Stores 4 bytes with release ordering.
  public static void putIntRelease(long address, int value) {
    ATOMIC_INT.setRelease(ALL, address, value);
  }

  /// Loads 4 bytes with opaque ordering: a value is seen eventually, and nothing else is ordered.
  public static int getIntOpaque(long address) {
    return (int) ATOMIC_INT.getOpaque(ALL, address);
  }

  /// Stores 4 bytes with opaque ordering.
  public static void putIntOpaque(long address, int value) {
    ATOMIC_INT.setOpaque(ALL, address, value);
  }

  /// Loads 4 bytes with volatile ordering.
  public static int getIntVolatile(long address) {
    return (int) ATOMIC_INT.getVolatile(ALL, address);
  }

  /// Stores 4 bytes with volatile ordering.
  public static void putIntVolatile(long address, int value) {
    ATOMIC_INT.setVolatile(ALL, address, value);
  }

  /// Replaces 4 bytes if they hold `expected`; tells whether they did.
  public static boolean compareAndSetInt(long address, int expected, int value) {
    return ATOMIC_INT.compareAndSet(ALL, address, expected, value);
  }

  /// Replaces 4 bytes if they hold `expected`; returns what they held.
  public static int compareAndExchangeInt(long address, int expected, int value) {
    return (int) ATOMIC_INT.compareAndExchange(ALL, address, expected, value);
  }

  /// Replaces 4 bytes; returns what they held.
  public static int getAndSetInt(long address, int value) {
    return (int) ATOMIC_INT.getAndSet(ALL, address, value);
  }

  /// Adds to 4 bytes; returns what they held.
  public static int getAndAddInt(long address, int delta) {
    return (int) ATOMIC_INT.getAndAdd(ALL, address, delta);
  }

  /// Sets bits of 4 bytes; returns what they held.
  public static int getAndBitwiseOrInt(long address, int mask) {
    return (int) ATOMIC_INT.getAndBitwiseOr(ALL, address, mask);
  }

  /// Keeps the bits of 4 bytes that `mask` holds; returns what they held.
  public static int getAndBitwiseAndInt(long address, int mask) {
    return (int) ATOMIC_INT.getAndBitwiseAnd(ALL, address, mask);
  }

  // Ordered, 8 bytes.

  /// Loads 8 bytes with acquire ordering.
  public static long getLongAcquire(long address) {
    return (long) ATOMIC_LONG.getAcquire(ALL, address);
  }

  /// Stores 8 bytes with release ordering.
  public static void putLongRelease(long address, long value) {
    ATOMIC_LONG.setRelease(ALL, address, value);
  }

  /// Loads 8 bytes with opaque ordering: a value is seen eventually, and nothing else is ordered.
  public static long getLongOpaque(long address) {
    return (long) ATOMIC_LONG.getOpaque(ALL, address);
  }

  /// Stores 8 bytes with opaque ordering.
  public static void putLongOpaque(long address, long value) {
    ATOMIC_LONG.setOpaque(ALL, address, value);
  }

  /// Loads 8 bytes with volatile ordering.
  public static long getLongVolatile(long address) {
    return (long) ATOMIC_LONG.getVolatile(ALL, address);
  }

  /// Stores 8 bytes with volatile ordering.
  public static void putLongVolatile(long address, long value) {
    ATOMIC_LONG.setVolatile(ALL, address, value);
  }

  /// Replaces 8 bytes if they hold `expected`; tells whether they did.
  public static boolean compareAndSetLong(long address, long expected, long value) {
    return ATOMIC_LONG.compareAndSet(ALL, address, expected, value);
  }

  /// Replaces 8 bytes if they hold `expected`; returns what they held.
  public static long compareAndExchangeLong(long address, long expected, long value) {
    return (long) ATOMIC_LONG.compareAndExchange(ALL, address, expected, value);
  }

  /// Replaces 8 bytes; returns what they held.
  public static long getAndSetLong(long address, long value) {
    return (long) ATOMIC_LONG.getAndSet(ALL, address, value);
  }

  /// Adds to 8 bytes; returns what they held.
  public static long getAndAddLong(long address, long delta) {
    return (long) ATOMIC_LONG.getAndAdd(ALL, address, delta);
  }

  /// Sets bits of 8 bytes; returns what they held.
  public static long getAndBitwiseOrLong(long address, long mask) {
    return (long) ATOMIC_LONG.getAndBitwiseOr(ALL, address, mask);
  }

  /// Keeps the bits of 8 bytes that `mask` holds; returns what they held.
  public static long getAndBitwiseAndLong(long address, long mask) {
    return (long) ATOMIC_LONG.getAndBitwiseAnd(ALL, address, mask);
  }

  // Fences and blocks of bytes.

  /// Orders every access before it against every access after it.
  public static void fullFence() {
    VarHandle.fullFence();
  }

  /// Orders loads before it against accesses after it.
  public static void acquireFence() {
    VarHandle.acquireFence();
  }

  /// Orders accesses before it against stores after it.
  public static void releaseFence() {
    VarHandle.releaseFence();
  }

  /// Stores `bytes` times `value`, with no ordering.
  public static void fill(long address, long bytes, byte value) {
    ALL.asSlice(address, bytes).fill(value);
  }

  /// Copies bytes between two ranges, which may overlap, with no ordering.
  public static void copy(long source, long target, long bytes) {
    MemorySegment.copy(ALL, source, ALL, target, bytes);
  }

  /// Copies bytes into an array.
  public static void copy(long source, byte[] target, int index, int bytes) {
    MemorySegment.copy(ALL, BYTES, source, target, index, bytes);
  }

  /// Copies bytes out of an array.
  public static void copy(byte[] source, int index, long target, int bytes) {
    MemorySegment.copy(source, index, ALL, BYTES, target, bytes);
  }

  /// Copies bytes into a segment.
  public static void copy(long source, MemorySegment target, long at, long bytes) {
    MemorySegment.copy(ALL, source, target, at, bytes);
  }

  /// Copies bytes out of a segment.
  public static void copy(MemorySegment source, long at, long target, long bytes) {
    MemorySegment.copy(source, at, ALL, target, bytes);
  }

  /// Stores a string as UTF-8 with a zero byte behind it; an unpaired surrogate becomes `?`. ASCII
  /// is copied out of the string at once, without an array in between.
  public static void putString(long address, String value) {
    ALL.setString(address, value, StandardCharsets.UTF_8);
  }

  /// The index of the first byte that differs, or -1.
  ///
  /// Loads of its own: the vectors of [MemorySegment#mismatch] are not among the code in which
  /// HotSpot survives that another process has truncated a mapped file.
  public static long mismatch(long left, long right, long bytes) {
    long at = 0;
    for (; at <= bytes - 8; at += 8) {
      long difference = getLong(left + at) ^ getLong(right + at);
      if (difference != 0) {
        return at + (Long.numberOfTrailingZeros(difference) >>> 3);
      }
    }
    for (; at < bytes; at++) {
      if (getByte(left + at) != getByte(right + at)) {
        return at;
      }
    }
    return -1;
  }

  /// As above, beside as many bytes of an array.
  public static int mismatch(long left, byte[] right) {
    for (int at = 0; at < right.length; at++) {
      if (getByte(left + at) != right[at]) {
        return at;
      }
    }
    return -1;
  }
}
