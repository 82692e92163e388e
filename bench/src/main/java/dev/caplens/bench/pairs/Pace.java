package dev.caplens.bench.pairs;

/// How long a sample takes.
///
/// @param warmUpMillis what is dropped
/// @param iterations how many stretches count; of throughputs the best one, of times all together
/// @param iterationMillis the length of each
public record Pace(int warmUpMillis, int iterations, int iterationMillis) {

  /// Long enough for loops as small as these: rounds make the difference, not long samples.
  public static final Pace USUAL = new Pace(600, 4, 100);
}
