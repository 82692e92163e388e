package dev.caplens.bench.report;

import java.util.Locale;

/// Whether a goal was reached.
///
/// @param goal the goal
/// @param row the key of the row, or in words which rows a mean was taken of
/// @param value the figure
/// @param reason why it was missed; empty where it was not, or where nobody wrote it down
public record Verdict(Goal goal, String row, double value, String reason) {

  /// Whether it was reached.
  public boolean isReached() {
    return goal.isReached(value);
  }

  /// `reached` or `missed`.
  public String word() {
    return isReached() ? "reached" : "missed";
  }

  /// One line of text.
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-8s %s: %s, got %s%s",
        word(),
        row,
        goal.inShort(),
        Table.figure(value),
        reason.isEmpty() ? "" : " (" + reason + ")");
  }
}
