package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How several runs differ: the spread of each row's ratio over the runs, and the goals that only
/// some of them reach.
///
/// The spread is the largest ratio over the smallest: 1.00 where all runs agree.
final class Differences {

  private static final int SHOWN = 20;

  /// A row's ratios, in the order of the runs.
  private record Ratios(String key, List<Double> all) {

    double spread() {
      double most = all.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
      double least = all.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
      return most / least;
    }

    boolean changesSides() {
      return all.stream().anyMatch(r -> r >= 1) && all.stream().anyMatch(r -> r < 1);
    }
  }

  private final List<Report> runs;
  private final Goals goals;

  Differences(List<Report> runs, Goals goals) {
    this.runs = runs;
    this.goals = goals;
  }

  String toMarkdown() {
    List<Ratios> rows = ratios();
    StringBuilder text = new StringBuilder("\n## How the runs differ\n\n");
    for (int i = 0; i < runs.size(); i++) {
      Report run = runs.get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "- run %d: %s, load %.1f, rows: %d, rounds dropped: %d%n",
              i + 1,
              run.date(),
              run.machine().load(),
              run.rows().size(),
              run.rows().stream().mapToInt(Row::dropped).sum()));
    }
    disputed(text);
    summary(rows, text);
    text.append("\n| row | ").append(heads()).append(" | spread |\n|---|");
    text.append("---|".repeat(runs.size() + 1)).append('\n');
    rows.stream()
        .sorted(Comparator.comparingDouble(Ratios::spread).reversed())
        .limit(SHOWN)
        .forEach(row -> text.append(line(row)));
    return text.toString();
  }

  /// The goals that some runs reach and others miss.
  private void disputed(StringBuilder text) {
    Map<String, List<Verdict>> byGoal = new LinkedHashMap<>();
    for (Report run : runs) {
      for (Verdict verdict : goals.judge(run.rows())) {
        String key = verdict.row().replace("|", "\\|") + " | " + verdict.goal().inShort();
        byGoal.computeIfAbsent(key, unused -> new ArrayList<>()).add(verdict);
      }
    }
    byGoal.values().removeIf(all -> all.stream().map(Verdict::isReached).distinct().count() < 2);
    if (byGoal.isEmpty()) {
      text.append("\nNo goal is reached in one run and missed in another.\n");
      return;
    }
    text.append(
        "\nReached in some runs, missed in others:\n\n| row | bound | got |\n|---|---|---|\n");
    byGoal.forEach((key, all) ->
        text.append("| %s | %s |%n".formatted(key, figures(all.stream().map(Verdict::value)))));
  }

  private static String figures(Stream<Double> values) {
    return values.map(Table::figure).collect(Collectors.joining(", "));
  }

  private static void summary(List<Ratios> rows, StringBuilder text) {
    double[] spreads = rows.stream().mapToDouble(Ratios::spread).sorted().toArray();
    if (spreads.length == 0) {
      return;
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%nThe spread of a row is its largest ratio over its smallest. Of %d rows that all runs"
                + " have, half stay within %.2f, nine of ten within %.2f, all within %.2f; %d"
                + " change sides (ours better in one run, the peer in another). The %d that differ"
                + " most:%n",
            spreads.length,
            spreads[spreads.length / 2],
            spreads[spreads.length * 9 / 10],
            spreads[spreads.length - 1],
            rows.stream().filter(Ratios::changesSides).count(),
            Math.min(SHOWN, rows.size())));
  }

  private List<Ratios> ratios() {
    List<Map<String, Double>> byKey = runs.stream().map(Differences::ratios).toList();
    List<Ratios> all = new ArrayList<>();
    for (Row row : runs.getFirst().rows()) {
      List<Double> ratios =
          byKey.stream().map(run -> run.getOrDefault(row.key(), Double.NaN)).toList();
      if (ratios.stream().allMatch(ratio -> ratio > 0)) {
        all.add(new Ratios(row.key(), ratios));
      }
    }
    return all;
  }

  private static Map<String, Double> ratios(Report run) {
    Map<String, Double> ratios = new HashMap<>();
    run.rows().forEach(row -> ratios.put(row.key(), row.ratio()));
    return ratios;
  }

  private String heads() {
    List<String> heads = new ArrayList<>();
    for (int i = 1; i <= runs.size(); i++) {
      heads.add("run " + i);
    }
    return String.join(" | ", heads);
  }

  private static String line(Ratios row) {
    String ratios = row.all().stream().map(Table::figure).collect(Collectors.joining(" | "));
    return String.format(Locale.ROOT, "| %s | %s | %.2f |%n", row.key(), ratios, row.spread());
  }
}
