package dev.caplens.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Rounds;
import dev.caplens.bench.rounds.Row;
import dev.caplens.bench.rounds.Sample;
import dev.caplens.bench.rounds.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The gate passes what did not become worse, and names what did.
class GateTest {

  private static final Machine MACHINE =
      new Machine("processor", 2, "none", "system", "jvm", 0, Map.of());
  private static final int STEPS = 2_000_000;

  @Test
  void an_equal_run_passes() {
    Report run = report(row(2.0, 64));

    assertEquals(List.of(), Gate.failures(run, run));
  }

  @Test
  void a_ratio_that_lost_less_than_thirty_percent_passes() {
    assertEquals(List.of(), Gate.failures(report(row(2.0, 64)), report(row(1.41, 64))));
  }

  @Test
  void a_ratio_that_lost_more_is_named() {
    List<String> failures = Gate.failures(report(row(2.0, 64)), report(row(1.39, 64)));

    assertEquals(
        List.of(
            "group / name / mode / plain / peer: ratio 1.39 (1.39 to 1.39), was 2.00: more than 30 % worse"),
        failures);
  }

  @Test
  void a_word_more_per_operation_is_named() {
    List<String> failures = Gate.failures(report(row(2.0, 64)), report(row(2.0, 72)));

    assertEquals(
        List.of("group / name / mode / plain / peer: 72 bytes per operation, was 64"), failures);
  }

  @Test
  void a_row_that_is_gone_is_named() {
    Row other = new Row("group", "other", "mode", "a", "b", "ns/op", 1, 1, 1, 1, 1, 1, 0, 0, 1);

    List<String> failures = Gate.failures(report(row(2.0, 64)), report(other));

    assertEquals(List.of("group / name / mode / plain / peer: the row is gone"), failures);
  }

  @Test
  void a_synthetic_slowdown_fails() throws InterruptedException {
    Report before = measured(work(STEPS));
    Report after = measured(work(STEPS * 20));

    assertEquals(1, Gate.failures(before, after).size());
  }

  private static Report measured(Subject ours) throws InterruptedException {
    Cell cell = new Cell("group", "name", "mode", "plain", "peer", "ns/op", ours, work(STEPS + 1));
    Plan plan = new Plan(3, 1, 1, 1, 1, List.of());
    Rounds rounds = new Rounds(plan, () -> 100, text -> {});
    return new Report(MACHINE, "2026-11-21T00:00:00Z", rounds.run(List.of(cell)));
  }

  /// Real work, measured by the clock; twenty times more of it cannot look faster by chance.
  private static Subject work(int steps) {
    return plan -> {
      double best = Double.MAX_VALUE;
      for (int i = 0; i < 5; i++) {
        long start = System.nanoTime();
        long mixed = start;
        for (int step = 0; step < steps; step++) {
          mixed = mixed * 0x9e3779b97f4a7c15L ^ mixed >>> 29;
        }
        long nanos = System.nanoTime() - start;
        best = Math.min(best, mixed == 0 ? nanos + 1 : nanos);
      }
      return new Sample(best, 0);
    };
  }

  private static Report report(Row row) {
    return new Report(MACHINE, "2026-11-21T00:00:00Z", List.of(row));
  }

  private static Row row(double ratio, double bytes) {
    return new Row(
        "group", "name", "mode", "plain", "peer", "ns/op", 1, ratio, ratio, ratio, ratio, 3, 0,
        bytes, 100);
  }
}
