package dev.caplens.bench.pairs;

import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The processes of one sample. Whatever happens, they end and the folder goes: on a failure, when
/// this JVM is told to end, and when it is killed (then they notice that their input has ended).
final class Processes implements AutoCloseable {

  private static final long LIMIT_SECONDS = 60;

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final List<CompletableFuture<String>> said = new ArrayList<>();
  private final Thread hook = new Thread(this::end, "end of a sample");

  Processes(Path folder) {
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void start(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    synchronized (processes) {
      processes.add(process);
    }
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> read(process, text));
    said.add(text);
  }

  private static void read(Process process, CompletableFuture<String> text) {
    try {
      text.complete(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | UncheckedIOException e) {
      text.complete("its output cannot be read: " + e);
    }
  }

  /// Waits until all have ended well; returns what the first one said.
  ///
  /// @throws CommandFailed if one has not; with what it said
  String join() throws InterruptedException {
    CompletableFuture<?>[] ends =
        processes.stream().map(this::end).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new CommandFailed("the sample did not end within %d s".formatted(LIMIT_SECONDS), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    StringBuilder failures = new StringBuilder();
    for (int index = 0; index < processes.size(); index++) {
      int status = processes.get(index).exitValue();
      String text = said.get(index).join().strip();
      if (status != 0 && !text.isEmpty()) {
        failures.append("seat %d ended with status %d: %s%n".formatted(index, status, text));
      } else if (status != 0 && status != 1) {
        failures.append("seat %d ended with status %d%n".formatted(index, status));
      }
    }
    if (!failures.isEmpty()) {
      throw new CommandFailed(failures.toString().strip());
    }
    return said.getFirst().join();
  }

  /// The end of a process; where it failed the others, which may not notice, are ended soon.
  private CompletableFuture<Process> end(Process process) {
    return process
        .onExit()
        .thenApply(ended -> {
          if (ended.exitValue() != 0) {
            CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS).execute(this::destroy);
          }
          return ended;
        });
  }

  private void destroy() {
    synchronized (processes) {
      processes.forEach(Process::destroyForcibly);
    }
  }

  private void end() {
    destroy();
    synchronized (processes) {
      processes.forEach(process -> process.onExit().join());
    }
    Scratch.remove(folder);
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // Then the hook does the same once more.
    }
  }
}
