package dev.caplens.bench.rounds;

import dev.caplens.cli.CommandFailed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Measures cells: in each round every subject once, so that a disturbance of the machine meets all
/// of them alike, and ratios are taken within the round.
public final class Rounds {

  /// Two floors further apart than this are of two regimes.
  static final double REGIME = 2;

  private final Plan plan;
  private final Floor floor;
  private final Consumer<String> progress;
  private final List<String> failures = new ArrayList<>();

  /// How the floor is measured.
  public interface Floor {
    /// Nanoseconds of a round trip between two cores.
    double measure() throws InterruptedException;
  }

  /// A sample with the floor around it.
  private record Framed(Sample sample, double before, double after) {

    double floor() {
      return Math.min(before, after);
    }

    boolean isOf(double regime) {
      return isNear(before, regime) && isNear(after, regime);
    }

    private static boolean isNear(double floor, double regime) {
      return floor <= regime * REGIME && floor >= regime / REGIME;
    }
  }

  /// Rounds by that plan; `progress` is told what is measured next.
  public Rounds(Plan plan, Floor floor, Consumer<String> progress) {
    this.plan = plan;
    this.floor = floor;
    this.progress = progress;
  }

  /// Measures all cells. A sample that fails costs its rows that round and stands in [#failures()].
  public List<Row> run(List<Cell> cells) throws InterruptedException {
    Set<Subject> subjects = new LinkedHashSet<>();
    for (Cell cell : cells) {
      subjects.add(cell.ours());
      subjects.add(cell.theirs());
    }
    List<Map<Subject, Framed>> rounds = new ArrayList<>();
    for (int round = 1; round <= plan.rounds(); round++) {
      rounds.add(round(subjects, round));
    }
    double regime = regime(rounds);
    return cells.stream().map(cell -> row(cell, rounds, regime)).toList();
  }

  /// Which samples failed, and why.
  public List<String> failures() {
    return List.copyOf(failures);
  }

  private Map<Subject, Framed> round(Set<Subject> subjects, int round) throws InterruptedException {
    Map<Subject, Framed> samples = new LinkedHashMap<>();
    double before = floor.measure();
    for (Subject subject : subjects) {
      progress.accept(
          "round %d of %d, %d of %d: %s"
              .formatted(round, plan.rounds(), samples.size() + 1, subjects.size(), subject));
      Optional<Sample> sample = sample(subject, round);
      double after = floor.measure();
      if (sample.isPresent()) {
        samples.put(subject, new Framed(sample.get(), before, after));
      }
      before = after;
    }
    return samples;
  }

  private Optional<Sample> sample(Subject subject, int round) throws InterruptedException {
    try {
      return Optional.of(subject.sample(plan));
    } catch (CommandFailed failure) {
      failures.add("round %d, %s: %s".formatted(round, subject, failure.getMessage()));
      return Optional.empty();
    }
  }

  private static double regime(List<Map<Subject, Framed>> rounds) {
    return Median.of(
        rounds.stream()
            .flatMap(round -> round.values().stream())
            .mapToDouble(Framed::floor)
            .toArray());
  }

  private static Row row(Cell cell, List<Map<Subject, Framed>> rounds, double regime) {
    List<Framed> ours = new ArrayList<>();
    List<Framed> theirs = new ArrayList<>();
    for (Map<Subject, Framed> round : rounds) {
      Framed mine = round.get(cell.ours());
      Framed other = round.get(cell.theirs());
      if (mine != null && other != null && mine.isOf(regime) && other.isOf(regime)) {
        ours.add(mine);
        theirs.add(other);
      }
    }
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      double mine = ours.get(i).sample().value();
      double other = theirs.get(i).sample().value();
      ratios[i] = cell.isSmallerBetter() ? other / mine : mine / other;
    }
    return new Row(
        cell.group(),
        cell.name(),
        cell.mode(),
        cell.subject(),
        cell.peer(),
        cell.unit(),
        Median.of(ours.stream().mapToDouble(f -> f.sample().value()).toArray()),
        Median.of(theirs.stream().mapToDouble(f -> f.sample().value()).toArray()),
        Median.of(ratios),
        Median.least(ratios),
        Median.most(ratios),
        ratios.length,
        rounds.size() - ratios.length,
        bytesPerOp(ours),
        Median.of(ours.stream().mapToDouble(Framed::floor).toArray()),
        bytesPerOp(theirs),
        cell.payloadBytes(),
        percentiles(ours),
        percentiles(theirs));
  }

  private static double bytesPerOp(List<Framed> samples) {
    return Median.of(samples.stream().mapToDouble(f -> f.sample().bytesPerOp()).toArray());
  }

  /// The median of each percentile.
  private static Map<String, Double> percentiles(List<Framed> samples) {
    Map<String, Double> medians = new TreeMap<>();
    for (Framed framed : samples) {
      for (String percentile : framed.sample().percentiles().keySet()) {
        medians.computeIfAbsent(
            percentile,
            key ->
                Median.of(
                    samples.stream()
                        .mapToDouble(
                            each -> each.sample().percentiles().getOrDefault(key, Double.NaN))
                        .toArray()));
      }
    }
    return medians;
  }
}
