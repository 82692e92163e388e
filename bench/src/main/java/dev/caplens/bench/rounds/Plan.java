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

  /// Methods are compiled at once and not beside the program, so that a short warm-up on a busy
  /// machine is one.
  private static final List<String> AT_ONCE = List.of("-XX:-BackgroundCompilation");

  /// Less than ten minutes for everything: shows what is far off.
  public static final Plan QUICK = new Plan(2, 2, 200, 3, 100, AT_ONCE);

  /// What is meant if nothing is said.
  public static final Plan NORMAL = new Plan(2, 3, 250, 3, 150, AT_ONCE);

  /// For figures that are published, in several runs: twenty minutes for everything.
  public static final Plan FULL = new Plan(2, 3, 250, 5, 150, AT_ONCE);

  /// For the gate: few rows, three minutes.
  public static final Plan CHECK = new Plan(3, 2, 400, 4, 150, AT_ONCE);
}
