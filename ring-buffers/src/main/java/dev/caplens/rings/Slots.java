package dev.caplens.rings;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.RingDescriptor;
import dev.caplens.layout.map.RingSlot;
import dev.caplens.layout.map.RingStamp;
import java.lang.ref.Reference;
import java.util.Objects;

/// The words of a ring at their addresses. It knows where they stand and how each is ordered, and
/// nothing of what they mean.
///
/// ```
///  0        128      256      384            512     640
///  +--------+--------+--------+--------------+-------+----------+
///  | shape  | tail   | head   | published,   | taken | returned,|  descriptor, 4 KiB
///  |        |        |        | refused, ... |       | aborted  |
///  +--------+--------+--------+--------------+-------+----------+
///  0x1000   256 stamps, one per 64 bytes
///  0x10000  256 slots of 256 bytes: | bytes u32 | type u32 | body, at most 248 bytes |
/// ```
///
/// Slot indices are taken modulo their number, so no argument leads outside the ring.
final class Slots {

  static final int COUNT = MasterMap.RING_SLOT_COUNT;
  static final int BODY_BYTES = RingSlot.Layout.BODY_LENGTH;

  private static final int INDEX_MASK = COUNT - 1;

  private final Region region;
  private final long base;
  private final long address;

  Slots(Region region, long base) {
    Objects.checkFromIndexSize(base, MasterMap.RING_SIZE, region.size());
    this.region = region.requireWritable();
    this.base = base;
    this.address = region.address() + base;
  }

  Region region() {
    return region;
  }

  static long lap(long position) {
    return Long.divideUnsigned(position, COUNT);
  }

  static long position(long lap, int index) {
    return lap * COUNT + index;
  }

  void describe() {
    RingDescriptor.Layout descriptor = RingDescriptor.Layout.at(region, base);
    descriptor.setKind((int) MasterMap.RING_KIND_SLOTS);
    descriptor.setSlotSize(RingSlot.Layout.SIZE);
    descriptor.setSlotCount(COUNT);
  }

  long tail() {
    return acquire(RingDescriptor.Layout.TAIL_OFFSET);
  }

  long head() {
    return acquire(RingDescriptor.Layout.HEAD_OFFSET);
  }

  /// Moves the tail on from `position` if nobody has done so yet.
  void passTail(long position) {
    Memory.compareAndSetLong(address + RingDescriptor.Layout.TAIL_OFFSET, position, position + 1);
    Reference.reachabilityFence(region);
  }

  /// Moves the head on from `position` if nobody has done so yet.
  void passHead(long position) {
    Memory.compareAndSetLong(address + RingDescriptor.Layout.HEAD_OFFSET, position, position + 1);
    Reference.reachabilityFence(region);
  }

  long stamp(long position) {
    // pair: committed (acquire)
    // pair: released (acquire)
    long stamp = Memory.getLongAcquire(stampAddress(position));
    Reference.reachabilityFence(region);
    return stamp;
  }

  boolean moveStamp(long position, long expected, long next) {
    // pair: committed (release)
    // pair: released (release)
    boolean isMoved = Memory.compareAndSetLong(stampAddress(position), expected, next);
    Reference.reachabilityFence(region);
    return isMoved;
  }

  void putHeader(long position, int bodyBytes, int type) {
    long header = slotOffset(position) + region.address();
    Memory.putInt(header + RingSlot.Layout.BYTES_OFFSET, bodyBytes);
    Memory.putInt(header + RingSlot.Layout.TYPE_OFFSET, type);
    Reference.reachabilityFence(region);
  }

  /// The length as the producer wrote it: untrusted.
  int bodyBytes(long position) {
    int bytes =
        Memory.getBoundedInt(
            region.address() + slotOffset(position) + RingSlot.Layout.BYTES_OFFSET);
    Reference.reachabilityFence(region);
    return bytes;
  }

  int type(long position) {
    int type =
        Memory.getBoundedInt(region.address() + slotOffset(position) + RingSlot.Layout.TYPE_OFFSET);
    Reference.reachabilityFence(region);
    return type;
  }

  /// Where the body of a slot begins in the region.
  long bodyOffset(long position) {
    return slotOffset(position) + RingSlot.Layout.BODY_OFFSET;
  }

  long counter(long field) {
    return acquire(field);
  }

  void count(long field, long delta) {
    Memory.getAndAddLong(address + field, delta);
    Reference.reachabilityFence(region);
  }

  /// Raises a mark that only grows, and tells where it stands then.
  long raise(long field, long value) {
    long seen = acquire(field);
    while (seen < value && !Memory.compareAndSetLong(address + field, seen, value)) {
      seen = acquire(field);
    }
    Reference.reachabilityFence(region);
    return Math.max(seen, value);
  }

  private long acquire(long field) {
    long value = Memory.getLongAcquire(address + field);
    Reference.reachabilityFence(region);
    return value;
  }

  private long stampAddress(long position) {
    return address + MasterMap.RING_STAMPS_OFFSET + (position & INDEX_MASK) * RingStamp.Layout.SIZE;
  }

  private long slotOffset(long position) {
    return base + MasterMap.RING_LANE_OFFSET + (position & INDEX_MASK) * RingSlot.Layout.SIZE;
  }
}
