package dev.caplens.layout.map;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A checked window of a region, for words that no struct of the map names: where a waiter sleeps,
/// what a test looks at. The structs of the map have lenses of their own, such as
/// [Superblock.Layout].
///
/// Offsets are in bytes from the begin of the span. Every access checks its two ends and keeps the
/// region reachable, so no argument can touch memory outside; every store checks that the region
/// may be written. The names tell the ordering, as in [Memory]. All methods may be called by any
/// thread.
public final class Span {

  private final Region region;
  private final long address;
  private final long size;
  private final boolean isWritable;

  /// The bytes `[offset, offset + size)` of a region.
  ///
  /// @throws IndexOutOfBoundsException if they are not all in the region
  public Span(Region region, long offset, long size) {
    Objects.checkFromIndexSize(offset, size, region.size());
    this.region = region;
    this.address = region.address() + offset;
    this.size = size;
    this.isWritable = region.access() != Access.READ_ONLY;
  }

  /// A part of this span.
  public Span slice(long offset, long length) {
    Objects.checkFromIndexSize(offset, length, size);
    return new Span(region, address - region.address() + offset, length);
  }

  /// The region in which this span lies.
  public Region region() {
    return region;
  }

  /// The number of bytes.
  public long size() {
    return size;
  }

  /// Where the byte at `offset` lies in the region.
  public long offsetInRegion(long offset) {
    return address(offset, 1) - region.address();
  }

  /// Loads 2 bytes.
  public int getShort(long offset) {
    int value = Memory.getBoundedShort(address(offset, Short.BYTES)) & 0xffff;
    Reference.reachabilityFence(region);
    return value;
  }

  /// Stores 2 bytes.
  public void putShort(long offset, int value) {
    Memory.putShort(target(offset, Short.BYTES), (short) value);
    Reference.reachabilityFence(region);
  }

  /// Loads 4 bytes.
  public int getInt(long offset) {
    int value = Memory.getBoundedInt(address(offset, Integer.BYTES));
    Reference.reachabilityFence(region);
    return value;
  }

  /// Stores 4 bytes.
  public void putInt(long offset, int value) {
    Memory.putInt(target(offset, Integer.BYTES), value);
    Reference.reachabilityFence(region);
  }

  /// Loads 8 bytes.
  public long getLong(long offset) {
    long value = Memory.getLong(address(offset, Long.BYTES));
    Reference.reachabilityFence(region);
    return value;
  }

  /// Stores 8 bytes.
  public void putLong(long offset, long value) {
    Memory.putLong(target(offset, Long.BYTES), value);
    Reference.reachabilityFence(region);
  }

  /// Loads 4 bytes with volatile ordering.
  public int getIntVolatile(long offset) {
    int value = Memory.getIntVolatile(address(offset, Integer.BYTES));
    Reference.reachabilityFence(region);
    return value;
  }

  /// Stores 4 bytes with volatile ordering.
  public void putIntVolatile(long offset, int value) {
    Memory.putIntVolatile(target(offset, Integer.BYTES), value);
    Reference.reachabilityFence(region);
  }

  /// Adds to 4 bytes with full ordering; returns what they held.
  public int getAndAddInt(long offset, int delta) {
    int value = Memory.getAndAddInt(target(offset, Integer.BYTES), delta);
    Reference.reachabilityFence(region);
    return value;
  }

  /// Loads 8 bytes with acquire ordering.
  public long getLongAcquire(long offset) {
    long value = Memory.getLongAcquire(address(offset, Long.BYTES));
    Reference.reachabilityFence(region);
    return value;
  }

  /// Stores 8 bytes with release ordering.
  public void putLongRelease(long offset, long value) {
    Memory.putLongRelease(target(offset, Long.BYTES), value);
    Reference.reachabilityFence(region);
  }

  /// Loads 8 bytes with volatile ordering.
  public long getLongVolatile(long offset) {
    long value = Memory.getLongVolatile(address(offset, Long.BYTES));
    Reference.reachabilityFence(region);
    return value;
  }

  /// Stores 8 bytes with volatile ordering.
  public void putLongVolatile(long offset, long value) {
    Memory.putLongVolatile(target(offset, Long.BYTES), value);
    Reference.reachabilityFence(region);
  }

  /// Replaces 8 bytes with full ordering if they hold `expected`; tells whether they did.
  public boolean compareAndSetLong(long offset, long expected, long value) {
    boolean done = Memory.compareAndSetLong(target(offset, Long.BYTES), expected, value);
    Reference.reachabilityFence(region);
    return done;
  }

  /// Adds to 8 bytes with full ordering; returns what they held.
  public long getAndAddLong(long offset, long delta) {
    long value = Memory.getAndAddLong(target(offset, Long.BYTES), delta);
    Reference.reachabilityFence(region);
    return value;
  }

  /// Sets bits of 8 bytes with full ordering.
  public void setBits(long offset, long mask) {
    Memory.getAndBitwiseOrLong(target(offset, Long.BYTES), mask);
    Reference.reachabilityFence(region);
  }

  /// Clears bits of 8 bytes with full ordering.
  public void clearBits(long offset, long mask) {
    Memory.getAndBitwiseAndLong(target(offset, Long.BYTES), ~mask);
    Reference.reachabilityFence(region);
  }

  /// Fills bytes with zeros.
  public void clear(long offset, long length) {
    Memory.fill(target(offset, length), length, (byte) 0);
    Reference.reachabilityFence(region);
  }

  /// Stores a name in `length` bytes of UTF-8, padded with NUL and cut where it is too long.
  public void putName(long offset, int length, String name) {
    clear(offset, length);
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    Memory.copy(bytes, 0, address + offset, Math.min(bytes.length, length));
    Reference.reachabilityFence(region);
  }

  /// Loads a name of at most `length` bytes of UTF-8, up to the first NUL.
  public String getName(long offset, int length) {
    Objects.checkFromIndexSize(offset, length, size);
    byte[] bytes = new byte[length];
    Memory.copy(address + offset, bytes, 0, length);
    Reference.reachabilityFence(region);
    int end = 0;
    while (end < length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /// A store into a read-only mapping would end the JVM.
  private long target(long offset, long bytes) {
    if (!isWritable) {
      region.requireWritable();
    }
    return address(offset, bytes);
  }

  private long address(long offset, long bytes) {
    return address + Objects.checkFromIndexSize(offset, bytes, size);
  }
}
