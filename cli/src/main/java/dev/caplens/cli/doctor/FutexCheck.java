package dev.caplens.cli.doctor;

import dev.caplens.bridge.linux.Futex;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Whether a thread that sleeps on a word of a shared mapping is woken through another mapping of
/// the same file. It is tried, not looked up: sandboxes forbid the call, and kernels of other
/// systems that run Linux programs lack it.
final class FutexCheck implements Check {
  private static final String NAME = "futex";
  private static final String REMEDY =
      "allow the system call futex (the sandbox's seccomp profile); without it waiting spins and parks";
  private static final long PATIENCE_NANOS = 2_000_000_000L;
  private static final int PAGE_BYTES = 4096;

  private final Path folder;

  /// @param folder where the shared page is created for the moment of the test
  FutexCheck(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Finding> examine() {
    try {
      Futex futex = Futex.ofSystem();
      Path where =
          Files.isWritable(folder) ? folder : Path.of(System.getProperty("java.io.tmpdir"));
      Path page = Files.createTempFile(where, "caplens-doctor-", ".page");
      try {
        return List.of(wakeAcross(futex, page));
      } finally {
        Files.delete(page);
      }
    } catch (IOException | RuntimeException e) {
      return List.of(Finding.weak(NAME, "does not work: " + e.getMessage(), REMEDY));
    }
  }

  private static Finding wakeAcross(Futex futex, Path page) throws IOException {
    Files.write(page, new byte[PAGE_BYTES]);
    try (Arena arena = Arena.ofShared()) {
      long sleeper = map(page, arena).address();
      long waker = map(page, arena).address();
      CompletableFuture<Futex.Outcome> slept =
          CompletableFuture.supplyAsync(() -> futex.await(sleeper, 0, PATIENCE_NANOS));
      int woken = 0;
      while (woken == 0 && !slept.isDone()) {
        woken = futex.wake(waker, 1);
        Thread.onSpinWait();
      }
      Futex.Outcome outcome =
          slept.join(); // the mapping goes only after the sleeper has left the kernel
      return outcome == Futex.Outcome.WOKEN && woken == 1
          ? Finding.ok(NAME, "a sleeper was woken through another mapping")
          : Finding.weak(NAME, "a sleeper was not woken: " + outcome, REMEDY);
    }
  }

  private static MemorySegment map(Path page, Arena arena) throws IOException {
    try (FileChannel channel =
        FileChannel.open(page, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, PAGE_BYTES, arena);
    }
  }
}
