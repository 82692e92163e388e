package dev.caplens.cli.demo;

import dev.caplens.rings.SlotRing;
import java.io.PrintStream;
import java.util.Locale;

/// The table of `--stats`.
final class StatisticsTable {

  private final PrintStream out;

  StatisticsTable(PrintStream out) {
    this.out = out;
  }

  void print(RunStatistics run) {
    row("jobs", "%,d in %.3f s", run.jobs(), run.seconds());
    row("throughput", "%,.0f MB/s, %,.0f jobs/s", run.megabytesPerSecond(), run.jobsPerSecond());
    row(
        "round trip",
        "p50 %,.0f us, p99 %,.0f us, p99.9 %,.0f us",
        run.roundTripMicros(50),
        run.roundTripMicros(99),
        run.roundTripMicros(99.9));
    for (RunStatistics.ModuleFigures module : run.modules()) {
      row(
          "module " + module.name(),
          "%,d done, %,d failed (%s)",
          module.done(),
          module.failed(),
          module.state());
    }
    row(
        "high water",
        "inbox %d, outbox %d of %d slots",
        run.inbox().highWater(),
        run.outbox().highWater(),
        SlotRing.SLOTS);
    row("payload copied", "%,d bytes after the read", run.copiedBytes());
    row(
        "redelivered",
        "%,d jobs (%,d results were there already)",
        run.redelivered(),
        run.duplicates());
    row("wake-ups", "%,d", run.wakeUps());
  }

  private void row(String name, String format, Object... values) {
    out.printf(Locale.ROOT, "  %-16s %s%n", name, String.format(Locale.ROOT, format, values));
  }
}
