package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The page of a run: plots, tables, goals. It needs no other file and no script, and follows the
/// reader's choice of light or dark.
final class Html {

  private static final List<String> HEADS =
      List.of(
          "name",
          "mode",
          "ours",
          "peer",
          "unit",
          "ours",
          "theirs",
          "ratio",
          "range",
          "rounds",
          "dropped",
          "B/op",
          "their B/op",
          "goal");
  private static final int TEXTS = 5;

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --back: #fbfbf9; --text: #1d2329; --dim: #5d6873;
        --line: #d9dde1; --better: #1f8a57; --worse: #c4532a; --card: #ffffff;
        --c0: #1f6fd1; --c1: #c4532a; --c2: #1f8a57; --c3: #8a4fbf; --c4: #b58900; --c5: #0f8a8a;
        --c6: #c13d7a; --c7: #66727e; }
      @media (prefers-color-scheme: dark) { :root { --back: #15191d; --text: #e4e8ec; --dim: #9aa6b2;
        --line: #333b43; --better: #4cc38a; --worse: #f08a5d; --card: #1c2227;
        --c0: #6cb0ff; --c1: #f08a5d; --c2: #4cc38a; --c3: #c79bf2; --c4: #e3c04b; --c5: #4fd0d0;
        --c6: #f284b3; --c7: #a9b4bf; } }
      * { box-sizing: border-box; }
      body { background: var(--back); color: var(--text); font: 15px/1.55 system-ui, sans-serif;
        margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem 4rem; }
      h1 { font-size: 1.7rem; margin: 0 0 .3rem; } h2 { margin: 2.2rem 0 .6rem; }
      p.note { color: var(--dim); margin: .2rem 0; }
      .plots { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 34rem), 1fr)); }
      figure { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin: 0; padding: .6rem; }
      figure.wide { grid-column: 1 / -1; }
      svg.plot { display: block; height: auto; width: 100%; }
      .scroll { margin-top: 1rem; overflow-x: auto; }
      table { border-collapse: collapse; font-size: 13px; width: 100%; }
      th, td { border-bottom: 1px solid var(--line); padding: .25rem .6rem; text-align: left; white-space: nowrap; }
      td.wrap { white-space: normal; }
      td.n { font-variant-numeric: tabular-nums; text-align: right; }
      .reached { color: var(--better); } .missed { color: var(--worse); }
      text { fill: var(--text); font: 12px system-ui, sans-serif; }
      text.title { font-size: 14px; font-weight: 600; } text.tick { fill: var(--dim); }
      text.label { fill: var(--dim); } text.value { font-variant-numeric: tabular-nums; font-weight: 600; } text.end { text-anchor: end; } text.middle { text-anchor: middle; }
      .grid { stroke: var(--line); } .axis { fill: none; stroke: var(--dim); }
      .one { stroke: var(--text); stroke-dasharray: 3 3; } .range { fill: none; stroke: var(--text); stroke-width: 1.2; }
      .better { fill: var(--better); } .worse { fill: var(--worse); }
      .line { fill: none; stroke-width: 2; }
      """;

  private Html() {}

  static String of(Report run, List<Verdict> verdicts) {
    StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head>");
    page.append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    page.append("<title>Caplens: measurements</title>\n<style>\n").append(STYLE);
    for (int i = 0; i < 8; i++) {
      page.append(
          ".s%d { fill: var(--c%d); } .l%d { stroke: var(--c%d); }%n".formatted(i, i, i, i));
    }
    page.append("</style></head><body>\n<h1>Measurements</h1>\n<p class=\"note\">");
    page.append(escaped(run.date() + ", " + run.machine().oneLine())).append("</p>\n");
    run.machine()
        .versionsLine()
        .ifPresent(line -> page.append("<p class=\"note\">" + escaped(line) + "</p>\n"));
    page.append(
        "<p class=\"note\">A ratio is above 1 where ours is better. Whiskers and ranges are");
    page.append(" the worst and the best round.</p>\n");
    goals(verdicts, page);
    for (String group : groups(run)) {
      group(group, rows(run, group), verdicts, page);
    }
    return page.append("</body></html>\n").toString();
  }

  private static void group(
      String group, List<Row> rows, List<Verdict> verdicts, StringBuilder page) {
    page.append("<h2>").append(escaped(group)).append("</h2>\n<div class=\"plots\">\n");
    Charts.of(group, rows).forEach(page::append);
    page.append("</div>\n<div class=\"scroll\"><table>\n<tr>");
    HEADS.forEach(head -> page.append("<th>").append(head).append("</th>"));
    page.append("</tr>\n");
    for (Row row : rows) {
      page.append("<tr>");
      List<String> columns = Markdown.columns(row);
      for (int i = 0; i < columns.size(); i++) {
        page.append(i < TEXTS ? "<td>" : "<td class=\"n\">").append(escaped(columns.get(i)));
        page.append("</td>");
      }
      page.append("<td>").append(goals(row, verdicts)).append("</td></tr>\n");
    }
    page.append("</table></div>\n");
  }

  private static void goals(List<Verdict> verdicts, StringBuilder page) {
    if (verdicts.isEmpty()) {
      return;
    }
    long reached = verdicts.stream().filter(Verdict::isReached).count();
    page.append("<h2>Goals</h2>\n<p>%d of %d reached.</p>\n".formatted(reached, verdicts.size()));
    page.append("<div class=\"scroll\"><table>\n<tr><th>goal</th><th>row</th>");
    page.append("<th>bound</th><th>got</th><th></th><th>why</th></tr>\n");
    String said = "";
    for (Verdict verdict : verdicts) {
      Goal goal = verdict.goal();
      page.append("<tr><td class=\"wrap\">");
      page.append(goal.text().equals(said) ? "" : escaped(goal.text()))
          .append("</td><td class=\"wrap\">");
      said = goal.text();
      page.append(escaped(verdict.row())).append("</td><td>").append(escaped(goal.inShort()));
      page.append("</td><td class=\"n\">").append(Table.figure(verdict.value()));
      page.append("</td><td class=\"").append(verdict.word()).append("\">").append(verdict.word());
      page.append("</td><td class=\"wrap\">")
          .append(escaped(verdict.reason()))
          .append("</td></tr>\n");
    }
    page.append("</table></div>\n");
  }

  private static String goals(Row row, List<Verdict> verdicts) {
    StringBuilder text = new StringBuilder();
    for (Verdict verdict : verdicts) {
      if (verdict.row().equals(row.key())) {
        text.append(text.isEmpty() ? "" : ", ").append("<span class=\"").append(verdict.word());
        text.append("\">").append(escaped(verdict.goal().inShort())).append(' ');
        text.append(verdict.word()).append("</span>");
      }
    }
    return text.toString();
  }

  static Set<String> groups(Report run) {
    Set<String> groups = new LinkedHashSet<>();
    run.rows().forEach(row -> groups.add(row.group()));
    return groups;
  }

  static List<Row> rows(Report run, String group) {
    return run.rows().stream().filter(row -> row.group().equals(group)).toList();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
