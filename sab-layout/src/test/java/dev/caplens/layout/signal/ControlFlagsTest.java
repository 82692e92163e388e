package dev.caplens.layout.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Span;
import dev.caplens.layout.map.Waiters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A lost wake-up is a sleep for ever: the time limit ends that, and asserts no speed.
@Timeout(60)
class ControlFlagsTest {

  private static final long FOR_EVER = Long.MAX_VALUE;

  private final Region region = Region.anonymous(MasterMap.ARENA_OFFSET);
  private final Span waiting = new Span(region, MasterMap.WAITERS_OFFSET, Waiters.Layout.SIZE);

  @Test
  void a_signal_moves_one_epoch() {
    ControlFlags flags = new ControlFlags(region, Waiter.polling());

    assertFalse(flags.signal(31));

    assertEquals(1, flags.epoch(31));
    assertEquals(0, flags.epoch(30));
    assertEquals(0, waiting.getLong(0), "the word behind the flags is another region's");
  }

  @Test
  void an_epoch_goes_on_at_the_end_of_its_range() {
    ControlFlags flags = new ControlFlags(region, Waiter.polling());
    new Span(region, 0, 128).putInt(0, -1);

    flags.signal(0);

    assertEquals(0, flags.epoch(0));
    assertEquals(0, flags.epoch(1));
  }

  @Test
  void a_flag_or_slot_outside_its_region_is_an_error() {
    ControlFlags flags = new ControlFlags(region, Waiter.polling());

    for (int wrong : new int[] {32, 36, -1}) {
      assertThrows(IndexOutOfBoundsException.class, () -> flags.epoch(wrong));
      assertThrows(IndexOutOfBoundsException.class, () -> flags.signal(wrong));
      assertThrows(IndexOutOfBoundsException.class, () -> flags.await(wrong, 0, () -> true, 1));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> flags.await(0, 64, () -> true, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> flags.forget(64));
    assertEquals(0, waiting.getLong(0));
  }

  @Test
  void who_finds_something_ready_does_not_sleep() throws InterruptedException {
    ControlFlags flags = new ControlFlags(region, Waiter.polling());

    assertFalse(flags.await(0, 5, () -> waiting.getLong(0) == 1L << 5, FOR_EVER));

    assertEquals(0, waiting.getLong(0));
  }

  @Test
  void a_signal_between_the_look_and_the_sleep_is_not_lost() throws InterruptedException {
    ControlFlags flags = new ControlFlags(region, Waiter.polling());

    assertTrue(
        flags.await(
            0,
            5,
            () -> {
              assertTrue(flags.signal(0), "somebody waits");
              return false;
            },
            FOR_EVER));
  }

  @Test
  void a_sleep_ends_when_its_time_is_over() throws InterruptedException {
    ControlFlags flags = new ControlFlags(region, Waiter.polling());

    assertTrue(flags.await(0, 5, () -> false, 1_000_000));
    assertTrue(flags.await(0, 5, () -> false, 0));
    assertTrue(flags.await(0, 5, () -> false, Long.MIN_VALUE));
  }

  @Test
  void a_sleep_ends_with_an_interrupt_and_leaves_no_bit() {
    ControlFlags flags = new ControlFlags(region, Waiter.polling());
    Thread.currentThread().interrupt();

    assertThrows(InterruptedException.class, () -> flags.await(0, 5, () -> false, FOR_EVER));
    assertEquals(0, waiting.getLong(0));
  }

  @Test
  void what_a_dead_waiter_left_is_forgotten() {
    ControlFlags flags = new ControlFlags(region, Waiter.polling());
    waiting.setBits(3 * 8, 1L << 5 | 1L << 63);

    flags.forget(5);

    assertEquals(1L << 63, waiting.getLong(3 * 8));
    assertTrue(flags.signal(3));
  }

  /// The first of two threads that returns may not take the bit away from the other.
  @Test
  void two_threads_of_a_process_may_wait_for_one_flag() throws Exception {
    CountingWaiter waiter = new CountingWaiter();
    ControlFlags flags = new ControlFlags(region, waiter);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<Boolean> sleeper = threads.submit(() -> flags.await(0, 5, () -> false, FOR_EVER));
      waiter.asleep.acquire();

      assertFalse(flags.await(0, 5, () -> true, FOR_EVER));

      assertTrue(flags.signal(0), "the other still sleeps");
      assertTrue(sleeper.get());
      assertEquals(0, waiting.getLong(0));
    }
  }

  @Test
  void where_nobody_waits_no_flag_moves() {
    ControlFlags flags = new ControlFlags(region, Waiter.polling());
    assertFalse(flags.signalWaiters(3));
    assertEquals(0, flags.epoch(3));

    waiting.setBits(3 * 8, 1L << 5);

    assertTrue(flags.signalWaiters(3));
    assertEquals(1, flags.epoch(3));
  }

  /// With a waiter that wakes only on request, one lost wake-up is a sleep for ever.
  @Test
  void no_wake_up_is_lost_between_two_threads() throws Exception {
    takeTurns(ControlFlags::signal);
  }

  @Test
  void no_wake_up_is_lost_if_only_waiters_are_signalled() throws Exception {
    takeTurns(ControlFlags::signalWaiters);
  }

  private interface Signal {
    boolean to(ControlFlags flags, int flag);
  }

  private void takeTurns(Signal signal) throws Exception {
    int turns = 100_000;
    Span turn = new Span(region, MasterMap.TRACE_OFFSET, 8);
    ControlFlags flags = new ControlFlags(region, new MonitorWaiter());
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Void>> players = new ArrayList<>();
      for (int player = 0; player < 2; player++) {
        int own = player;
        players.add(threads.submit(() -> play(flags, signal, turn, own, turns)));
      }
      for (Future<Void> player : players) {
        player.get();
      }
    }

    assertEquals(turns, turn.getLong(0));
  }

  private static Void play(ControlFlags flags, Signal signal, Span turn, int own, int turns)
      throws InterruptedException {
    for (long next = own; next < turns; next += 2) {
      long mine = next;
      while (turn.getLongVolatile(0) != mine) {
        flags.await(own, own, () -> turn.getLongVolatile(0) == mine, FOR_EVER);
      }
      turn.putLongVolatile(0, mine + 1);
      signal.to(flags, 1 - own);
    }
    return null;
  }

  /// Sleeps until it is woken, as a futex does.
  private static class MonitorWaiter implements Waiter {

    @Override
    public synchronized void await(Region region, long offset, int expected, long timeoutNanos)
        throws InterruptedException {
      if (new Span(region, offset, Integer.BYTES).getIntVolatile(0) == expected) {
        wait();
      }
    }

    @Override
    public synchronized void wake(Region region, long offset, int count) {
      notifyAll();
    }
  }

  private static final class CountingWaiter extends MonitorWaiter {
    private final Semaphore asleep = new Semaphore(0);

    @Override
    public void await(Region region, long offset, int expected, long timeoutNanos)
        throws InterruptedException {
      asleep.release();
      super.await(region, offset, expected, timeoutNanos);
    }
  }
}
