package dev.caplens.bench.rounds;

/// What one process measured.
///
/// @param value the figure in the unit of its cell
/// @param bytesPerOp bytes that the JVM's heap gave out per operation, NaN where nobody counts
public record Sample(double value, double bytesPerOp) {

  /// A figure without an account of the heap.
  public static Sample of(double value) {
    return new Sample(value, Double.NaN);
  }
}
