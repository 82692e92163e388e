package dev.caplens.bridge.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file without a name that lives in memory: `memfd_create`, its blocks reserved, its size
/// sealed.
///
/// Nobody, not even its maker, can shrink or grow it afterwards, so an access within its size never
/// faults. It lives as long as a process has it open or mapped. Another process of the same user
/// opens it as [#path(long)] of this process, for as long as this one keeps it open.
///
/// Source: memfd_create(2), fcntl(2) (file sealing), posix_fallocate(3).
public final class Memfd implements AutoCloseable {

  private static final int MFD_CLOEXEC = 1;
  private static final int MFD_ALLOW_SEALING = 2;
  private static final int F_ADD_SEALS = 1033;
  private static final int F_SEAL_SEAL = 1;
  private static final int F_SEAL_SHRINK = 2;
  private static final int F_SEAL_GROW = 4;

  private static final MemoryLayout CAPTURED = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final Calls calls;
  private final int descriptor;
  private boolean closed;

  private Memfd(Calls calls, int descriptor) {
    this.calls = calls;
    this.descriptor = descriptor;
  }

  /// Makes one of that size, filled with zeros.
  ///
  /// @param name what shows in `/proc`, at most 249 bytes
  /// @throws IOException if the kernel refuses
  /// @throws UnsupportedOperationException on systems without it, or where native access is denied
  public static Memfd create(String name, long size) throws IOException {
    checkAvailable(name, size);
    Calls calls = new Calls();
    int descriptor;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment captured = arena.allocate(CAPTURED);
      descriptor =
          (int)
              calls.create.invokeExact(
                  captured, arena.allocateFrom(name), MFD_CLOEXEC | MFD_ALLOW_SEALING);
      check("memfd_create", name, size, descriptor, captured);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("a downcall throws nothing of its own", e);
    }
    Memfd file = new Memfd(calls, descriptor);
    try {
      file.reserve(name, size);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
    return file;
  }

  /// Where this process finds it.
  public Path path() {
    return Path.of("/proc/self/fd/" + descriptor);
  }

  /// Where another process finds it.
  ///
  /// @param process the id of this process as the other one sees it
  public Path path(long process) {
    return Path.of("/proc/" + process + "/fd/" + descriptor);
  }

  /// Closes the descriptor; mappings stay.
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try {
        int unused = (int) calls.close.invokeExact(descriptor);
      } catch (Throwable e) {
        throw new AssertionError("a downcall throws nothing of its own", e);
      }
    }
  }

  private void reserve(String name, long size) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int error = (int) calls.allocate.invokeExact(descriptor, 0L, size);
      if (error != 0) {
        throw refused("posix_fallocate", name, size, error);
      }
      MemorySegment captured = arena.allocate(CAPTURED);
      int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;
      int result = (int) calls.control.invokeExact(captured, descriptor, F_ADD_SEALS, seals);
      check("fcntl(F_ADD_SEALS)", name, size, result, captured);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("a downcall throws nothing of its own", e);
    }
  }

  /// Refuses what does not fit into memory. The kernel would not: it reserves page by page, and
  /// kills processes on the way.
  private static void checkAvailable(String name, long size) throws IOException {
    long available = availableBytes();
    if (size <= 0 || size > available) {
      throw new FileSystemException(
          "memfd:" + name,
          null,
          "expected a size of 1 to "
              + available
              + " bytes (what the system can give now), got "
              + size
              + "; free memory or choose a smaller size");
    }
  }

  private static long availableBytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
      if (line.startsWith("MemAvailable:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    throw new UnsupportedOperationException("memfd: /proc/meminfo tells no MemAvailable");
  }

  private static void check(String call, String name, long size, int result, MemorySegment captured)
      throws IOException {
    if (result < 0) {
      throw refused(call, name, size, (int) ERRNO.get(captured, 0L));
    }
  }

  private static FileSystemException refused(String call, String name, long size, int errno) {
    return new FileSystemException(
        "memfd:" + name,
        null,
        call
            + " for "
            + size
            + " bytes: the kernel refused with errno "
            + errno
            + "; free memory (12, 28) or choose a smaller size (22, 27)");
  }

  /// The functions of libc. Each file finds them anew: files are few, and a class that once failed
  /// to begin would tell why only the first time.
  private static final class Calls {

    final MethodHandle create =
        bind(
            "memfd_create",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
            Linker.Option.captureCallState("errno"));
    final MethodHandle allocate =
        bind("posix_fallocate", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG));
    final MethodHandle control =
        bind(
            "fcntl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
            Linker.Option.firstVariadicArg(2),
            Linker.Option.captureCallState("errno"));
    final MethodHandle close = bind("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    @SuppressWarnings("restricted") // the downcalls of this class
    private static MethodHandle bind(
        String name, FunctionDescriptor function, Linker.Option... options) {
      Linker linker = Linker.nativeLinker();
      MemorySegment address =
          linker
              .defaultLookup()
              .find(name)
              .orElseThrow(() ->
                  new UnsupportedOperationException(
                      "memfd: libc has no '" + name + "'; use RegionSource.files there"));
      try {
        return linker.downcallHandle(address, function, options);
      } catch (IllegalCallerException denied) {
        throw new UnsupportedOperationException(
            "memfd: native access is denied; start Java with --enable-native-access=dev.caplens.bridge (ALL-UNNAMED on a class path)",
            denied);
      }
    }
  }
}
