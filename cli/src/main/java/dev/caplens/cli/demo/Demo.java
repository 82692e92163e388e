package dev.caplens.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// One run of the demo, from the files to the rows.
final class Demo {

  private final Inputs inputs;
  private final DemoOptions options;
  private final Path file;

  Demo(Inputs inputs, DemoOptions options, Path file) {
    this.inputs = inputs;
    this.options = options;
    this.file = file;
  }

  /// Counts and prints. Ctrl-C and SIGTERM end it without leaving a process or a region.
  ///
  /// @return whether every file could be read
  boolean run(PrintStream out, PrintStream err) throws IOException, InterruptedException {
    FailureLog failures = new FailureLog(err);
    WcReport report = new WcReport(out, inputs.numberWidth());
    Tallies tallies =
        new Tallies(tally -> {
          if (!options.isJson()) {
            report.row(tally.lines(), tally.words(), tally.bytes(), tally.name());
          }
        });
    RunStatistics statistics = count(tallies, failures);
    if (options.isJson()) {
      new RunJson().print(out, tallies, failures, statistics);
    } else if (inputs.names().size() > 1) {
      report.row(tallies.lines(), tallies.words(), tallies.bytes(), "total");
    }
    if (options.hasStatistics()) {
      new StatisticsTable(err).print(statistics);
    }
    if (options.isKept()) {
      err.println("caplens demo: the region is kept: " + file);
    }
    return failures.isEmpty();
  }

  private RunStatistics count(Tallies tallies, FailureLog failures)
      throws IOException, InterruptedException {
    try (Kernel kernel = new Kernel(inputs, options, file, tallies, failures)) {
      Thread cleanUp = new Thread(() -> abort(kernel), "clean-up");
      Runtime.getRuntime().addShutdownHook(cleanUp);
      RunStatistics statistics = kernel.run();
      Runtime.getRuntime().removeShutdownHook(cleanUp);
      return statistics;
    }
  }

  /// Runs when the JVM is told to end while there is work.
  private static void abort(Kernel kernel) {
    try {
      kernel.abort();
    } catch (IOException failure) {
      System.err.println("caplens demo: " + failure.getMessage());
    }
  }
}
