package dev.caplens.rings;

import dev.caplens.core.memory.Region;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.StructBuilder;
import dev.caplens.core.message.StructType;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.RingDescriptor;

/// Sends records: claim a slot, build the body in place, commit.
///
/// One claim is open at a time. The producer belongs to one thread.
///
/// ```java
/// if (producer.tryClaim()) {
///   producer.body(Order.TYPE).setId(42);
///   producer.commit();
/// }
/// ```
public final class Producer {

  private final SlotRing ring;
  private final Slots slots;
  private final int processSlot;
  private final MessageBuilder builder = MessageBuilder.create(1);
  private long claimed;
  private boolean isClaimed;
  private int bodyType;
  private boolean isBuilt;
  private long headSeen;
  private long highWaterSeen;

  Producer(SlotRing ring, int processSlot) {
    this.ring = ring;
    this.slots = ring.slots();
    this.processSlot = processSlot;
  }

  /// Claims the next slot. Nobody sees it before [#commit].
  ///
  /// @return whether there was one; false if the ring is full
  /// @throws IllegalStateException if a claim is open
  /// @throws RingPoisoned if a peer broke the ring
  public boolean tryClaim() {
    requireNoClaim();
    while (true) {
      long position = slots.tail();
      long lap = Slots.lap(position);
      long stamp = slots.stamp(position);
      long ahead = Stamp.lapsAhead(stamp, lap);
      if (ahead == 0 && Stamp.state(stamp) == MasterMap.STAMP_STATE_FREE) {
        if (slots.moveStamp(position, stamp, Stamp.claimed(lap, processSlot))) {
          slots.passTail(position);
          raiseHighWater(position);
          claimed = position;
          isClaimed = true;
          isBuilt = false;
          return true;
        }
      } else if (ahead == 0 || ahead == 1) {
        slots.passTail(position); // somebody claimed it and has not told yet
      } else if (position == slots.tail()) {
        if (ahead != -1 || Stamp.state(stamp) == MasterMap.STAMP_STATE_FREE) {
          throw ring.badStamp(position, stamp);
        }
        slots.count(RingDescriptor.Layout.REFUSED_OFFSET, 1);
        return false;
      }
    }
  }

  /// The head only grows, so with an old one there seem to be more records than there are: while
  /// even that is no new mark, the head, which consumers write with every record, is not looked at.
  private void raiseHighWater(long position) {
    if (position + 1 - headSeen > highWaterSeen) {
      headSeen = slots.head();
      highWaterSeen = slots.raise(RingDescriptor.Layout.HIGH_WATER_OFFSET, position + 1 - headSeen);
    }
  }

  /// Waits until a slot is free, or the time is over.
  ///
  /// @return whether it slept
  public boolean awaitSpace(long timeoutNanos) throws InterruptedException {
    return ring.awaitSpace(processSlot, this::hasSpace, timeoutNanos);
  }

  /// The region in which the body is built.
  public Region region() {
    return slots.region();
  }

  /// Where the body begins in the region, a multiple of 8; it has room for [SlotRing#BODY_BYTES].
  ///
  /// @throws IllegalStateException if no claim is open
  public long bodyOffset() {
    return slots.bodyOffset(requireClaim());
  }

  /// Begins a Cap'n Proto message in place, as the body of the claimed record. [#commit()] sends
  /// it; the builder is of no use afterwards.
  ///
  /// @throws IllegalStateException if no claim is open
  public <B extends StructBuilder> B body(StructType<?, B> type) {
    builder.reset(slots.region(), bodyOffset(), SlotRing.BODY_BYTES);
    bodyType = typeCode(type);
    isBuilt = true;
    return builder.initRoot(type);
  }

  /// Makes the record visible whose body was built with [#body], and wakes who waits for it. Its
  /// type is the low half of the schema's type id.
  ///
  /// @return false if the claim was taken back because this process has left or was taken for dead;
  ///   nothing was sent then
  /// @throws IllegalStateException if no claim is open, nothing was built for it, or the message
  ///   did not fit into the slot; the claim stays open then
  public boolean commit() {
    requireClaim();
    if (!isBuilt) {
      throw new IllegalStateException(
          "producer of "
              + ring
              + ": no body was built for this claim; call body first, or commit(bytes, type)");
    }
    if (builder.segmentCount() > 1) {
      throw new IllegalStateException(
          "message for %s: expected at most %d bytes, got more; put bulk data into the arena and refer to it"
              .formatted(ring, SlotRing.BODY_BYTES));
    }
    return commit((int) builder.segmentBytes(0).byteSize(), bodyType);
  }

  /// The type of a record that holds such a message.
  static int typeCode(StructType<?, ?> type) {
    return (int) type.id();
  }

  /// Makes the record visible, and wakes who waits for it.
  ///
  /// @param bodyBytes how much of the body is used, 0 to [SlotRing#BODY_BYTES]
  /// @param type told to the consumer; means nothing to the ring
  /// @return false if the claim was taken back because this process has left or was taken for dead;
  ///   nothing was sent then
  /// @throws IllegalStateException if no claim is open
  public boolean commit(int bodyBytes, int type) {
    long position = requireClaim();
    if (bodyBytes < 0 || bodyBytes > SlotRing.BODY_BYTES) {
      throw new IllegalArgumentException(
          "body of a record: expected 0 to %d bytes, got %d; put bulk data into the arena and refer to it"
              .formatted(SlotRing.BODY_BYTES, bodyBytes));
    }
    isClaimed = false;
    slots.putHeader(position, bodyBytes, type);
    long lap = Slots.lap(position);
    if (!slots.moveStamp(position, Stamp.claimed(lap, processSlot), Stamp.committed(lap, 0))) {
      return false;
    }
    slots.count(RingDescriptor.Layout.PUBLISHED_OFFSET, 1);
    ring.signalFilled();
    return true;
  }

  /// Gives the claim up; consumers skip its slot.
  ///
  /// @throws IllegalStateException if no claim is open
  public void abort() {
    long position = requireClaim();
    isClaimed = false;
    ring.abort(position, Stamp.claimed(Slots.lap(position), processSlot));
    ring.signalFilled();
  }

  private boolean hasSpace() {
    long position = slots.tail();
    return Stamp.lapsAhead(slots.stamp(position), Slots.lap(position)) >= 0;
  }

  private void requireNoClaim() {
    if (isClaimed) {
      throw new IllegalStateException(
          "producer of " + ring + ": a claim is open already; commit or abort it first");
    }
  }

  private long requireClaim() {
    if (!isClaimed) {
      throw new IllegalStateException("producer of " + ring + ": no claim is open; claim first");
    }
    return claimed;
  }
}
