package dev.caplens.rings;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.RingDescriptor;
import dev.caplens.layout.signal.ControlFlags;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/// A ring of fixed slots between any number of producers and consumers.
///
/// | word       | written by                  | read by   | ordering                                       |
/// |------------|-----------------------------|-----------|------------------------------------------------|
/// | stamp      | who claims, takes, recovers | all       | compare-and-set, pairs `committed`, `released` |
/// | tail, head | anyone who finds it behind  | all       | compare-and-set; only a hint                   |
/// | slot       | who claimed it              | who takes | plain, covered by `committed`                  |
///
/// A position belongs to whoever moves the stamp of its slot; tail and head only tell where to look
/// next, and whoever finds one behind moves it on. So a process that dies between the two stores
/// blocks nobody, and what it committed is delivered. Nothing is visible before its commit. A claim
/// that is never committed holds up the consumers until its owner has left or is proven dead and
/// [#recover] has taken it back.
///
/// Progress: whoever fails a compare-and-set has lost it to another one that went on (lock-free),
/// except behind a claim that is not committed yet. Records are taken in the order of their claims,
/// but for those that are delivered again.
///
/// Any thread may call any method; a [Producer] or [Consumer] belongs to one thread.
public final class SlotRing {

  /// The largest body of a record in bytes.
  public static final int BODY_BYTES = Slots.BODY_BYTES;

  /// The number of slots.
  public static final int SLOTS = Slots.COUNT;

  /// How often a record can be delivered: a stamp counts no further.
  public static final int MAX_DELIVERIES = Stamp.MAX_DELIVERIES;

  private final String name;
  private final Slots slots;
  private final ControlFlags flags;
  private final int filledFlag;
  private final int spaceFlag;

  private SlotRing(String name, Slots slots, ControlFlags flags, int filledFlag, int spaceFlag) {
    this.name = name;
    this.slots = slots;
    this.flags = flags;
    this.filledFlag = filledFlag;
    this.spaceFlag = spaceFlag;
  }

  /// The inbox of a region: the kernel commits jobs, any module takes the next one.
  public static SlotRing inbox(Region region, ControlFlags flags) {
    Slots slots = new Slots(region, MasterMap.INBOX_OFFSET);
    return new SlotRing("inbox", slots, flags, MasterMap.FLAG_INBOX, MasterMap.FLAG_INBOX_SPACE);
  }

  /// The outbox of a region: any module commits results, the kernel takes them.
  public static SlotRing outbox(Region region, ControlFlags flags) {
    Slots slots = new Slots(region, MasterMap.OUTBOX_OFFSET);
    return new SlotRing("outbox", slots, flags, MasterMap.FLAG_OUTBOX, MasterMap.FLAG_OUTBOX_SPACE);
  }

  /// Writes the shape of the ring into its descriptor, for whoever looks at the bytes. The owner of
  /// a fresh region calls it once.
  public void describe() {
    slots.describe();
  }

  /// A sender for one thread of the process in a slot of the process table.
  public Producer producer(int processSlot) {
    return new Producer(this, checkSlot(processSlot));
  }

  /// A receiver for one thread of the process in a slot of the process table.
  public Consumer consumer(int processSlot) {
    return new Consumer(this, checkSlot(processSlot));
  }

  /// Receives what was delivered too often to be tried again.
  public interface Orphans {
    /// Reads the record in place; it is gone when this returns.
    void accept(RecordView record);
  }

  /// Takes back what a process held that has left or is proven dead: claims are aborted, records
  /// that it had taken are delivered again, or handed to `orphans` if that was tried
  /// `maxDeliveries` times.
  ///
  /// It also tells what the process may have done and not told: everybody who waits is woken, and
  /// consumers look for records that were given back.
  ///
  /// Only the kernel calls this, after the leave or the proof: a process that still works would
  /// lose its records, though it could not commit or release them any more.
  ///
  /// @param processSlot the slot of that process
  /// @param maxDeliveries how often a record is delivered at most, 1 to [#MAX_DELIVERIES]
  public Recovery recover(int processSlot, int maxDeliveries, Orphans orphans) {
    checkSlot(processSlot);
    checkDeliveries(maxDeliveries);
    int returned = 0;
    int orphaned = 0;
    int aborted = 0;
    boolean isUntold = false;
    for (int index = 0; index < Slots.COUNT; index++) {
      long stamp = slots.stamp(index);
      long position = Slots.position(Stamp.lap(stamp), index);
      isUntold |= Stamp.isReturned(stamp);
      if (Stamp.isClaimedBy(stamp, processSlot)) {
        aborted += abort(position, stamp) ? 1 : 0;
      } else if (Stamp.isTakenBy(stamp, processSlot)) {
        if (Stamp.deliveries(stamp) < maxDeliveries) {
          returned += giveBack(position, stamp) ? 1 : 0;
        } else {
          orphans.accept(view(position));
          orphaned += free(position, stamp) ? 1 : 0;
        }
      }
    }
    if (isUntold && returned == 0) {
      slots.count(
          RingDescriptor.Layout.RETURNED_OFFSET,
          1); // the dead may have given it back and not counted
    }
    flags.signal(filledFlag); // always: the dead may have told nobody what it did
    flags.signal(spaceFlag);
    return new Recovery(returned, orphaned, aborted);
  }

