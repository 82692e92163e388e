package dev.caplens.bench.messages;

import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.JmhSubject;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Exchanges in JVMs that compile in the background, as they do by themselves, ours and the peer's.
///
/// All other rows compile at once. In the background C2 sees an earlier profile and inlines
/// otherwise, so that code near its limit may be slower.
final class BackgroundCells {

  private static final List<String> FLAGS = List.of("-XX:+BackgroundCompilation");

  private BackgroundCells() {}

  /// Reading in each workload, and objects of one; a quick plan only reads that one.
  static List<Cell> all(Plan plan) {
    List<Cell> cells = new ArrayList<>(of("carsales", "read"));
    if (!plan.equals(Plan.QUICK)) {
      cells.addAll(of("carsales", "object"));
      cells.addAll(of("catrank", "read"));
      cells.addAll(of("eval", "read"));
    }
    return cells;
  }

  private static List<Cell> of(String workload, String mode) {
    List<Cell> cells = new ArrayList<>();
    for (String style : List.of(Exchanges.PLAIN, Exchanges.OWN)) {
      if (Exchanges.exists(workload, style, mode)) {
        cells.add(
            new Cell(
                "messages",
                workload + "-background",
                mode,
                style,
                "org.capnproto:runtime",
                "ns/op",
                subject(workload, mode, style),
                subject(workload, mode, Exchanges.RUNTIME)));
      }
    }
    return cells;
  }

  private static Subject subject(String workload, String mode, String subject) {
    return new JmhSubject(
        MessageBenchmark.class.getName() + "." + mode,
        Map.of("workload", workload, "subject", subject),
        FLAGS);
  }
}
