package dev.caplens.layout.signal;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.Span;
import java.util.concurrent.locks.LockSupport;

/// Naps of at most a tenth of a millisecond between two looks.
final class PollingWaiter implements Waiter {

  private static final long NAP_NANOS = 100_000;

  @Override
  public void await(Region region, long offset, int expected, long timeoutNanos)
      throws InterruptedException {
    Span word = new Span(region, offset, Integer.BYTES);
    long deadline = System.nanoTime() + timeoutNanos;
    long left = timeoutNanos;
    while (left > 0 && word.getIntVolatile(0) == expected) {
      LockSupport.parkNanos(Math.min(NAP_NANOS, left));
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting for " + region);
      }
      left = deadline - System.nanoTime();
    }
  }

  @Override
  public void wake(Region region, long offset, int count) {
    // Sleepers look by themselves.
  }
}
