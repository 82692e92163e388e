package dev.caplens.bench.rounds;

import java.util.List;

/// How long everything is measured.
///
/// @param rounds how often each subject is measured, each time in a fresh process
/// @param warmUps iterations that are thrown away
/// @param warmUpMillis the length of each
/// @param iterations iterations that count
/// @param iterationMillis the length of each
/// @param flags further flags of a forked JVM
public record Plan(
    int rounds,
    int warmUps,
    int warmUpMillis,
    int iterations,
    int iterationMillis,
    List<String> flags) {

  /// A few minutes for everything: shows what is far off. Methods are compiled at once and not
  /// beside the program, so that a short warm-up on a busy machine is one.
  public static final Plan QUICK =
      new Plan(2, 3, 400, 3, 250, List.of("-XX:-BackgroundCompilation"));

  /// What is meant if nothing is said.
  public static final Plan NORMAL = new Plan(3, 5, 600, 4, 500, List.of());

  /// For figures that are published.
  public static final Plan FULL = new Plan(7, 8, 1000, 5, 1000, List.of());
}
