package dev.caplens.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caplens.bench.rounds.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The goals of the issues, and why some are missed: `goals.json` and `reasons.json`, which are
/// written by hand.
public final class Goals {

  private static final String FOLDER = "/META-INF/caplens/bench/";

  /// Why rows miss a goal.
  private record Reason(RowPattern rows, String text) {}

  private final List<Goal> goals;
  private final List<Reason> reasons;

  private Goals(List<Goal> goals, List<Reason> reasons) {
    this.goals = goals;
    this.reasons = reasons;
  }

  /// Those that are committed.
  public static Goals committed() {
    return of(read("goals.json"), read("reasons.json"));
  }

  static Goals of(JsonNode goals, JsonNode reasons) {
    List<Goal> all = new ArrayList<>();
    for (JsonNode goal : goals) {
      all.add(
          new Goal(
              goal.required("issue").intValue(),
              goal.required("goal").textValue(),
              new RowPattern(goal.required("rows").textValue()),
              Goal.Figure.valueOf(goal.required("figure").textValue().toUpperCase(Locale.ROOT)),
              goal.required("bound").doubleValue()));
    }
    List<Reason> why = new ArrayList<>();
    for (JsonNode reason : reasons) {
      RowPattern rows = new RowPattern(reason.required("rows").textValue());
      why.add(new Reason(rows, reason.required("reason").textValue()));
    }
    return new Goals(all, why);
  }

  /// Every goal against every row that it speaks of, in the order of the goals. A row that was not
  /// measured has no verdict.
  public List<Verdict> judge(List<Row> rows) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Goal goal : goals) {
      List<Row> meant = goal.rows().of(measured(rows));
      if (goal.figure() == Goal.Figure.MEAN_RATIO) {
        if (!meant.isEmpty()) {
          verdicts.add(verdict(goal, goal.rows().text(), Goal.meanRatio(meant)));
        }
      } else {
        meant.forEach(row -> verdicts.add(verdict(goal, row.key(), goal.of(row))));
      }
    }
    return verdicts;
  }

  private static List<Row> measured(List<Row> rows) {
    return rows.stream().filter(row -> row.rounds() > 0).toList();
  }

  private Verdict verdict(Goal goal, String row, double value) {
    return new Verdict(goal, row, value, goal.isReached(value) ? "" : reason(row));
  }

  private String reason(String row) {
    for (Reason reason : reasons) {
      if (reason.rows.text().equals(row) || reason.rows.matches(row)) {
        return reason.text;
      }
    }
    return "";
  }

  private static JsonNode read(String name) {
    try (InputStream source = Goals.class.getResourceAsStream(FOLDER + name)) {
      if (source == null) {
        throw new IOException("no resource " + FOLDER + name);
      }
      return new ObjectMapper().readTree(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
