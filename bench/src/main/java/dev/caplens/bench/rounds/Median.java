package dev.caplens.bench.rounds;

import java.util.Arrays;

/// The middle of some figures, and their ends. Of no figures everything is NaN.
final class Median {

  private Median() {}

  static double of(double[] figures) {
    if (figures.length == 0) {
      return Double.NaN;
    }
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static double least(double[] figures) {
    return Arrays.stream(figures).min().orElse(Double.NaN);
  }

  static double most(double[] figures) {
    return Arrays.stream(figures).max().orElse(Double.NaN);
  }
}
