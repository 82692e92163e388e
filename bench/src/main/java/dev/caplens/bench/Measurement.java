package dev.caplens.bench;

import dev.caplens.bench.report.Machine;
import dev.caplens.bench.report.Report;
import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.PingPong;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Rounds;
import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// One run: the cells of some groups, measured by a plan, in a folder that is gone afterwards.
final class Measurement {

  private final Plan plan;
  private final Consumer<String> progress;
  private final List<String> failures = new ArrayList<>();

  Measurement(Plan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /// Which samples failed, and why.
  List<String> failures() {
    return failures;
  }

  /// Measures those cells of the groups whose keys are meant.
  ///
  /// @throws CommandFailed if there is none
  Report run(List<Groups> groups, Predicate<String> isMeant)
      throws IOException, InterruptedException {
    try (RunFolder folder = new RunFolder()) {
      List<Cell> cells = new ArrayList<>();
      for (Groups group : groups) {
        group.cells(folder.path(), plan).stream()
            .filter(c -> isMeant.test(key(c)))
            .forEach(cells::add);
      }
      if (cells.isEmpty()) {
        throw noRows(groups);
      }
      Consumer<String> next =
          text -> {
            folder.requireGoingOn();
            progress.accept(text);
          };
      Rounds rounds = new Rounds(plan, PingPong::floor, next);
      var rows = rounds.run(cells);
      failures.addAll(rounds.failures());
      progress.accept("");
      String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      return new Report(Machine.here(), date, rows);
    }
  }

  private static CommandFailed noRows(List<Groups> groups) {
    List<String> reasons = groups.stream().flatMap(group -> group.whyEmpty().stream()).toList();
    return new CommandFailed(
        reasons.size() == groups.size() ? String.join("; ", reasons) : "there is no such row");
  }

  static String key(Cell cell) {
    return String.join(" / ", cell.group(), cell.name(), cell.mode(), cell.subject(), cell.peer());
  }
}
