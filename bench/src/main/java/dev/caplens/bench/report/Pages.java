package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The pages of a run: `report.md`, and `report.html` with a bar per row, which needs no other file
/// and is readable in light and dark.
public final class Pages {

  /// A bar of this ratio and above fills its place.
  private static final double LARGEST_RATIO = 5;

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --better: #2a9d63; --worse: #d1603d; --line: #8886; }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid var(--line); }
      td.n { text-align: right; font-variant-numeric: tabular-nums; }
      svg { display: block; }
      .better { fill: var(--better); } .worse { fill: var(--worse); }
      .one { stroke: currentColor; stroke-dasharray: 2 2; } .range { stroke: currentColor; }
      """;

  private Pages() {}

  /// Writes both pages into a folder, which is made if it is not there.
  public static void write(Report run, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.md"), markdown(run));
    Files.writeString(folder.resolve("report.html"), html(run));
  }

  static String markdown(Report run) {
    StringBuilder text = new StringBuilder("# Measurements\n\n");
    text.append(run.date()).append(", ").append(run.machine().oneLine()).append(".\n");
    text.append("A ratio is above 1 where ours is better.\n");
    for (String group : groups(run)) {
      text.append("\n## ").append(group).append("\n\n");
      text.append(
          "| name | mode | ours | peer | unit | ours | theirs | ratio | range | rounds | dropped |"
              + " B/op |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
      for (Row row : rows(run, group)) {
        text.append("| ").append(String.join(" | ", columns(row))).append(" |\n");
      }
    }
    return text.toString();
  }

  static String html(Report run) {
    StringBuilder text = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head>");
    text.append("<meta charset=\"utf-8\"><title>Caplens: measurements</title>\n<style>\n");
    text.append(STYLE).append("</style></head><body>\n<h1>Measurements</h1>\n<p>");
    text.append(escaped(run.date() + ", " + run.machine().oneLine())).append(".</p>\n");
    text.append("<p>A ratio is above 1 (the dashed line) where ours is better.</p>\n");
    for (String group : groups(run)) {
      text.append("<h2>").append(escaped(group)).append("</h2>\n<table>\n<tr>");
      for (String head : List.of("name", "mode", "ours", "peer", "unit")) {
        text.append("<th>").append(head).append("</th>");
      }
      text.append("<th>ours</th><th>theirs</th><th>ratio</th><th>range</th><th>rounds</th>");
      text.append("<th>dropped</th><th>B/op</th><th></th></tr>\n");
      for (Row row : rows(run, group)) {
        append(row, text);
      }
      text.append("</table>\n");
    }
    return text.append("</body></html>\n").toString();
  }

  private static void append(Row row, StringBuilder text) {
    text.append("<tr>");
    List<String> columns = columns(row);
    for (int i = 0; i < columns.size(); i++) {
      text.append(i < 5 ? "<td>" : "<td class=\"n\">").append(escaped(columns.get(i)));
      text.append("</td>");
    }
    text.append("<td>").append(bar(row)).append("</td></tr>\n");
  }

  private static String bar(Row row) {
    if (Double.isNaN(row.ratio())) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "<svg width=\"200\" height=\"14\" role=\"img\" aria-label=\"ratio %.2f\">"
            + "<rect class=\"%s\" y=\"3\" width=\"%.1f\" height=\"8\"/>"
            + "<line class=\"range\" x1=\"%.1f\" x2=\"%.1f\" y1=\"7\" y2=\"7\"/>"
            + "<line class=\"one\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"14\"/></svg>",
        row.ratio(),
        row.ratio() >= 1 ? "better" : "worse",
        place(row.ratio()),
        place(row.ratioLow()),
        place(row.ratioHigh()),
        place(1),
        place(1));
  }

  private static double place(double ratio) {
    return Math.min(ratio, LARGEST_RATIO) / LARGEST_RATIO * 200;
  }

  private static List<String> columns(Row row) {
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
        Table.figure(row.bytesPerOp()));
  }

  private static Set<String> groups(Report run) {
    Set<String> groups = new LinkedHashSet<>();
    run.rows().forEach(row -> groups.add(row.group()));
    return groups;
  }

  private static List<Row> rows(Report run, String group) {
    return run.rows().stream().filter(row -> row.group().equals(group)).toList();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
