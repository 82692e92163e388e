package dev.caplens.interop.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A command that has run to its end.
///
/// @param exit its exit code
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
public record Run(int exit, String out, String err) {
  /// Ends a run that hangs; no test measures time with it.
  private static final long PATIENCE_MINUTES = 10;

  /// Runs a command with an empty standard input.
  ///
  /// @param folder its working directory
  /// @param environment set on top of this process's own; an empty value removes the variable
  public static Run of(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Process process = start(folder, environment, command);
      process.getOutputStream().close();
      return endOf(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Process start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    environment.forEach((name, value) -> {
      if (value.isEmpty()) {
        builder.environment().remove(name);
      } else {
        builder.environment().put(name, value);
      }
    });
    return builder.start();
  }

  static Run endOf(Process process) throws IOException {
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> {
          try {
            return new String(process.getErrorStream().readAllBytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    CompletableFuture<Process> end = process.onExit().orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES);
    end.exceptionally(_ -> process.destroyForcibly());
    String out = new String(process.getInputStream().readAllBytes());
    return new Run(end.join().exitValue(), out, err.join());
  }
}
