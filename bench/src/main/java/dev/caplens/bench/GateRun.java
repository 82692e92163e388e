package dev.caplens.bench;

import dev.caplens.bench.report.Gate;
import dev.caplens.bench.report.Report;
import dev.caplens.bench.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The gate: the rows of a baseline, measured again.
///
/// A row that seems worse is measured twice more, by itself, and fails only if it is worse every
/// time: a busy machine disturbs one measurement, and hardly the same row three times.
final class GateRun {

  private static final int LOOKS = 3;

  private final Report baseline;
  private final Measuring measuring;
  private final PrintWriter out;

  /// Measures rows.
  interface Measuring {
    /// Those whose keys are meant.
    Report measure(Predicate<String> isMeant) throws IOException, InterruptedException;
  }

  GateRun(Report baseline, Measuring measuring, PrintWriter out) {
    this.baseline = baseline;
    this.measuring = measuring;
    this.out = out;
  }

  /// Looks at a first measurement, and again at what is worse in it; whether all rows pass.
  boolean passes(Report first) throws IOException, InterruptedException {
    out.print(Table.of(first.rows(), List.of()));
    Map<String, String> moved = Gate.moved(baseline, first);
    for (int look = 2; look <= LOOKS && !moved.isEmpty(); look++) {
      moved.values().forEach(sentence -> out.println("look again: " + sentence));
      out.flush();
      Set<String> again = Set.copyOf(moved.keySet());
      moved = Gate.moved(baseline, measuring.measure(again::contains));
      moved.keySet().retainAll(again); // what was not measured again is not gone
    }
    moved.values().forEach(sentence -> out.println("worse: " + sentence));
    out.println(moved.isEmpty() ? "no row is worse than in the baseline" : moved.size() + " worse");
    out.flush();
    return moved.isEmpty();
  }
}
