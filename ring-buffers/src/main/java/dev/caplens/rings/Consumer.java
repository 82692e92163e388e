package dev.caplens.rings;

import dev.caplens.core.message.MessageReader;
import dev.caplens.core.message.StructReader;
import dev.caplens.core.message.StructType;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.RingDescriptor;
import java.util.ArrayList;
import java.util.List;

/// Receives records: take one, read its body in place, release it.
///
/// A record that was taken belongs to this consumer until it releases it or gives it back; if its
/// process leaves or dies first, the record is delivered to another one. One record is held at a
/// time. The consumer belongs to one thread.
public final class Consumer {

  private final SlotRing ring;
  private final Slots slots;
  private final int processSlot;

  /// The messages over the held record. Only with assertions on is one kept: to tell its lenses
  /// when the record is gone.
  private final List<MessageReader> bodies = new ArrayList<>();

  private long held;
  private boolean isHeld;
  private long heldStamp;
  private long returnedSeen;

  Consumer(SlotRing ring, int processSlot) {
    this.ring = ring;
    this.slots = ring.slots();
    this.processSlot = processSlot;
  }

  /// Takes the next record: first one that was given back, then the oldest that was committed.
  ///
  /// @return whether there was one; false if the ring is empty, or the next claim is not committed
  /// @throws IllegalStateException if a record is held
  /// @throws RingPoisoned if a peer broke the ring
  public boolean tryTake() {
    if (isHeld) {
      throw new IllegalStateException(
          "consumer of " + ring + ": a record is held already; release it or give it back first");
    }
    return takeReturned() || takeNext();
  }

  /// Waits until a record can be taken, or the time is over.
  ///
  /// @return whether it slept
  public boolean await(long timeoutNanos) throws InterruptedException {
    return ring.awaitFilled(processSlot, this::isReady, timeoutNanos);
  }

  /// The record that is held. It stays as it is until [#release] or [#giveBack]; later its bytes
  /// are another record's.
  ///
  /// @throws RingPoisoned if the length that the producer wrote is outside the slot; the record is
  ///   still held and can be released
  public RecordView record() {
    return ring.view(requireHeld());
  }

  /// The held record as a Cap'n Proto message, read in place. Its lenses are for use until
  /// [#release] or [#giveBack]: later they read undefined values, and throw with assertions on
  /// (`-ea:dev.caplens...`).
  ///
  /// @throws RingPoisoned if the record has another type, or a length outside its slot
  public <R extends StructReader> R body(StructType<R, ?> type) {
    RecordView record = record();
    if (record.type() != Producer.typeCode(type)) {
      throw ring.poisoned(
          held,
          "a record of type 0x%08x (%s)".formatted(Producer.typeCode(type), type.name()),
          "type 0x%08x".formatted(record.type()));
    }
    MessageReader body =
        MessageReader.flat(record.region(), record.bodyOffset(), record.bodyBytes());
    assert bodies.add(body);
    return body.root(type);
  }

  /// How often the held record was delivered, this time included.
  public int deliveries() {
    requireHeld();
    return Stamp.deliveries(heldStamp);
  }

  /// Gives the slot back to the producers: the record is done with.
  ///
  /// @return false if the record was taken back because this process has left or was taken for
  ///   dead; somebody else will see it then
  public boolean release() {
    long position = requireHeld();
    assert releaseBodies();
    isHeld = false;
    if (!ring.free(position, heldStamp)) {
      return false;
    }
    ring.signalSpace();
    return true;
  }

  /// Puts the record back, to be delivered again to whoever asks next.
  public void giveBack() {
    long position = requireHeld();
    assert releaseBodies();
    isHeld = false;
    if (ring.giveBack(position, heldStamp)) {
      ring.signalFilled();
    }
  }

  private boolean takeNext() {
    while (true) {
      long position = slots.head();
      long lap = Slots.lap(position);
      long stamp = slots.stamp(position);
      long ahead = Stamp.lapsAhead(stamp, lap);
      if (ahead == 0) {
        switch (Stamp.state(stamp)) {
          case MasterMap.STAMP_STATE_FREE, MasterMap.STAMP_STATE_CLAIMED -> {
            if (position == slots.head()) {
              return false;
            }
          }
          case MasterMap.STAMP_STATE_COMMITTED -> {
            if (hold(position, stamp)) {
              slots.passHead(position);
              return true;
            }
          }
          case MasterMap.STAMP_STATE_TAKEN -> slots.passHead(position);
          case MasterMap.STAMP_STATE_ABORTED -> skip(position, stamp);
          default -> throw ring.badStamp(position, stamp);
        }
      } else if (ahead == 1) {
        slots.passHead(position); // taken and released by somebody who has not told yet
      } else if (position == slots.head()) {
        if (ahead != -1 || !Stamp.isHeldOrReturned(stamp)) {
          throw ring.badStamp(position, stamp);
        }
        return false; // the ring is full, and this record of the lap before is not done with
      }
    }
  }

  private void skip(long position, long stamp) {
    if (ring.free(position, stamp)) {
      ring.signalSpace();
    }
    slots.passHead(position);
  }

  /// Looks through the slots for records that were given back, once after each time that happened.
  private boolean takeReturned() {
    long returned = slots.counter(RingDescriptor.Layout.RETURNED_OFFSET);
    if (returned == returnedSeen) {
      return false;
    }
    for (int index = 0; index < Slots.COUNT; index++) {
      long stamp = slots.stamp(index);
      if (Stamp.isReturned(stamp) && hold(Slots.position(Stamp.lap(stamp), index), stamp)) {
        return true; // there may be more: look again next time
      }
    }
    returnedSeen = returned;
    return false;
  }

  private boolean hold(long position, long stamp) {
    long taken = Stamp.taken(Stamp.lap(stamp), processSlot, Stamp.deliveries(stamp) + 1);
    if (!slots.moveStamp(position, stamp, taken)) {
      return false;
    }
    held = position;
    isHeld = true;
    heldStamp = taken;
    slots.count(RingDescriptor.Layout.TAKEN_OFFSET, 1);
    return true;
  }

  /// Before the stamp moves: whoever gets the slot next may write at once.
  private boolean releaseBodies() {
    bodies.forEach(MessageReader::release);
    bodies.clear();
    return true;
  }

  private boolean isReady() {
    if (slots.counter(RingDescriptor.Layout.RETURNED_OFFSET) != returnedSeen) {
      return true;
    }
    long position = slots.head();
    long stamp = slots.stamp(position);
    long ahead = Stamp.lapsAhead(stamp, Slots.lap(position));
    int state = Stamp.state(stamp);
    return ahead == 1
        || ahead == 0
            && state != MasterMap.STAMP_STATE_FREE
            && state != MasterMap.STAMP_STATE_CLAIMED;
  }

  private long requireHeld() {
    if (!isHeld) {
      throw new IllegalStateException(
          "consumer of " + ring + ": no record is held; take one first");
    }
    return held;
  }
}
