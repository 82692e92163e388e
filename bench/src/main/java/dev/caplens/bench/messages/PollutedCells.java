package dev.caplens.bench.messages;

import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.JmhSubject;
import dev.caplens.bench.rounds.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Each exchange of ours in a process that has met everything, beside the same in a clean one.
final class PollutedCells {

  private static final List<String> MODES = List.of("object", "bytes", "packed", "read");
  private static final List<String> FEW_MODES = List.of("object", "read");

  private PollutedCells() {}

  /// All cells; a quick plan has fewer modes.
  static List<Cell> all(Plan plan) {
    List<String> modes = plan.equals(Plan.QUICK) ? FEW_MODES : MODES;
    List<Cell> cells = new ArrayList<>();
    for (String workload : Exchanges.WORKLOADS) {
      for (String mode : modes) {
        Map<String, String> with = Map.of("workload", workload, "subject", Exchanges.PLAIN);
        cells.add(
            new Cell(
                "messages",
                workload + "-polluted",
                mode,
                Exchanges.PLAIN,
                "the same, clean",
                "ns/op",
                JmhSubject.of(PollutedBenchmark.class, mode, with),
                JmhSubject.of(MessageBenchmark.class, mode, with)));
      }
    }
    return cells;
  }
}
