package dev.caplens.bridge.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Locale;

/// The kernel's wait queue for one 32-bit word of shared memory: [#await] sleeps while the word
/// holds an expected value, [#wake] wakes who sleeps on it, in any process that maps the same page.
///
/// ```
///  waiter                                  waker
///  ------                                  -----
///  publish "I wait" in the waiter word     publish the work
///  full fence                              full fence
///  look for work again                     read the waiter word
///  await(word, value seen, timeout)        wake(word, n), only if somebody waits
/// ```
///
/// The kernel compares and goes to sleep in one step, so a waker that changes the word before it
/// wakes is never missed. Nothing else is ordered by these calls: the caller's own fences make the
/// protocol. The futexes are of the shared kind (no `FUTEX_PRIVATE_FLAG`): the key is the page, not
/// the address.
///
/// Addresses are absolute and 4-aligned, and the caller keeps the memory mapped during the call. A
/// wrong address costs an [IllegalStateException], not the JVM: the kernel refuses it. Thread-safe,
/// without state.
///
/// Source: futex(2), clock_gettime(2) (`CLOCK_MONOTONIC` measures the timeout).
public final class Futex {
  /// Why [#await] returned. The caller looks at its condition again in every case.
  public enum Outcome {
    /// Somebody called [#wake], or the kernel woke without a reason.
    WOKEN,
    /// The word did not hold the expected value: there was no sleep.
    CHANGED,
    /// The timeout passed.
    TIMED_OUT,
    /// A signal handler ran in this thread. [Thread#interrupt] sends no signal and does not end a
    /// wait.
    INTERRUPTED
  }

  private static final long FUTEX_WAIT = 0;
  private static final long FUTEX_WAKE = 1;

  private static final int EINTR = 4;
  private static final int EAGAIN = 11;
  private static final int ETIMEDOUT = 110;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final long number;
  private final MethodHandle call;

  private Futex(long number, MethodHandle call) {
    this.number = number;
    this.call = call;
  }

  /// The futex of the running system.
  ///
  /// @throws UnsupportedOperationException where there is none: other systems than Linux, other
  ///   processors than x86-64 and AArch64, or native access denied
  public static Futex ofSystem() {
    return of(System.getProperty("os.name", "?"), System.getProperty("os.arch", "?"));
  }

  static Futex of(String system, String processor) {
    return new Futex(callNumber(system, processor), bind());
  }

  /// Sleeps while the word at `address` holds `expected`, at most `timeoutNanos` (0 or less: not at
  /// all, though the word is still compared).
  ///
  /// @param address absolute, 4-aligned
  /// @throws IllegalArgumentException if `address` is not 4-aligned
  /// @throws IllegalStateException if the kernel refuses, as for an address that is not mapped
  public Outcome await(long address, int expected, long timeoutNanos) {
    checkAligned(address);
    long nanos = Math.max(0, timeoutNanos);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timeout = arena.allocate(JAVA_LONG, 2);
      timeout.setAtIndex(JAVA_LONG, 0, nanos / NANOS_PER_SECOND);
      timeout.setAtIndex(JAVA_LONG, 1, nanos % NANOS_PER_SECOND);
      MemorySegment captured = arena.allocate(CAPTURED);
      if (invoke(captured, address, FUTEX_WAIT, expected, timeout) >= 0) {
        return Outcome.WOKEN;
      }
      return outcome((int) ERRNO.get(captured, 0L), address);
    }
  }

  /// Wakes at most `count` of those that sleep on the word at `address`, and returns how many that
  /// were. It costs about 350 ns even when nobody sleeps, so look at a waiter word first.
  ///
  /// @param address absolute, 4-aligned
  /// @param count 1 or more; `Integer.MAX_VALUE` for all
  /// @throws IllegalArgumentException if `address` is not 4-aligned or `count` is below 1
  /// @throws IllegalStateException if the kernel refuses, as for an address that is not mapped
  public int wake(long address, int count) {
    checkAligned(address);
    if (count < 1) {
      throw new IllegalArgumentException(
          "futex wake: expected a count of at least 1, got " + count);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment captured = arena.allocate(CAPTURED);
      long woken = invoke(captured, address, FUTEX_WAKE, count, MemorySegment.NULL);
      if (woken < 0) {
        throw refused("wake", address, (int) ERRNO.get(captured, 0L));
      }
      return (int) woken;
    }
  }

  private long invoke(
      MemorySegment captured, long address, long operation, int value, MemorySegment timeout) {
    try {
      return (long) call.invokeExact(captured, number, address, operation, value, timeout);
    } catch (Throwable e) {
      throw new AssertionError("a downcall throws nothing of its own", e);
    }
  }

  private static Outcome outcome(int errno, long address) {
    return switch (errno) {
      case EAGAIN -> Outcome.CHANGED;
      case ETIMEDOUT -> Outcome.TIMED_OUT;
      case EINTR -> Outcome.INTERRUPTED;
      default -> throw refused("wait", address, errno);
    };
  }

  private static void checkAligned(long address) {
    if ((address & 3) != 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "futex: expected a 4-aligned address, got 0x%x", address));
    }
  }

  private static IllegalStateException refused(String operation, long address, int errno) {
    return new IllegalStateException(
        String.format(
            Locale.ROOT,
            "futex %s at 0x%x: the kernel refused with errno %d; keep the region mapped while threads wait in it",
            operation,
            address,
            errno));
  }

  private static long callNumber(String system, String processor) {
    if (system.equals("Linux")) {
      switch (processor) {
        case "amd64", "x86_64" -> {
          return 202;
        }
        case "aarch64" -> {
          return 98;
        }
        default -> {}
      }
    }
    throw new UnsupportedOperationException(
        "futex: expected Linux on x86-64 or AArch64, got "
            + system
            + " on "
            + processor
            + "; use a waiter that spins and parks there");
  }

  /// `long syscall(long number, ...)`: the words behind the number are variadic, which some calling
  /// conventions pass differently.
  @SuppressWarnings("restricted") // the one downcall of this class
  private static MethodHandle bind() {
    Linker linker = Linker.nativeLinker();
    MemorySegment syscall =
        linker
            .defaultLookup()
            .find("syscall")
            .orElseThrow(() -> new UnsupportedOperationException("futex: libc has no 'syscall'"));
    ValueLayout word = JAVA_LONG;
    try {
      return linker.downcallHandle(
          syscall,
          FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, word, word, JAVA_INT, ADDRESS),
          Linker.Option.firstVariadicArg(1),
          Linker.Option.captureCallState("errno"));
    } catch (IllegalCallerException denied) {
      throw new UnsupportedOperationException(
          "futex: native access is denied; start Java with --enable-native-access=dev.caplens.bridge (ALL-UNNAMED on a class path)",
          denied);
    }
  }
}
