package dev.caplens.bench;

import dev.caplens.bench.pairs.Scratch;
import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The folder of one run; there may be more than 1 GiB in it.
///
/// It goes with the run. When this JVM is told to end before, the processes that the run has
/// started are ended, those too that it starts until it notices, and then the folder goes.
final class RunFolder implements AutoCloseable {

  /// How long a run has to notice. What it does in this JVM takes less, even on a slow disk.
  private static final long PATIENCE_SECONDS = 10;

  private static final long LOOK_MILLIS = 20;

  private final Path path;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "end of a run");
  private volatile boolean isEnding;

  RunFolder() throws IOException {
    path = Files.createTempDirectory("caplens-bench");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException ending) {
      Scratch.remove(path);
      throw new CommandFailed("stopped before this run; the ones before it are whole");
    }
  }

  Path path() {
    return path;
  }

  /// Called before each sample: none is begun while this JVM ends.
  ///
  /// @throws CommandFailed if it does
  void requireGoingOn() {
    if (isEnding) {
      throw new CommandFailed("stopped before the end; nothing of this run is kept");
    }
  }

  private void end() {
    isEnding = true;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      do {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      } while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() < deadline);
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
    Scratch.remove(path); // again, or in place of a run that did not notice
  }

  @Override
  public void close() {
    Scratch.remove(path);
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // Then the hook was waiting for this.
    }
  }
}