  /// Whether no slot holds a claim or a record that is not released. Each slot is looked at once,
  /// while others go on; nothing moves from one slot to another.
  public boolean isVacant() {
    for (int index = 0; index < Slots.COUNT; index++) {
      if (Stamp.isInUse(slots.stamp(index))) {
        return false;
      }
    }
    return true;
  }

  /// What was counted since the ring was made; each number may be a moment old.
  public RingCounters counters() {
    return new RingCounters(
        slots.counter(RingDescriptor.Layout.PUBLISHED_OFFSET),
        slots.counter(RingDescriptor.Layout.TAKEN_OFFSET),
        slots.counter(RingDescriptor.Layout.REFUSED_OFFSET),
        slots.counter(RingDescriptor.Layout.HIGH_WATER_OFFSET),
        slots.counter(RingDescriptor.Layout.RETURNED_OFFSET),
        slots.counter(RingDescriptor.Layout.ABORTED_OFFSET));
  }

  /// The name and the region, for error texts.
  @Override
  public String toString() {
    return name + " of " + slots.region();
  }

  Slots slots() {
    return slots;
  }

  boolean abort(long position, long stamp) {
    boolean isMoved = slots.moveStamp(position, stamp, Stamp.aborted(Stamp.lap(stamp)));
    if (isMoved) {
      slots.count(RingDescriptor.Layout.ABORTED_OFFSET, 1);
    }
    return isMoved;
  }

  boolean free(long position, long stamp) {
    return slots.moveStamp(position, stamp, Stamp.free(Stamp.lap(stamp) + 1));
  }

  boolean giveBack(long position, long stamp) {
    long next = Stamp.committed(Stamp.lap(stamp), Stamp.deliveries(stamp));
    boolean isMoved = slots.moveStamp(position, stamp, next);
    if (isMoved) {
      slots.count(RingDescriptor.Layout.RETURNED_OFFSET, 1);
    }
    return isMoved;
  }

  /// The record at a position, its length read once and checked.
  RecordView view(long position) {
    int bytes = slots.bodyBytes(position);
    if (bytes < 0 || bytes > BODY_BYTES) {
      throw poisoned(position, "body of 0 to " + BODY_BYTES + " bytes", bytes + " bytes");
    }
    return new RecordView(slots.region(), slots.bodyOffset(position), bytes, slots.type(position));
  }

  /// Always: whoever follows a ring from outside may look at its epoch only (layout, rule 5).
  void signalFilled() {
    flags.signal(filledFlag);
  }

  /// After a stamp was moved, which is what those who wait look at.
  void signalSpace() {
    flags.signalWaiters(spaceFlag);
  }

  boolean awaitFilled(int processSlot, BooleanSupplier isReady, long timeoutNanos)
      throws InterruptedException {
    return flags.await(filledFlag, processSlot, isReady, timeoutNanos);
  }

  boolean awaitSpace(int processSlot, BooleanSupplier isReady, long timeoutNanos)
      throws InterruptedException {
    return flags.await(spaceFlag, processSlot, isReady, timeoutNanos);
  }

  RingPoisoned poisoned(long position, String expected, String got) {
    return new RingPoisoned(
        "slot %d of %s (position %d): expected %s, got %s; a peer broke the ring, make a new region"
            .formatted(position & Slots.COUNT - 1, this, position, expected, got));
  }

  RingPoisoned badStamp(long position, long stamp) {
    return poisoned(
        position,
        "a stamp of lap " + Slots.lap(position) + " or one beside it",
        "0x" + Long.toHexString(stamp));
  }

  private static void checkDeliveries(int maxDeliveries) {
    if (maxDeliveries < 1 || maxDeliveries > MAX_DELIVERIES) {
      throw new IllegalArgumentException(
          "deliveries of a record: expected 1 to %d, got %d"
              .formatted(MAX_DELIVERIES, maxDeliveries));
    }
  }

  private static int checkSlot(int processSlot) {
    return Objects.checkIndex(processSlot, MasterMap.PROCESS_ENTRY_COUNT);
  }
}
