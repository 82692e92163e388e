package dev.caplens.bench.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.cli.CommandFailed;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How figures become rows.
class RoundsTest {

  private static final Plan THREE = new Plan(3, 1, 1, 1, 1, List.of());

  @Test
  void a_ratio_is_above_one_where_ours_takes_less_time() throws InterruptedException {
    Row row = row("ns/op", new Scripted(10, 20, 40), new Scripted(30, 40, 40), () -> 100);

    assertEquals(2, row.ratio());
    assertEquals(1, row.ratioLow());
    assertEquals(3, row.ratioHigh());
    assertEquals(20, row.ours());
    assertEquals(40, row.theirs());
  }

  @Test
  void a_ratio_is_above_one_where_ours_does_more_per_second() throws InterruptedException {
    Row row = row("op/s", new Scripted(30, 30, 30), new Scripted(10, 10, 10), () -> 100);

    assertEquals(3, row.ratio());
  }

  @Test
  void what_both_allocate_is_told() throws InterruptedException {
    Subject ours = plan -> new Sample(10, 8);

    Row row = row("ns/op", ours, new Scripted(1, 1, 1), () -> 100);

    assertEquals(8, row.bytesPerOp());
    assertEquals(16, row.peerBytesPerOp());
  }

  @Test
  void a_round_in_another_regime_is_dropped_and_counted() throws InterruptedException {
    // Floors before the first sample and after each: the third round runs on distant cores.
    Iterator<Double> floors =
        List.of(150.0, 150.0, 150.0, 150.0, 150.0, 150.0, 150.0, 600.0, 150.0).iterator();

    Row row = row("ns/op", new Scripted(10, 10, 99), new Scripted(20, 20, 1), floors::next);

    assertEquals(2, row.rounds());
    assertEquals(1, row.dropped());
    assertEquals(2, row.ratio());
    assertEquals(2, row.ratioLow());
  }

  @Test
  void a_sample_that_fails_is_told_and_costs_its_round_only() throws InterruptedException {
    Iterator<Double> figures = List.of(20.0, 20.0).iterator();
    Subject failing =
        plan -> {
          if (figures.hasNext()) {
            return new Sample(figures.next(), 0);
          }
          throw new CommandFailed("a message was lost");
        };
    Rounds rounds = new Rounds(THREE, () -> 100, text -> {});

    List<Row> rows =
        rounds.run(
            List.of(
                cell("ns/op", new Scripted(10, 10, 10), failing),
                cell("ns/op", new Scripted(5, 5, 5), new Scripted(5, 5, 5))));

    assertEquals(List.of(2, 3), rows.stream().map(Row::rounds).toList());
    assertEquals(List.of(1, 0), rows.stream().map(Row::dropped).toList());
    assertEquals(1, rounds.failures().size());
    assertTrue(rounds.failures().getFirst().startsWith("round 3, "));
    assertTrue(rounds.failures().getFirst().endsWith(": a message was lost"));
  }

  @Test
  void percentiles_are_medians_over_the_rounds() throws InterruptedException {
    Iterator<Double> tails = List.of(100.0, 900.0, 300.0).iterator();
    Subject ours = plan -> new Sample(10, 0, Map.of("99", tails.next()));

    Row row = row("ns", ours, new Scripted(1, 1, 1), () -> 100);

    assertEquals(Map.of("99", 300.0), row.oursPercentiles());
    assertEquals(Map.of(), row.theirsPercentiles());
  }

  @Test
  void a_subject_of_several_cells_is_measured_once_per_round() throws InterruptedException {
    Scripted ours = new Scripted(1, 1, 1);
    Rounds rounds = new Rounds(THREE, () -> 100, text -> {});

    List<Row> rows =
        rounds.run(
            List.of(
                cell("ns/op", ours, new Scripted(2, 2, 2)),
                cell("ns/op", ours, new Scripted(3, 3, 3))));

    assertEquals(List.of(2.0, 3.0), rows.stream().map(Row::ratio).toList());
  }

  @Test
  void the_floor_is_the_time_of_a_round_trip() throws InterruptedException {
    double floor = PingPong.floor();

    assertTrue(floor > 1, "a round trip of " + floor + " ns");
  }

  private static Row row(String unit, Subject ours, Subject theirs, Rounds.Floor floor)
      throws InterruptedException {
    return new Rounds(THREE, floor, text -> {}).run(List.of(cell(unit, ours, theirs))).getFirst();
  }

  private static Cell cell(String unit, Subject ours, Subject theirs) {
    return new Cell("group", "name", "mode", "plain", "peer", unit, ours, theirs);
  }

  /// Gives one figure after the other, and fails when it is asked once more.
  private static final class Scripted implements Subject {
    private final Iterator<Double> figures;

    Scripted(double... figures) {
      this.figures = Arrays.stream(figures).iterator();
    }

    @Override
    public Sample sample(Plan plan) {
      return new Sample(figures.next(), 16);
    }
  }
}
