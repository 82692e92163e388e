package dev.caplens.bench.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Threads that stay on one core.
class CoresTest {

  @Test
  void a_pinned_thread_may_use_that_core_only() throws Exception {
    Cores all = Cores.ofProcess();
    int last = all.count() - 1;

    Cores pinned =
        inFreshThread(() -> {
          assertTrue(all.pin(last));
          return Cores.ofThread();
        });

    assertEquals(1, pinned.count());
    assertEquals(all.number(last), pinned.number(0));
  }

  @Test
  void pinning_one_thread_leaves_the_others_alone() throws Exception {
    Cores all = Cores.ofProcess();
    inFreshThread(() -> all.pin(0));

    Cores other = inFreshThread(Cores::ofThread);

    assertEquals(all.count(), other.count());
  }

  @Test
  void more_threads_than_cores_share_them() throws Exception {
    Cores all = Cores.ofProcess();

    int core =
        inFreshThread(() -> {
          assertTrue(all.pin(all.count()));
          return Cores.ofThread().number(0);
        });

    assertEquals(all.number(0), core);
  }

  @Test
  void where_the_system_tells_no_cores_nothing_is_pinned() {
    assertFalse(Cores.none().pin(0));
  }

  private static <T> T inFreshThread(Callable<T> work) throws Exception {
    try (ExecutorService threads =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().factory())) {
      return threads.submit(work).get();
    }
  }
}
