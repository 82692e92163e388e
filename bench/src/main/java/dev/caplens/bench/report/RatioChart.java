package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.util.List;

/// Bars that begin at 1, where both are alike: to the right where ours is better, to the left where
/// the peer is. A whisker shows the range of the rounds.
final class RatioChart {

  private static final int WIDTH = 960;
  private static final int LEFT = 400;
  private static final int RIGHT = 70;
  private static final int TOP = 40;
  private static final int BOTTOM = 40;
  private static final int LINE = 22;
  private static final double SMALLEST = 0.05;
  private static final double LARGEST = 100;

  private final String title;
  private final List<Row> rows;

  /// A chart of those rows; one that was not measured has no bar.
  RatioChart(String title, List<Row> rows) {
    this.title = title;
    this.rows = rows.stream().filter(row -> row.ratio() > 0).toList();
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  String toSvg() {
    int bottom = TOP + rows.size() * LINE;
    Svg svg = new Svg("wide", WIDTH, bottom + BOTTOM, title).text("title", 8, 18, title);
    LogScale scale = scale();
    for (double tick : scale.ticks()) {
      double x = scale.at(tick);
      svg.shape(
          "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>", x, x, TOP, bottom);
      svg.text("tick middle", x, bottom + 15, Units.scaled(tick));
    }
    for (int i = 0; i < rows.size(); i++) {
      bar(rows.get(i), TOP + i * LINE, scale, svg);
    }
    double one = scale.at(1);
    svg.shape(
        "<line class=\"one\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
        one, one, TOP - 6, bottom);
    double middle = (LEFT + WIDTH - RIGHT) / 2.0;
    svg.text("label middle", middle, bottom + 33, "ratio to the peer, above 1 ours is better");
    return svg.toString();
  }

  private LogScale scale() {
    double least = rows.stream().mapToDouble(Row::ratioLow).min().orElse(1);
    double most = rows.stream().mapToDouble(Row::ratioHigh).max().orElse(1);
    return LogScale.around(
        Math.clamp(least, SMALLEST, 0.7), Math.clamp(most, 1.5, LARGEST), LEFT, WIDTH - RIGHT);
  }

  private static void bar(Row row, int top, LogScale scale, Svg svg) {
    double one = scale.at(1);
    double end = scale.at(row.ratio());
    String style = row.ratio() >= 1 ? "better" : "worse";
    svg.text("tick end", LEFT - 10, top + 15, label(row));
    svg.shape(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\"/>",
        style, Math.min(one, end), top + 5, Math.max(1, Math.abs(end - one)));
    double low = scale.at(row.ratioLow());
    double high = scale.at(row.ratioHigh());
    svg.shape("<path class=\"range\" d=\"M%.1f %d v8 m0 -4 H%.1f m0 -4 v8\"/>", low, top + 7, high);
    svg.text("value end", WIDTH - 12, top + 15, Table.figure(row.ratio()));
  }

  private static String label(Row row) {
    return "%s, %s · %s".formatted(row.mode(), row.subject(), row.peer());
  }
}
