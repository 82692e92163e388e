package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.util.List;
import java.util.stream.Collectors;

/// A run as tables in Markdown.
final class Markdown {

  private Markdown() {}

  static String of(Report run, List<Verdict> verdicts) {
    StringBuilder text = new StringBuilder("# Measurements\n\n");
    text.append(run.date()).append(", ").append(run.machine().oneLine()).append(".\n");
    run.machine().versionsLine().ifPresent(line -> text.append("\n").append(line).append(".\n\n"));
    text.append(
        "A ratio is above 1 where ours is better; the range is the worst and the best round.\n");
    text.append(goals(verdicts));
    for (String group : Html.groups(run)) {
      text.append("\n## ").append(group).append("\n\n");
      text.append(
          "| name | mode | ours | peer | unit | ours | theirs | ratio | range | rounds | dropped |"
              + " B/op | their B/op | goal |\n"
              + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
      for (Row row : Html.rows(run, group)) {
        text.append("| ").append(String.join(" | ", columns(row)));
        text.append(" | ").append(goals(row, verdicts)).append(" |\n");
      }
    }
    return text.toString();
  }

  static String goals(List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return "";
    }
    long reached = verdicts.stream().filter(Verdict::isReached).count();
    StringBuilder text = new StringBuilder("\n## Goals\n\n");
    text.append("%d of %d reached.\n\n".formatted(reached, verdicts.size()));
    text.append("| goal | row | bound | got | | why |\n|---|---|---|---|---|---|\n");
    for (Verdict verdict : verdicts) {
      Goal goal = verdict.goal();
      text.append(
          "| %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  goal.text(),
                  verdict.row().replace("|", "\\|"),
                  goal.inShort(),
                  Table.figure(verdict.value()),
                  verdict.word(),
                  verdict.reason()));
    }
    return text.toString();
  }

  /// The figures of a row, the texts first.
  static List<String> columns(Row row) {
    return List.of(
        row.name(),
        row.mode(),
        row.subject(),
        row.peer(),
        row.unit(),
        Table.figure(row.ours()),
        Table.figure(row.theirs()),
        Table.figure(row.ratio()),
        Table.figure(row.ratioLow()) + " to " + Table.figure(row.ratioHigh()),
        String.valueOf(row.rounds()),
        String.valueOf(row.dropped()),
        Table.figure(row.bytesPerOp()),
        Table.figure(row.peerBytesPerOp()));
  }

  static String goals(Row row, List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> verdict.row().equals(row.key()))
        .map(verdict -> verdict.goal().inShort() + " " + verdict.word())
        .collect(Collectors.joining(", "));
  }
}
