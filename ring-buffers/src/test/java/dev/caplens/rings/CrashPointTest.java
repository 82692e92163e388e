package dev.caplens.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.layout.Cell;
import dev.caplens.layout.Tier;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Span;
import dev.caplens.layout.map.Waiters;
import dev.caplens.layout.signal.ControlFlags;
import dev.caplens.layout.signal.Waiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A process is killed with SIGKILL at every point of its work: the survivors go on, and the
/// account of what was sent, received and reported closes.
class CrashPointTest {

  /// More than two laps of work for the survivors.
  private static final long AFTERWARDS = 600;

  private static final int MAX_DELIVERIES = 3;

  @TempDir Path folder;
  private Path file;
  private Cell cell;
  private SlotRing inbox;
  private SlotRing outbox;
  private final List<Long> orphans = new ArrayList<>();

  @BeforeEach
  void create() throws IOException {
    file = folder.resolve("cell");
    cell = Cell.create(file, Tier.LIGHT, 1, Waiter.polling());
    inbox = SlotRing.inbox(cell.region(), cell.flags());
    outbox = SlotRing.outbox(cell.region(), cell.flags());
  }

  @AfterEach
  void remove() throws IOException {
    cell.closeAndRemove();
  }

  @ParameterizedTest
  @EnumSource
  void the_account_closes_when_a_process_is_killed(CrashPoint point) throws Exception {
    SlotRing ring = point.isConsumer() ? inbox : outbox;
    Consumer survivor = ring.consumer(cell.slot());
    if (point.isConsumer()) {
      sendAll(inbox.producer(cell.slot()), 0, 10);
    }
    announceWaiting();

    killAt(point);
    Recovery recovery = recover(ring);

    assertEquals(new Recovery(point.returned(), 0, point.aborted()), recovery);
    assertEquals(expected(point), takeAll(survivor));
    assertEquals(List.of(), orphans);
    sendAndTake(ring, survivor);
    assertFalse(cell.processes().isAnyHeld(cell.slot()));
    assertEquals(0, cell.processes().recover(_ -> {}));
  }

  /// A waiting bit, so that who signals comes to the system call that wakes.
  private void announceWaiting() {
    new Span(cell.region(), MasterMap.WAITERS_OFFSET, Waiters.Layout.SIZE)
        .setBits(ControlFlags.OUTBOX * (long) Long.BYTES, 1L << cell.slot());
  }

  private void killAt(CrashPoint point) throws IOException {
    try (PeerJvm peer = PeerJvm.start(CrashingModule.class, file, point)) {
      peer.awaitLine(point.toString());
      assertEquals(0, cell.processes().recover(_ -> {}), "it lives: nothing is taken from it");
    }
  }

  private Recovery recover(SlotRing ring) {
    SlotRing other = ring == inbox ? outbox : inbox;
    Recovery[] recovery = new Recovery[1];
    int recovered =
        cell.processes()
            .recover(slot -> {
              cell.flags().forget(slot);
              recovery[0] = ring.recover(slot, MAX_DELIVERIES, r -> orphans.add(Numbers.read(r)));
              assertEquals(new Recovery(0, 0, 0), other.recover(slot, MAX_DELIVERIES, _ -> {}));
            });
    assertEquals(1, recovered);
    return recovery[0];
  }

  private static List<Long> expected(CrashPoint point) {
    if (point.isConsumer()) {
      long first = point == CrashPoint.WHILE_ATTACHING ? 0 : 3;
      return LongStream.range(first, 10)
          .filter(n -> n != 3 || point.isDelivered())
          .boxed()
          .toList();
    }
    return LongStream.range(0, point.isDelivered() ? 4 : 3).boxed().toList();
  }

  private static List<Long> takeAll(Consumer consumer) {
    List<Long> all = new ArrayList<>();
    while (consumer.tryTake()) {
      all.add(Numbers.readAndRelease(consumer));
    }
    all.sort(null);
    return all;
  }

  private static void sendAll(Producer producer, long first, long last) {
    for (long number = first; number < last; number++) {
      assertTrue(Numbers.trySend(producer, number));
    }
  }

  private void sendAndTake(SlotRing ring, Consumer survivor) {
    Producer producer = ring.producer(cell.slot());
    sendAll(producer, 0, SlotRing.SLOTS);
    assertFalse(producer.tryClaim(), "every slot is in use again");
    assertEquals(SlotRing.SLOTS, takeAll(survivor).size());
    for (long number = 0; number < AFTERWARDS; number++) {
      assertTrue(Numbers.trySend(producer, number));
      assertTrue(survivor.tryTake());
      assertEquals(number, Numbers.readAndRelease(survivor));
    }
  }
}
