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
    Inputs.Sizes sizes = inputs.sizes();
    WcReport report = new WcReport(out, sizes.numberWidth());
    Tallies tallies =
        new Tallies(tally -> {
          if (!options.isJson()) {
            report.row(tally.lines(), tally.words(), tally.bytes(), tally.name());
          }
        });
    Feed feed = new Feed(inputs, tallies, failures);
    RunStatistics statistics = count(feed, tallies, sizes.expectedBytes());
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

  private RunStatistics count(Feed feed, Tallies tallies, long expectedBytes)
      throws IOException, InterruptedException {
    try (Kernel kernel = new Kernel(options, file, feed, tallies, expectedBytes)) {
      // It stays: to take it back while the JVM ends would be an error.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> abort(kernel), "clean-up"));
      return kernel.run();
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
