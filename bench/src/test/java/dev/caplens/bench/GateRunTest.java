package dev.caplens.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.bench.report.Baseline;
import dev.caplens.bench.report.Machine;
import dev.caplens.bench.report.Report;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A row fails the gate only if it is worse every time that it is looked at.
class GateRunTest {

  private static final Report BASELINE = run(row("steady", 2), row("shaky", 2));

  @TempDir Path folder = Path.of("");
  private final StringWriter said = new StringWriter();
  private final List<String> measured = new ArrayList<>();

  @Test
  void a_run_that_is_not_worse_is_not_measured_again() throws Exception {
    assertTrue(gate().passes(BASELINE));

    assertEquals(List.of(), measured);
  }

  @Test
  void a_row_that_was_disturbed_once_passes() throws Exception {
    GateRun gate = gate(row("shaky", 1.9));

    assertTrue(gate.passes(run(row("steady", 2), row("shaky", 1))));

    assertEquals(List.of("group / shaky / mode / plain / peer"), measured);
  }

  @Test
  void a_row_that_is_worse_three_times_fails() throws Exception {
    GateRun gate = gate(row("shaky", 1.2), row("shaky", 1.1));

    assertFalse(gate.passes(run(row("steady", 2), row("shaky", 1))));

    assertTrue(
        said.toString()
            .contains(
                "worse: group / shaky / mode / plain / peer: ratio 1.10 (1.10 to 1.10), was 2.00:"
                    + " more than 30 % worse"),
        said.toString());
  }

  @Test
  void the_committed_baseline_holds_the_rows_that_the_gate_measures()
      throws IOException, InterruptedException {
    List<String> keys =
        Stream.concat(
                Groups.ACCESS.cells(folder, Plan.CHECK).stream(),
                Groups.MESSAGES.cells(folder, Plan.CHECK).stream())
            .map(Measurement::key)
            .filter(Baseline::isMeant)
            .toList();

    assertEquals(keys, Baseline.committed().rows().stream().map(Row::key).toList());
  }

  private GateRun gate(Row... again) {
    Iterator<Row> rows = List.of(again).iterator();
    return new GateRun(
        BASELINE,
        isMeant -> {
          Row row = rows.next();
          BASELINE.rows().stream().map(Row::key).filter(isMeant).forEach(measured::add);
          return run(row);
        },
        new PrintWriter(said));
  }

  private static Report run(Row... rows) {
    Machine machine = new Machine("processor", 2, "none", "system", "jvm", 0, Map.of());
    return new Report(machine, "2026-11-21T00:00:00Z", List.of(rows));
  }

  private static Row row(String name, double ratio) {
    return new Row(
        "group", name, "mode", "plain", "peer", "ns/op", 1, ratio, ratio, ratio, ratio, 3, 0, 8,
        100);
  }
}
