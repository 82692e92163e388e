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
import org.jspecify.annotations.Nullable;

/// The goals of the issues, and why some are missed: `goals.json` and `reasons.json`, which are
/// written by hand.
public final class Goals {

  private static final String FOLDER = "/META-INF/caplens/bench/";

  /// Why rows miss a goal.
  ///
  /// @param figure the figure that it explains; null where it explains all of them
  private record Reason(RowPattern rows, Goal.@Nullable Figure figure, String text) {

    boolean explains(Goal goal, String row) {
      boolean isOfFigure = figure == null || figure == goal.figure();
      return isOfFigure && (rows.text().equals(row) || rows.matches(row));
    }
  }

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
              goal.required("goal").textValue(),
              new RowPattern(goal.required("rows").textValue()),
              figure(goal.required("figure")),
              goal.required("bound").doubleValue()));
    }
    List<Reason> why = new ArrayList<>();
    for (JsonNode reason : reasons) {
      RowPattern rows = new RowPattern(reason.required("rows").textValue());
      Goal.@Nullable Figure figure = reason.has("figure") ? figure(reason.get("figure")) : null;
      why.add(new Reason(rows, figure, reason.required("reason").textValue()));
    }
    return new Goals(all, why);
  }

  private static Goal.Figure figure(JsonNode name) {
    return Goal.Figure.valueOf(name.textValue().toUpperCase(Locale.ROOT));
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
    return new Verdict(goal, row, value, goal.isReached(value) ? "" : reason(goal, row));
  }

  /// The first one that fits, so what is special stands before what is general.
  private String reason(Goal goal, String row) {
    for (Reason reason : reasons) {
      if (reason.explains(goal, row)) {
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
