package dev.caplens.bench.report;

import java.util.ArrayList;
import java.util.List;

/// A logarithmic axis of a plot.
///
/// @param least the value at its start, above zero
/// @param most the value at its end
/// @param start the place of its start, pixels
/// @param end the place of its end
record LogScale(double least, double most, double start, double end) {

  private static final double[] STEPS = {1, 2, 5};

  /// The place of a value; what lies outside stands at the end.
  double at(double value) {
    double inside = Math.clamp(value, least, most);
    return start + (end - start) * Math.log(inside / least) / Math.log(most / least);
  }

  /// An axis whose ends are round numbers around these values, at least half a decade long.
  static LogScale around(double least, double most, double start, double end) {
    double low = below(least);
    double high = above(most);
    return high < low * 5
        ? new LogScale(low, low * 10, start, end)
        : new LogScale(low, high, start, end);
  }

  /// Round numbers, at most about ten of them.
  List<Double> ticks() {
    double decades = Math.log10(most / least);
    List<Double> ticks = new ArrayList<>();
    for (double decade = Math.floor(Math.log10(least)); decade <= Math.log10(most) + 1; decade++) {
      for (double step : STEPS) {
        boolean fits = decades <= 1.6 || step == 1 || (decades <= 3 && step != 2);
        double tick = step * Math.pow(10, decade);
        if (fits && tick >= least * 0.999 && tick <= most * 1.001) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private static double below(double value) {
    double decade = Math.pow(10, Math.floor(Math.log10(value)));
    return value / decade >= 5 ? 5 * decade : value / decade >= 2 ? 2 * decade : decade;
  }

  private static double above(double value) {
    double decade = Math.pow(10, Math.floor(Math.log10(value)));
    return value / decade <= 1.0001
        ? decade
        : value / decade <= 2 ? 2 * decade : value / decade <= 5 ? 5 * decade : 10 * decade;
  }
}
