package dev.caplens.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A plot of lines over two axes, the upright one logarithmic: an SVG that takes its colours from
/// the page.
final class LineChart {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 340;
  private static final int LEFT = 76;
  private static final int RIGHT = 16;
  private static final int TOP = 34;
  private static final int BOTTOM = 52;
  private static final int LEGEND_LINE = 20;
  private static final int LEGEND_COLUMN = 230;
  private static final int COLOURS = 8;

  /// A line: its name and its points, by place.
  private record Line(String name, TreeMap<Double, Double> points) {}

  private final String title;
  private final String across;
  private final String upright;
  private final TreeMap<Double, String> places = new TreeMap<>();
  private final List<Line> lines = new ArrayList<>();

  LineChart(String title, String across, String upright) {
    this.title = title;
    this.across = across;
    this.upright = upright;
  }

  /// A point of a line, which is begun with its first one; the label stands under its place. What
  /// is not a figure above zero is left out.
  void add(String line, double place, String label, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      return;
    }
    places.put(place, label);
    for (Line known : lines) {
      if (known.name.equals(line)) {
        known.points.put(place, value);
        return;
      }
    }
    lines.add(new Line(line, new TreeMap<>(Map.of(place, value))));
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  String toSvg() {
    int legend = (lines.size() + 2) / 3 * LEGEND_LINE;
    Svg svg = new Svg("", WIDTH, HEIGHT + legend, title).text("title", LEFT, 18, title);
    LogScale scale = upright();
    grid(scale, svg);
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), i % COLOURS, scale, svg);
    }
    for (int i = 0; i < lines.size(); i++) {
      int x = LEFT + i % 3 * LEGEND_COLUMN;
      int y = HEIGHT + i / 3 * LEGEND_LINE + 4;
      svg.shape("<circle class=\"s%d\" cx=\"%d\" cy=\"%d\" r=\"5\"/>", i % COLOURS, x, y - 4);
      svg.text("label", x + 10, y, lines.get(i).name);
    }
    return svg.toString();
  }

  private LogScale upright() {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (Line line : lines) {
      for (double value : line.points.values()) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    return LogScale.around(least, most, HEIGHT - BOTTOM, TOP);
  }

  private void grid(LogScale scale, Svg svg) {
    for (double tick : scale.ticks()) {
      double y = scale.at(tick);
      svg.shape(
          "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
          LEFT, WIDTH - RIGHT, y, y);
      svg.text("tick end", LEFT - 8, y + 4, Units.scaled(tick));
    }
    places.forEach((place, label) -> {
      svg.shape(
          "<line class=\"axis\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
          x(place), x(place), HEIGHT - BOTTOM, HEIGHT - BOTTOM + 5);
      svg.text("tick middle", x(place), HEIGHT - BOTTOM + 19, label);
    });
    svg.shape(
        "<path class=\"axis\" d=\"M%d %d V%d H%d\"/>", LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT);
    svg.text("label middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, across);
    svg.shape(
            "<text class=\"label middle\" transform=\"translate(16 %d) rotate(-90)\">",
            (TOP + HEIGHT - BOTTOM) / 2)
        .words(upright);
  }

  private void line(Line line, int colour, LogScale scale, Svg svg) {
    StringBuilder path = new StringBuilder();
    line.points.forEach((place, value) -> {
      path.append(path.isEmpty() ? "M" : " L");
      path.append(String.format(Locale.ROOT, "%.1f %.1f", x(place), scale.at(value)));
    });
    svg.shape("<path class=\"line l%d\" d=\"%s\"/>\n", colour, path);
    line.points.forEach((place, value) -> {
      String meaning = "%s, %s: %s".formatted(line.name, places.get(place), Units.scaled(value));
      svg.shape(
          "<circle class=\"s%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>%s</title></circle>\n",
          colour, x(place), scale.at(value), Html.escaped(meaning));
    });
  }

  /// Places stand in their order, evenly: the steps between sizes are factors.
  private double x(double place) {
    int rank = places.headMap(place).size();
    double step = (WIDTH - RIGHT - LEFT) / (double) places.size();
    return LEFT + step * (rank + 0.5);
  }
}
