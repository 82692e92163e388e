package dev.caplens.bench.rounds;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.stream.IntStream;

/// The cores that this process may run on, and threads that stay on one of them.
///
/// What is measured between two cores is only worth something if they stay the same two. Where the
/// system has no such call nothing is pinned, and [#pin] says so.
///
/// Any thread may call any method. Source: sched_setaffinity(2).
public final class Cores {

  /// Room for 1,024 cores, which is what the C library's own mask has.
  private static final int MASK_BYTES = 128;

  private static final int THIS_THREAD = 0;

  private static final Optional<MethodHandle> GET = bind("sched_getaffinity");
  private static final Optional<MethodHandle> SET = bind("sched_setaffinity");

  private final int[] numbers;

  private Cores(int[] numbers) {
    this.numbers = numbers;
  }

  /// The cores that the first thread of this process may run on. The JVM starts its threads with
  /// the same, unless one was pinned before it started another.
  public static Cores ofProcess() {
    return new Cores(read((int) ProcessHandle.current().pid()));
  }

  /// The cores that the calling thread may run on.
  static Cores ofThread() {
    return new Cores(read(THIS_THREAD));
  }

  /// What a system has that does not tell.
  static Cores none() {
    return new Cores(new int[0]);
  }

  /// How many there are; 0 where the system does not tell.
  public int count() {
    return numbers.length;
  }

  /// The number that the system gives the core at `index`.
  public int number(int index) {
    return numbers[index];
  }

  /// Has the calling thread run on the core at `index`, modulo their number, from now on. Threads
  /// that it starts afterwards inherit that.
  ///
  /// @return whether that worked
  public boolean pin(int index) {
    if (numbers.length == 0 || SET.isEmpty()) {
      return false;
    }
    int core = numbers[index % numbers.length];
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(MASK_BYTES, Long.BYTES);
      mask.set(ValueLayout.JAVA_BYTE, core / Byte.SIZE, (byte) (1 << core % Byte.SIZE));
      return call(SET.get(), THIS_THREAD, mask) == 0;
    }
  }

  private static int[] read(int thread) {
    if (GET.isEmpty()) {
      return new int[0];
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(MASK_BYTES, Long.BYTES);
      if (call(GET.get(), thread, mask) < 0) {
        return new int[0];
      }
      return IntStream.range(0, MASK_BYTES * Byte.SIZE).filter(core -> isSet(mask, core)).toArray();
    }
  }

  private static boolean isSet(MemorySegment mask, int core) {
    return (mask.get(ValueLayout.JAVA_BYTE, core / Byte.SIZE) >>> core % Byte.SIZE & 1) != 0;
  }

  private static int call(MethodHandle function, int thread, MemorySegment mask) {
    try {
      return (int) function.invokeExact(thread, (long) MASK_BYTES, mask);
    } catch (Throwable e) {
      throw new AssertionError("a downcall throws nothing of its own", e);
    }
  }

  /// `int function(pid_t, size_t, cpu_set_t *)` of the C library.
  @SuppressWarnings("restricted") // both downcalls of this class
  private static Optional<MethodHandle> bind(String function) {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(function)
        .map(address ->
            linker.downcallHandle(
                address,
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.ADDRESS)));
  }
}
