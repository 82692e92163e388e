package dev.caplens.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.RingDescriptor;
import dev.caplens.layout.map.RingSlot;
import dev.caplens.layout.map.RingStamp;
import dev.caplens.layout.signal.ControlFlags;
import dev.caplens.layout.signal.Waiter;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A peer that writes what it likes into the ring gets an error for it, never the JVM.
class HostileRingTest {

  private static final int PROCESS = 1;

  private final Region region = Region.anonymous(MasterMap.ARENA_OFFSET);
  private final SlotRing ring = SlotRing.outbox(region, new ControlFlags(region, Waiter.polling()));
  private final Producer producer = ring.producer(PROCESS);
  private final Consumer consumer = ring.consumer(PROCESS);
  private final long address = region.address() + MasterMap.OUTBOX_OFFSET;

  @Test
  void a_length_outside_the_slot_is_an_error_and_the_ring_goes_on() {
    for (int hostile : new int[] {249, 256, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
      Numbers.trySend(producer, 1);
      Numbers.trySend(producer, 2);
      long position = Memory.getLong(address + RingDescriptor.Layout.HEAD_OFFSET);
      Memory.putInt(slotAddress(position), hostile);

      assertTrue(consumer.tryTake());
      RingPoisoned poisoned = assertThrows(RingPoisoned.class, consumer::record);

      assertEquals(
          "slot %d of outbox of %s (position %d): expected body of 0 to 248 bytes, got %d bytes; a peer broke the ring, make a new region"
              .formatted(position, region, position, hostile),
          poisoned.getMessage());
      assertTrue(consumer.release());
      assertTrue(consumer.tryTake());
      assertEquals(2, Numbers.readAndRelease(consumer));
    }
  }

  @Test
  void a_record_of_a_dead_process_with_a_hostile_length_is_told_with_its_true_position() {
    for (int i = 0; i < SlotRing.SLOTS; i++) {
      Numbers.trySend(producer, i);
      consumer.tryTake();
      consumer.release();
    }
    Numbers.trySend(producer, 1);
    consumer.tryTake();
    Memory.putInt(slotAddress(0), -1);

    RingPoisoned poisoned =
        assertThrows(RingPoisoned.class, () -> ring.recover(PROCESS, 1, _ -> {}));

    assertTrue(
        poisoned.toString().contains("slot 0 of outbox of " + region + " (position 256): "),
        poisoned.toString());
  }

  @Test
  void a_stamp_of_another_lap_is_an_error_for_producers_and_consumers() {
    long hostile = Stamp.committed(77, 0);
    Memory.putLong(stampAddress(0), hostile);
    String text =
        "slot 0 of outbox of %s (position 0): expected a stamp of lap 0 or one beside it, got 0x%x; a peer broke the ring, make a new region"
            .formatted(region, hostile);

    assertEquals(text, assertThrows(RingPoisoned.class, producer::tryClaim).getMessage());
    assertEquals(text, assertThrows(RingPoisoned.class, consumer::tryTake).getMessage());
  }

  @Test
  void a_state_that_does_not_exist_is_an_error_for_consumers() {
    Memory.putLong(stampAddress(0), 0xeeL);

    assertThrows(RingPoisoned.class, consumer::tryTake);
  }

  @Test
  void a_head_that_has_overtaken_the_tail_is_an_error() {
    Memory.putLong(address + RingDescriptor.Layout.HEAD_OFFSET, SlotRing.SLOTS);

    assertThrows(RingPoisoned.class, consumer::tryTake);
  }

  @Test
  void a_tail_that_has_skipped_a_lap_is_an_error_and_not_a_full_ring() {
    Memory.putLong(address + RingDescriptor.Layout.TAIL_OFFSET, SlotRing.SLOTS);

    assertThrows(RingPoisoned.class, producer::tryClaim);
  }

  @Test
  void positions_at_the_ends_of_their_range_are_survived() {
    for (long hostile : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 48, -256}) {
      Memory.putLong(address + RingDescriptor.Layout.TAIL_OFFSET, hostile);
      Memory.putLong(address + RingDescriptor.Layout.HEAD_OFFSET, hostile);

      survive(ring.producer(PROCESS)::tryClaim);
      survive(() -> readOne(ring.consumer(PROCESS)));
    }
  }

