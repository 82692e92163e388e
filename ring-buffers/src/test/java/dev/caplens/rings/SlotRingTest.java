package dev.caplens.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.RingDescriptor;
import dev.caplens.layout.map.RingStamp;
import dev.caplens.layout.signal.ControlFlags;
import dev.caplens.layout.signal.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotRingTest {

  private static final int A = 1;
  private static final int B = 2;
  private static final int SLOTS = SlotRing.SLOTS;
  private static final long LAP_END = (1L << 40) - 1;

  private final Region region = Region.anonymous(MasterMap.ARENA_OFFSET);
  private final ControlFlags flags = new ControlFlags(region, Waiter.polling());
  private final SlotRing ring = SlotRing.inbox(region, flags);
  private final Producer producer = ring.producer(A);
  private final Consumer consumer = ring.consumer(B);

  @Test
  void a_claimed_record_is_invisible_until_committed() {
    assertTrue(producer.tryClaim());
    Numbers.fill(producer, 7, Numbers.BODY_BYTES);

    assertFalse(consumer.tryTake());
    assertTrue(producer.commit(Numbers.BODY_BYTES, Numbers.TYPE));
    assertTrue(consumer.tryTake());

    assertEquals(7, Numbers.readAndRelease(consumer));
  }

  @Test
  void it_is_vacant_when_nothing_is_claimed_waits_or_is_held() {
    assertTrue(ring.isVacant());
    assertTrue(producer.tryClaim());
    assertFalse(ring.isVacant(), "claimed");
    producer.commit(0, Numbers.TYPE);
    assertFalse(ring.isVacant(), "committed");
    assertTrue(consumer.tryTake());
    assertFalse(ring.isVacant(), "taken");
    consumer.release();
    assertTrue(ring.isVacant());

    assertTrue(producer.tryClaim());
    producer.abort();

    assertTrue(ring.isVacant(), "aborted");
  }

  @Test
  void a_claim_holds_up_what_was_committed_behind_it() {
    Producer other = ring.producer(A);
    assertTrue(producer.tryClaim());
    assertTrue(Numbers.trySend(other, 2));

    assertFalse(consumer.tryTake());
    Numbers.fill(producer, 1, Numbers.BODY_BYTES);
    producer.commit(Numbers.BODY_BYTES, Numbers.TYPE);

    assertEquals(List.of(1L, 2L), takeAll());
  }

  @Test
  void an_aborted_claim_is_skipped() {
    assertTrue(producer.tryClaim());
    Numbers.fill(producer, 1, Numbers.BODY_BYTES);
    producer.abort();
    Numbers.trySend(producer, 2);

    assertEquals(List.of(2L), takeAll());
    assertEquals(1, ring.counters().aborted());
  }

  @Test
  void full_and_empty_are_values() {
    assertFalse(consumer.tryTake());

    for (int i = 0; i < SLOTS; i++) {
      assertTrue(Numbers.trySend(producer, i));
    }

    assertFalse(producer.tryClaim());
    assertEquals(SLOTS, takeAll().size());
    assertFalse(consumer.tryTake());
    assertEquals(new RingCounters(SLOTS, SLOTS, 1, SLOTS, 0, 0), ring.counters());
  }

  @Test
  void one_free_slot_makes_room_for_one_record() {
    for (int i = 0; i < SLOTS; i++) {
      Numbers.trySend(producer, i);
    }
    consumer.tryTake();

    assertFalse(producer.tryClaim(), "a record that is held still needs its slot");
    consumer.release();

    assertTrue(Numbers.trySend(producer, SLOTS));
    assertFalse(producer.tryClaim());
  }

  @Test
  void it_goes_on_over_many_laps() {
    List<Long> got = new ArrayList<>();
    for (long i = 0; i < 10L * SLOTS; i++) {
      assertTrue(Numbers.trySend(producer, i));
      if (i % 3 == 2) {
        got.addAll(takeAll());
      }
    }
    got.addAll(takeAll());

    assertEquals(10 * SLOTS, got.size());
    for (int i = 0; i < got.size(); i++) {
      assertEquals(i, got.get(i));
    }
  }

  @Test
  void it_goes_on_where_the_laps_of_the_stamps_wrap() {
    beginAtLap(LAP_END);

    for (long i = 0; i < 3L * SLOTS; i++) {
      assertTrue(Numbers.trySend(producer, i));
      assertTrue(consumer.tryTake());
      assertEquals(i, Numbers.readAndRelease(consumer));
    }

    assertEquals(Stamp.free(2), stamp(0));
  }

  @Test
  void a_record_that_is_held_a_whole_lap_does_not_poison_the_ring() {
    Consumer slow = ring.consumer(B);
    Numbers.trySend(producer, 0);
    slow.tryTake();
    for (int i = 1; i < SLOTS; i++) {
      assertTrue(Numbers.trySend(producer, i));
    }
    assertEquals(SLOTS - 1, takeAll().size());

    assertFalse(consumer.tryTake());
    assertFalse(producer.tryClaim());

    assertEquals(0, Numbers.readAndRelease(slow));
    assertTrue(Numbers.trySend(producer, SLOTS));
    assertEquals(List.of((long) SLOTS), takeAll());
  }

  @Test
  void a_record_that_was_given_back_is_delivered_again_first() {
    Numbers.trySend(producer, 1);
    Numbers.trySend(producer, 2);
    consumer.tryTake();
    assertEquals(1, consumer.deliveries());
    consumer.giveBack();

    Consumer other = ring.consumer(A);
    assertTrue(other.tryTake());

    assertEquals(2, other.deliveries());
    assertEquals(1, Numbers.readAndRelease(other));
    assertEquals(List.of(2L), takeAll());
  }

  @Test
  void a_stale_owner_cannot_commit() {
    Numbers.trySend(producer, 1);
    assertTrue(producer.tryClaim());

    assertEquals(new Recovery(0, 0, 1), ring.recover(A, 3, _ -> {}));

    assertFalse(producer.commit(Numbers.BODY_BYTES, Numbers.TYPE));
    assertEquals(List.of(1L), takeAll());
  }

  @Test
  void a_stale_owner_cannot_commit_a_whole_lap_later() {
    assertTrue(producer.tryClaim());
    ring.recover(A, 3, _ -> {});
    Producer successor = ring.producer(A);
    for (int i = 0; i < SLOTS - 1; i++) {
      Numbers.trySend(successor, i);
    }
    assertEquals(SLOTS - 1, takeAll().size());
    assertTrue(successor.tryClaim());
    assertEquals(producer.bodyOffset(), successor.bodyOffset());

    assertFalse(producer.commit(Numbers.BODY_BYTES, Numbers.TYPE));

    Numbers.fill(successor, 99, Numbers.BODY_BYTES);
    assertTrue(successor.commit(Numbers.BODY_BYTES, Numbers.TYPE));
    assertEquals(List.of(99L), takeAll());
  }

  @Test
  void a_stale_owner_cannot_release_and_the_record_is_delivered_again() {
    Numbers.trySend(producer, 5);
    consumer.tryTake();

    assertEquals(new Recovery(1, 0, 0), ring.recover(B, 3, _ -> {}));
    Consumer successor = ring.consumer(B);
    assertTrue(successor.tryTake());

    assertFalse(consumer.release(), "the slot is the same, the delivery is not");
    assertEquals(2, successor.deliveries());
    assertEquals(5, Numbers.readAndRelease(successor));
    assertFalse(successor.tryTake());
  }

  @Test
  void a_stale_owner_cannot_give_back() {
    Numbers.trySend(producer, 5);
    consumer.tryTake();
    ring.recover(B, 3, _ -> {});
    Consumer successor = ring.consumer(A);
    successor.tryTake();
    Numbers.readAndRelease(successor);

    consumer.giveBack();

    assertFalse(successor.tryTake());
  }

  @Test
  void a_record_is_orphaned_once_its_deliveries_are_used_up() {
    Numbers.trySend(producer, 5);
    List<Long> orphans = new ArrayList<>();
    for (int delivery = 1; delivery <= 2; delivery++) {
      assertTrue(consumer.tryTake());
      assertEquals(new Recovery(1, 0, 0), ring.recover(B, 3, r -> orphans.add(Numbers.read(r))));
      consumer.release();
    }
    assertTrue(consumer.tryTake());
    assertEquals(3, consumer.deliveries());

    assertEquals(new Recovery(0, 1, 0), ring.recover(B, 3, r -> orphans.add(Numbers.read(r))));

    assertEquals(List.of(5L), orphans);
    assertFalse(consumer.release());
    assertFalse(consumer.tryTake());
    assertTrue(Numbers.trySend(producer, 6));
    assertEquals(List.of(6L), takeAll());
  }

  @Test
  void a_recovery_leaves_alone_what_others_hold() {
    Numbers.trySend(producer, 5);
    consumer.tryTake();
    assertTrue(producer.tryClaim());

    assertEquals(new Recovery(0, 0, 0), ring.recover(9, 3, _ -> {}));

    assertEquals(5, Numbers.readAndRelease(consumer));
    Numbers.fill(producer, 6, Numbers.BODY_BYTES);
    assertTrue(producer.commit(Numbers.BODY_BYTES, Numbers.TYPE));
  }

  @Test
  void a_recovery_wakes_everybody_for_what_the_dead_did_not_tell() {
    int filled = flags.epoch(ControlFlags.INBOX);
    int space = flags.epoch(MasterMap.FLAG_INBOX_SPACE);

    ring.recover(9, 3, _ -> {});

    assertEquals(filled + 1, flags.epoch(ControlFlags.INBOX));
    assertEquals(space + 1, flags.epoch(MasterMap.FLAG_INBOX_SPACE));
  }

  @Test
  void the_number_of_deliveries_has_two_ends() {
    for (int wrong : new int[] {0, -1, 256}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> ring.recover(A, wrong, _ -> {}));
      assertEquals("deliveries of a record: expected 1 to 255, got " + wrong, refused.getMessage());
    }
    assertEquals(new Recovery(0, 0, 0), ring.recover(A, 255, _ -> {}));
  }

  @Test
  void a_process_slot_outside_the_table_is_refused() {
    assertThrows(IndexOutOfBoundsException.class, () -> ring.producer(64));
    assertThrows(IndexOutOfBoundsException.class, () -> ring.consumer(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> ring.recover(64, 1, _ -> {}));
  }

  @Test
  void a_body_has_two_ends_and_a_claim_survives_a_wrong_one() {
    assertTrue(producer.tryClaim());
    for (int wrong : new int[] {-1, SlotRing.BODY_BYTES + 1}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> producer.commit(wrong, 0));
      assertEquals(
          "body of a record: expected 0 to 248 bytes, got "
              + wrong
              + "; put bulk data into the arena and refer to it",
          refused.getMessage());
    }

    assertTrue(producer.commit(SlotRing.BODY_BYTES, 3));

    assertTrue(consumer.tryTake());
    assertEquals(SlotRing.BODY_BYTES, consumer.record().bodyBytes());
    assertEquals(3, consumer.record().type());
  }

  @Test
  void its_owners_keep_the_order_of_calls() {
    String inbox = "inbox of " + region;

    assertEquals(
        "producer of " + inbox + ": no claim is open; claim first",
        assertThrows(IllegalStateException.class, () -> producer.commit(0, 0)).getMessage());
    assertEquals(
        "consumer of " + inbox + ": no record is held; take one first",
        assertThrows(IllegalStateException.class, consumer::release).getMessage());
    Numbers.trySend(producer, 1);
    producer.tryClaim();
    consumer.tryTake();

    assertEquals(
        "producer of " + inbox + ": a claim is open already; commit or abort it first",
        assertThrows(IllegalStateException.class, producer::tryClaim).getMessage());
    assertEquals(
        "consumer of " + inbox + ": a record is held already; release it or give it back first",
        assertThrows(IllegalStateException.class, consumer::tryTake).getMessage());
  }

  @Test
  void inbox_and_outbox_share_nothing() {
    SlotRing outbox = SlotRing.outbox(region, flags);
    Numbers.trySend(producer, 1);

    assertFalse(outbox.consumer(A).tryTake());
    assertEquals(new RingCounters(0, 0, 0, 0, 0, 0), outbox.counters());
    assertEquals(0, flags.epoch(ControlFlags.OUTBOX));
  }

  @Test
  void every_commit_moves_the_epoch_of_its_direction() {
    Numbers.trySend(producer, 1);
    Numbers.trySend(producer, 2);

    assertEquals(2, flags.epoch(ControlFlags.INBOX));
    assertEquals(0, flags.epoch(ControlFlags.OUTBOX));
  }

  @Test
  void a_release_moves_a_flag_only_for_those_who_wait() throws InterruptedException {
    Numbers.trySend(producer, 1);
    Numbers.trySend(producer, 2);
    takeAndRelease();
    assertEquals(0, flags.epoch(MasterMap.FLAG_INBOX_SPACE), "nobody waits");

    flags.await(
        MasterMap.FLAG_INBOX_SPACE, A, this::takeAndRelease, Duration.ofMinutes(1).toNanos());

    assertEquals(1, flags.epoch(MasterMap.FLAG_INBOX_SPACE), "somebody waits");
  }

  private boolean takeAndRelease() {
    return consumer.tryTake() && consumer.release();
  }

  @Test
  void a_waiting_consumer_sees_what_was_committed_before_it_sleeps() throws InterruptedException {
    Numbers.trySend(producer, 1);

    assertFalse(consumer.await(Long.MAX_VALUE), "it need not sleep");
  }

  @Test
  void a_waiting_producer_sees_what_was_released_before_it_sleeps() throws InterruptedException {
    assertFalse(producer.awaitSpace(Long.MAX_VALUE), "it need not sleep");
  }

  private List<Long> takeAll() {
    List<Long> all = new ArrayList<>();
    while (consumer.tryTake()) {
      all.add(Numbers.readAndRelease(consumer));
    }
    return all;
  }

  private void beginAtLap(long lap) {
    long inbox = region.address() + MasterMap.INBOX_OFFSET;
    Memory.putLong(inbox + RingDescriptor.Layout.TAIL_OFFSET, lap * SLOTS);
    Memory.putLong(inbox + RingDescriptor.Layout.HEAD_OFFSET, lap * SLOTS);
    for (int i = 0; i < SLOTS; i++) {
      Memory.putLong(stampAddress(i), Stamp.free(lap));
    }
  }

  private long stamp(int index) {
    return Memory.getLong(stampAddress(index));
  }

  private long stampAddress(int index) {
    return region.address()
        + MasterMap.INBOX_OFFSET
        + MasterMap.RING_STAMPS_OFFSET
        + index * RingStamp.Layout.SIZE;
  }
}
