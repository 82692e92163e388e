package dev.caplens.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.layout.Cell;
import dev.caplens.layout.Tier;
import dev.caplens.layout.signal.Waiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Several JVMs at one ring.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // reads of a pipe are deaf
class RingProcessesTest {

  private static final int MESSAGES = 20_000;
  private static final long NAP_NANOS = 10_000_000;

  @TempDir Path folder;
  private Path file;
  private Cell cell;
  private SlotRing inbox;
  private SlotRing outbox;

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

  @Test
  void what_three_processes_send_arrives_once_and_in_the_order_of_each() throws Exception {
    long[] next = {0, MESSAGES, 2 * MESSAGES};
    try (PeerJvm a = PeerJvm.start(SendingModule.class, file, 0, MESSAGES);
        PeerJvm b = PeerJvm.start(SendingModule.class, file, MESSAGES, 2 * MESSAGES);
        PeerJvm c = PeerJvm.start(SendingModule.class, file, 2 * MESSAGES, 3 * MESSAGES)) {
      Consumer consumer = outbox.consumer(cell.slot());
      for (int taken = 0; taken < 3 * MESSAGES; taken++) {
        while (!consumer.tryTake()) {
          consumer.await(NAP_NANOS);
        }
        long number = Numbers.readAndRelease(consumer);
        assertEquals(next[(int) number / MESSAGES]++, number);
      }
      assertFalse(consumer.tryTake());
      assertEquals(0, a.join() + b.join() + c.join());
    }
    assertEquals(3 * MESSAGES, outbox.counters().published());
    assertFalse(cell.processes().isAnyHeld(cell.slot()), "all have left");
  }

  @Test
  void what_goes_through_three_processes_comes_back_once() throws Exception {
    int[] answers = new int[MESSAGES];
    try (PeerJvm a = PeerJvm.start(EchoModule.class, file);
        PeerJvm b = PeerJvm.start(EchoModule.class, file);
        PeerJvm c = PeerJvm.start(EchoModule.class, file)) {
      exchange(answers, _ -> {});
      endModules(3);
      assertEquals(0, a.join() + b.join() + c.join());
    }

    assertEquals(MESSAGES, Arrays.stream(answers).filter(n -> n == 1).count());
    assertEquals(MESSAGES + 3, inbox.counters().published());
  }

  @Test
  void a_process_that_is_killed_among_them_costs_no_message() throws Exception {
    int[] answers = new int[MESSAGES];
    Recovery[] recovery = {new Recovery(0, 0, 0)};
    try (PeerJvm survivor = PeerJvm.start(EchoModule.class, file);
        PeerJvm victim = PeerJvm.start(EchoModule.class, file)) {
      survivor.awaitLine("begun");
      victim.awaitLine("begun");
      exchange(answers, received -> recovery[0] = killOnce(received, victim, recovery[0]));
      endModules(1);
      assertEquals(0, survivor.join());
    }

    assertEquals(MESSAGES, Arrays.stream(answers).filter(n -> n >= 1).count(), "none is lost");
    int twice = Arrays.stream(answers).sum() - MESSAGES;
    assertTrue(
        twice <= recovery[0].returned(),
        "answered twice: " + twice + ", delivered again: " + recovery[0].returned());
  }

  @Test
  void what_a_process_holds_when_it_leaves_is_given_back() throws Exception {
    Numbers.trySend(inbox.producer(cell.slot()), 7);
    try (PeerJvm leaver = PeerJvm.start(LeavingModule.class, file)) {
      leaver.awaitLine("left");
      List<Recovery> recovered = new ArrayList<>();

      cell.processes()
          .recover(slot -> {
            recovered.add(inbox.recover(slot, 3, _ -> {}));
            recovered.add(outbox.recover(slot, 3, _ -> {}));
          });

      assertEquals(List.of(new Recovery(1, 0, 0), new Recovery(0, 0, 1)), recovered);
    }
    Consumer again = inbox.consumer(cell.slot());
    assertTrue(again.tryTake());
    assertEquals(2, again.deliveries());
    assertEquals(7, Numbers.readAndRelease(again));
    assertTrue(Numbers.trySend(outbox.producer(cell.slot()), 8));
    assertTrue(outbox.consumer(cell.slot()).tryTake(), "no claim is in its way");
  }

  private Recovery killOnce(int received, PeerJvm victim, Recovery before) {
    if (received != MESSAGES / 2) {
      return before;
    }
    victim.kill();
    Recovery[] jobs = {before};
    int recovered =
        cell.processes()
            .recover(slot -> {
              jobs[0] = inbox.recover(slot, 3, _ -> {});
              outbox.recover(slot, 3, _ -> {});
            });
    assertEquals(1, recovered);
    return jobs[0];
  }

  private interface Progress {
    void received(int count);
  }

  /// Sends all numbers and counts the answers until each was answered.
  private void exchange(int[] answers, Progress progress) throws InterruptedException {
    Producer jobs = inbox.producer(cell.slot());
    Consumer results = outbox.consumer(cell.slot());
    int sent = 0;
    int answered = 0;
    while (answered < MESSAGES) {
      if (sent < MESSAGES && Numbers.trySend(jobs, sent)) {
        sent++;
      }
      if (results.tryTake()) {
        int number = (int) Numbers.readAndRelease(results);
        if (answers[number]++ == 0) {
          progress.received(++answered);
        }
      } else if (sent == MESSAGES) {
        results.await(NAP_NANOS);
      }
    }
  }

  private void endModules(int count) throws InterruptedException {
    Producer jobs = inbox.producer(cell.slot());
    for (int i = 0; i < count; i++) {
      while (!Numbers.trySend(jobs, -1)) {
        jobs.awaitSpace(NAP_NANOS);
      }
    }
  }
}
