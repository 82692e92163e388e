package dev.caplens.bench.rounds;

import java.util.Map;

/// What one process measured.
///
/// @param value the figure in the unit of its cell
/// @param bytesPerOp bytes that the JVM's heap gave out per operation, NaN where nobody counts
/// @param percentiles where a distribution was measured: nanoseconds by percentile (`50`, `99.9`),
///   otherwise empty
public record Sample(double value, double bytesPerOp, Map<String, Double> percentiles) {

  /// A figure without a distribution.
  public Sample(double value, double bytesPerOp) {
    this(value, bytesPerOp, Map.of());
  }

  /// A figure without an account of the heap.
  public static Sample of(double value) {
    return new Sample(value, Double.NaN);
  }
}
