package dev.caplens.bench.rounds;

import java.util.concurrent.atomic.AtomicLong;

/// The floor of everything that two cores do together: a number that goes to another thread and
/// back, each way on a cache line of its own.
///
/// Virtual machines have two regimes, depending on where the host puts the cores; what was measured
/// in one must not be compared with what was measured in the other. The best of many short batches
/// is taken, so that a thread that was not running for a while does not count.
public final class PingPong {

  private static final int BATCHES = 40;
  private static final int TRIPS = 500;

  /// Both counters with room around them.
  private static final class Lines {
    final AtomicLong[] all = new AtomicLong[64];

    Lines() {
      for (int i = 0; i < all.length; i++) {
        all[i] = new AtomicLong();
      }
    }

    AtomicLong there() {
      return all[8];
    }

    AtomicLong back() {
      return all[56];
    }
  }

  private PingPong() {}

  /// Nanoseconds of a round trip between the first two cores of this process.
  public static double floor() throws InterruptedException {
    Lines lines = new Lines();
    Cores cores = Cores.ofProcess();
    double[] best = {Double.MAX_VALUE};
    Thread echo =
        start(
            "echo",
            () -> {
              cores.pin(1);
              echo(lines);
            });
    Thread caller =
        start(
            "caller",
            () -> {
              cores.pin(0);
              for (int batch = 0; batch < BATCHES; batch++) {
                best[0] = Math.min(best[0], batch(lines, (long) batch * TRIPS));
              }
            });
    caller.join();
    echo.join();
    return best[0];
  }

  private static Thread start(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name("ping-pong " + name).start(work);
  }

  private static double batch(Lines lines, long first) {
    long start = System.nanoTime();
    for (long trip = first + 1; trip <= first + TRIPS; trip++) {
      lines.there().setRelease(trip);
      await(lines.back(), trip);
    }
    return (double) (System.nanoTime() - start) / TRIPS;
  }

  private static void echo(Lines lines) {
    for (long trip = 1; trip <= (long) BATCHES * TRIPS; trip++) {
      await(lines.there(), trip);
      lines.back().setRelease(trip);
    }
  }

  /// Spins; gives the core away now and then, since on a busy machine the other thread may need it.
  private static void await(AtomicLong line, long expected) {
    for (int spins = 1; line.getAcquire() != expected; spins++) {
      if ((spins & 0x3fff) == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
