package dev.caplens.layout.signal;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import dev.caplens.layout.map.ControlFlags.Layout;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Waiters;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/// The 32 control flags: epochs that move when something has happened, and who waits for them.
///
/// A signal first publishes (an atomic add with full ordering) and then looks for waiters; a waiter
/// first tells that it waits and then looks again. So either the one sees the other's waiting bit,
/// or the other sees the epoch move: no wake-up is lost, and a signal that nobody waits for makes
/// no system call. [#signalWaiters] goes further: nobody waits, nothing moves.
///
/// | word          | written by             | read by    | ordering                            |
/// |---------------|------------------------|------------|-------------------------------------|
/// | flag          | whoever signals        | waiters    | atomic add / volatile, pair `epoch` |
/// | waiting bits  | each waiter, its bit   | signallers | atomic or / volatile, pair `waiting` |
///
/// Each process owns one bit, so what a waiter that is gone left can be taken back; the bit is set
/// while any thread of the process waits through this object. Any thread may call any method.
public final class ControlFlags {

  /// Moves when a job was committed to the inbox.
  public static final int INBOX = MasterMap.FLAG_INBOX;

  /// Moves when a result was committed to the outbox.
  public static final int OUTBOX = MasterMap.FLAG_OUTBOX;

  /// Moves when a ping-pong channel was flipped.
  public static final int FLIP = MasterMap.FLAG_FLIP;

  /// Moves when a module registered.
  public static final int REGISTRY = MasterMap.FLAG_REGISTRY;

  /// Moves when the kernel wants every module to end.
  public static final int SHUTDOWN = MasterMap.FLAG_SHUTDOWN;

  private final Layout flags;
  private final Waiters.Layout waiting;
  private final Waiter waiter;
  private final int[] sleepers = new int[MasterMap.CONTROL_FLAG_COUNT];

  /// The flags of a region, slept on with `waiter`.
  public ControlFlags(Region region, Waiter waiter) {
    this.flags = Layout.at(region, MasterMap.CONTROL_FLAGS_OFFSET);
    this.waiting = Waiters.Layout.at(region, MasterMap.WAITERS_OFFSET);
    this.waiter = waiter;
  }

  /// The present value of a flag.
  ///
  /// @throws IndexOutOfBoundsException if there is no such flag
  public int epoch(int flag) {
    // pair: epoch (acquire)
    return flags.getEpochsVolatile(flag);
  }

  /// Moves a flag and wakes everybody who waits for it.
  ///
  /// @return whether anybody was waiting
  public boolean signal(int flag) {
    // pair: epoch (release)
    flags.getAndAddEpochs(flag, 1);
    // pair: waiting (acquire)
    if (waiting.getWaitingVolatile(flag) == 0) {
      return false;
    }
    waiter.wake(flags.region(), offset(flag), Integer.MAX_VALUE);
    return true;
  }

  /// Moves a flag and wakes everybody who waits for it, if anybody does; if not, the flag stays as
  /// it is, and the line that all flags share stays where it is.
  ///
  /// For those who have just published what others wait for, with a volatile access such as a
  /// compare-and-set: that comes before the look for waiters in the one order of all volatile
  /// accesses, as a waiter's bit comes before its look for what was published, since a full fence
  /// stands between. So one of the two sees the other.
  ///
  /// @return whether anybody was waiting
  public boolean signalWaiters(int flag) {
    // pair: waiting (acquire)
    return waiting.getWaitingVolatile(flag) != 0 && signal(flag);
  }

  /// Sleeps until the flag moves, something is ready, or the time is over.
  ///
  /// @param flag which flag tells that something may be ready
  /// @param slot the process slot of the caller
  /// @param isReady looks for what the caller waits for; called at least once after the waiting bit
  ///   is set
  /// @param timeoutNanos how long to sleep at most, in nanoseconds
  /// @return whether it slept
  /// @throws IndexOutOfBoundsException if there is no such flag or slot
  public boolean await(int flag, int slot, BooleanSupplier isReady, long timeoutNanos)
      throws InterruptedException {
    Objects.checkIndex(slot, MasterMap.PROCESS_ENTRY_COUNT);
    int seen = epoch(flag);
    arrive(flag, slot);
    try {
      Memory.fullFence();
      if (isReady.getAsBoolean()) {
        return false;
      }
      waiter.await(flags.region(), offset(flag), seen, timeoutNanos);
      return true;
    } finally {
      depart(flag, slot);
    }
  }

  private void arrive(int flag, int slot) {
    synchronized (sleepers) {
      sleepers[flag]++;
      // pair: waiting (release)
      waiting.getAndBitwiseOrWaiting(flag, 1L << slot);
    }
  }

  private void depart(int flag, int slot) {
    synchronized (sleepers) {
      if (--sleepers[flag] == 0) {
        waiting.getAndBitwiseAndWaiting(flag, ~(1L << slot));
      }
    }
  }

  /// Takes back the waiting bits of a process that has left or is proven dead.
  public void forget(int slot) {
    Objects.checkIndex(slot, MasterMap.PROCESS_ENTRY_COUNT);
    for (int flag = 0; flag < MasterMap.CONTROL_FLAG_COUNT; flag++) {
      waiting.getAndBitwiseAndWaiting(flag, ~(1L << slot));
    }
  }

  /// Where a flag stands in the region, for who sleeps there.
  private long offset(int flag) {
    return flags.offset() + Layout.EPOCHS_OFFSET + (long) Integer.BYTES * flag;
  }
}