  @Test
  void the_last_position_of_all_is_a_position_like_any_other() {
    Memory.putLong(address + RingDescriptor.Layout.TAIL_OFFSET, -1);
    Memory.putLong(address + RingDescriptor.Layout.HEAD_OFFSET, -1);
    Memory.putLong(stampAddress(SlotRing.SLOTS - 1), Stamp.free(Slots.lap(-1)));

    assertTrue(Numbers.trySend(producer, 9));
    assertTrue(producer.tryClaim(), "position 0 of the lap after the last");
    producer.abort();

    assertTrue(consumer.tryTake());
    assertEquals(9, Numbers.readAndRelease(consumer));
    assertFalse(consumer.tryTake());
  }

  @Test
  void random_words_in_stamps_and_positions_never_lead_outside_the_ring() {
    long seed = System.nanoTime();
    System.out.println("seed of random_words_in_stamps_and_positions: " + seed);
    Random random = new Random(seed);
    Region witness = Region.anonymous(MasterMap.ARENA_OFFSET);
    for (int round = 0; round < 20_000; round++) {
      Memory.putLong(stampAddress(random.nextInt(SlotRing.SLOTS)), word(random));
      if (random.nextInt(4) == 0) {
        Memory.putLong(
            address + RingDescriptor.Layout.TAIL_OFFSET, word(random) >>> random.nextInt(64));
        Memory.putLong(
            address + RingDescriptor.Layout.HEAD_OFFSET, word(random) >>> random.nextInt(64));
      }
      Memory.putInt(slotAddress(random.nextInt(SlotRing.SLOTS)), random.nextInt());
      survive(() -> ring.producer(PROCESS).tryClaim());
      survive(() -> readOne(ring.consumer(PROCESS)));
      survive(
          () -> ring.recover(random.nextInt(64), 1 + random.nextInt(255), _ -> {}).aborted() > 0);
    }

    assertEquals(-1, mismatchOutsideRing(witness));
  }

  private static boolean readOne(Consumer consumer) {
    if (consumer.tryTake()) {
      RecordView record = consumer.record();
      assertTrue(record.bodyOffset() >= MasterMap.OUTBOX_OFFSET + MasterMap.RING_LANE_OFFSET);
      assertFalse(
          record.bodyOffset() + record.bodyBytes()
              > MasterMap.OUTBOX_OFFSET + MasterMap.RING_LANE_OFFSET + MasterMap.RING_LANE_SIZE);
      return consumer.release();
    }
    return false;
  }

  /// Where memory in front of the ring, but for the control flags, is not as it was.
  private long mismatchOutsideRing(Region witness) {
    long from = dev.caplens.layout.map.ControlFlags.Layout.SIZE;
    long size = MasterMap.OUTBOX_OFFSET - from;
    return region.segment().asSlice(from, size).mismatch(witness.segment().asSlice(from, size));
  }

  private interface Step {
    boolean run();
  }

  private static void survive(Step step) {
    try {
      step.run();
    } catch (RingPoisoned expected) {
      assertTrue(expected.toString().contains("a peer broke the ring"));
    }
  }

  private static long word(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> random.nextLong();
      case 1 -> random.nextInt(6) | (long) random.nextInt(3) << MasterMap.STAMP_LAP_SHIFT;
      default ->
          random.nextInt(6)
              | (long) random.nextInt(4) << MasterMap.STAMP_OWNER_SHIFT
              | (long) random.nextInt(3) << MasterMap.STAMP_DELIVERIES_SHIFT
              | (long) random.nextInt(3) << MasterMap.STAMP_LAP_SHIFT;
    };
  }

  private long stampAddress(int index) {
    return address + MasterMap.RING_STAMPS_OFFSET + index * RingStamp.Layout.SIZE;
  }

  private long slotAddress(long position) {
    return address + MasterMap.RING_LANE_OFFSET + position % SlotRing.SLOTS * RingSlot.Layout.SIZE;
  }
}
