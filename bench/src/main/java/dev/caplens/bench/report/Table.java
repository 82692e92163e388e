package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The rows as text: a table per group, ours beside each peer.
public final class Table {

  private static final String LINE = "%-18s %-19s %-8s %-26s %10s %10s %7s  %-15s %9s %9s %s%n";

  private Table() {}

  /// All groups, then the goals that they reach or miss.
  public static String of(List<Row> rows, List<Verdict> verdicts) {
    StringBuilder text = new StringBuilder();
    Set<String> groups = new LinkedHashSet<>();
    rows.forEach(row -> groups.add(row.group()));
    for (String group : groups) {
      text.append(group).append(System.lineSeparator());
      text.append(
          LINE.formatted(
              "name", "mode", "ours", "peer", "ours", "theirs", "ratio", "(range)", "B/op",
              "theirs", ""));
      for (Row row : rows) {
        if (row.group().equals(group)) {
          text.append(line(row, Markdown.goals(row, verdicts)));
        }
      }
      text.append(System.lineSeparator());
    }
    return text.append(goals(verdicts)).toString();
  }

  private static String goals(List<Verdict> verdicts) {
    StringBuilder text = new StringBuilder();
    if (!verdicts.isEmpty()) {
      text.append("goals").append(System.lineSeparator());
    }
    verdicts.forEach(verdict -> text.append(verdict).append(System.lineSeparator()));
    return text.toString();
  }

  private static String line(Row row, String goals) {
    return LINE.formatted(
        row.name(),
        row.mode(),
        row.subject(),
        row.peer(),
        figure(row.ours()),
        figure(row.theirs()),
        figure(row.ratio()),
        "(%s-%s)".formatted(figure(row.ratioLow()), figure(row.ratioHigh())),
        figure(row.bytesPerOp()),
        figure(row.peerBytesPerOp()),
        note(row, goals));
  }

  private static String note(Row row, String goals) {
    String dropped = row.dropped() == 0 ? "" : ", dropped " + row.dropped();
    return row.unit() + dropped + (goals.isEmpty() ? "" : "; " + goals);
  }

  /// A figure with three digits that count; `-` for none.
  static String figure(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    if (value >= 1e7) {
      return String.format(Locale.ROOT, "%.1fM", value / 1e6);
    }
    if (value >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }
}
