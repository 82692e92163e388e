package dev.caplens.bridge;

import dev.caplens.bridge.linux.Futex;
import dev.caplens.core.memory.Region;
import dev.caplens.layout.signal.Waiter;
import java.lang.ref.Reference;
import java.util.Objects;

/// Sleeps on futexes of the shared kind, so that processes wake each other.
///
/// [Thread#interrupt] does not end a sleep in the kernel, so a sleep is cut into pieces of 50 ms
/// between which the interrupt is seen. Thread-safe. Source: futex(2).
public final class FutexWaiter implements Waiter {

  private static final long PIECE_NANOS = 50_000_000;

  private final Futex futex;

  private FutexWaiter(Futex futex) {
    this.futex = futex;
  }

  /// A waiter over the futexes of this system.
  ///
  /// @throws UnsupportedOperationException where there are none; the text says why
  public static FutexWaiter ofSystem() {
    return new FutexWaiter(Futex.ofSystem());
  }

  /// The best waiter of this system: futexes, or short naps where there are none.
  public static Waiter best() {
    try {
      return ofSystem();
    } catch (UnsupportedOperationException none) {
      return Waiter.polling();
    }
  }

  @Override
  public void await(Region region, long offset, int expected, long timeoutNanos)
      throws InterruptedException {
    Objects.checkFromIndexSize(offset, Integer.BYTES, region.size());
    long deadline = System.nanoTime() + timeoutNanos;
    long left = timeoutNanos;
    Futex.Outcome outcome = Futex.Outcome.TIMED_OUT;
    while (left > 0 && outcome == Futex.Outcome.TIMED_OUT) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting for " + region);
      }
      outcome = futex.await(region.address() + offset, expected, Math.min(left, PIECE_NANOS));
      Reference.reachabilityFence(region);
      left = deadline - System.nanoTime();
    }
  }

  @Override
  public void wake(Region region, long offset, int count) {
    Objects.checkFromIndexSize(offset, Integer.BYTES, region.size());
    futex.wake(region.address() + offset, count);
    Reference.reachabilityFence(region);
  }
}
