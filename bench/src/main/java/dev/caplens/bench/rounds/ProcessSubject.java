package dev.caplens.bench.rounds;

import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// A command that is run again and again, from its start to the end of its output, for as long as
/// the plan's iterations last. The best time counts, in nanoseconds.
///
/// @param command the program and its arguments
/// @param leastRuns how often it is run at least
public record ProcessSubject(List<String> command, int leastRuns) implements Subject {

  private static final int USUAL_RUNS = 5;

  /// A command that takes less than a second.
  public static ProcessSubject of(List<String> command) {
    return new ProcessSubject(command, USUAL_RUNS);
  }

  @Override
  public Sample sample(Plan plan) throws InterruptedException {
    long best = Long.MAX_VALUE;
    long end = System.nanoTime() + plan.iterations() * plan.iterationMillis() * 1_000_000L;
    for (int run = 0; run < leastRuns || System.nanoTime() < end; run++) {
      best = Math.min(best, once());
    }
    return Sample.of(best);
  }

  private long once() throws InterruptedException {
    try {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      long bytes = process.getInputStream().transferTo(OutputStream.nullOutputStream());
      int code = process.waitFor();
      long nanos = System.nanoTime() - start;
      if (code != 0 || bytes == 0) {
        throw new CommandFailed("%s: exit code %d, %d bytes".formatted(this, code, bytes));
      }
      return nanos;
    } catch (IOException e) {
      throw new CommandFailed("%s could not be run: %s".formatted(this, e.getMessage()), e);
    }
  }

  @Override
  public String toString() {
    return String.join(" ", command.subList(0, Math.min(3, command.size())));
  }
}
