package dev.caplens.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.Span;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FutexWaiterTest {

  private final FutexWaiter waiter = FutexWaiter.ofSystem();
  private final Region region = Region.anonymous(4096);

  @Test
  void a_sleeper_is_woken_through_another_mapping(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("page");
    Region mine = Region.create(file, 4096);
    Region theirs = Region.open(file, Access.READ_WRITE);
    Span word = new Span(theirs, 8, 4);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<Integer> sleeper =
          threads.submit(() -> {
            Span own = new Span(mine, 8, 4);
            while (own.getIntVolatile(0) == 0) {
              waiter.await(mine, 8, 0, Long.MAX_VALUE);
            }
            return own.getIntVolatile(0);
          });

      word.putIntVolatile(0, 7);
      waiter.wake(theirs, 8, Integer.MAX_VALUE);

      assertEquals(7, sleeper.get());
    }
  }

  @Test
  void a_value_that_differs_is_not_waited_for() throws InterruptedException {
    waiter.await(region, 0, 1, Long.MAX_VALUE);
  }

  @Test
  void a_sleep_ends_when_its_time_is_over() throws InterruptedException {
    waiter.await(region, 0, 0, 1_000_000);
    waiter.await(region, 0, 0, 0);
    waiter.await(region, 0, 0, Long.MIN_VALUE);
  }

  @Test
  void an_interrupt_ends_a_sleep() throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Thread[] sleeper = new Thread[1];
      Future<InterruptedException> interrupted =
          threads.submit(() -> {
            synchronized (sleeper) {
              sleeper[0] = Thread.currentThread();
              sleeper.notifyAll();
            }
            return assertThrows(
                InterruptedException.class, () -> waiter.await(region, 0, 0, Long.MAX_VALUE));
          });
      synchronized (sleeper) {
        while (sleeper[0] == null) {
          sleeper.wait();
        }
        sleeper[0].interrupt();
      }

      assertEquals("interrupted while waiting for " + region, interrupted.get().getMessage());
    }
  }

  @Test
  void a_word_outside_the_region_is_refused() {
    for (long wrong : new long[] {-4, 4096, 4094, Long.MAX_VALUE}) {
      assertThrows(IndexOutOfBoundsException.class, () -> waiter.await(region, wrong, 0, 1));
      assertThrows(IndexOutOfBoundsException.class, () -> waiter.wake(region, wrong, 1));
    }
  }
}
