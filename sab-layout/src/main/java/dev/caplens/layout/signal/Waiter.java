package dev.caplens.layout.signal;

import dev.caplens.core.memory.Region;

/// How a process sleeps until another one signals, and wakes those who sleep.
///
/// Implementations may be called by any thread. `native-bridge` has one over futexes; [#polling()]
/// needs nothing of the system.
public interface Waiter {

  /// Sleeps while the 4 bytes at `offset` hold `expected`, and at most `timeoutNanos`. May return
  /// early for no reason; a value that differs already returns at once.
  ///
  /// @throws InterruptedException if the thread is interrupted before or, where the system tells,
  ///   while it sleeps
  void await(Region region, long offset, int expected, long timeoutNanos)
      throws InterruptedException;

  /// Wakes up to `count` sleepers on the 4 bytes at `offset`.
  void wake(Region region, long offset, int count);

  /// A waiter that sleeps in short naps and so needs no wake: for systems without futexes.
  static Waiter polling() {
    return new PollingWaiter();
  }
}
