package dev.caplens.bench.rounds;

import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A C++ program that measures itself: `PROGRAM MODE ITERATIONS MILLIS` prints the nanoseconds of
/// its best iteration; the first one, which fills the caches, does not count.
///
/// @param program the compiled program
/// @param mode what it measures
public record CppSubject(Path program, String mode) implements Subject {

  @Override
  public Sample sample(Plan plan) throws InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
            program.toString(),
            mode,
            String.valueOf(plan.iterations()),
            String.valueOf(plan.iterationMillis()));
    try {
      Process process = command.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new CommandFailed("%s failed: %s".formatted(this, text));
      }
      return Sample.of(Double.parseDouble(text));
    } catch (IOException | NumberFormatException e) {
      throw new CommandFailed("%s gave no figure: %s".formatted(this, e.getMessage()), e);
    }
  }

  @Override
  public String toString() {
    return "c++ " + program.getFileName() + " " + mode;
  }
}
