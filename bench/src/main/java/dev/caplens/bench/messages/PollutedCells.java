package dev.caplens.bench.messages;

import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.JmhSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Each exchange of ours in a process that has met everything, beside the same in a clean one.
final class PollutedCells {

  private PollutedCells() {}

  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (String workload : Exchanges.WORKLOADS) {
      for (String mode : List.of("object", "read")) {
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
