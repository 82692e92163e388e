package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Compares a run with an earlier one: ratios to peers, which another machine would show alike, and
/// what is allocated. Times are not compared.
public final class Gate {

  /// A ratio that lost more than this part of its value has moved.
  private static final double TOLERANCE = 0.3;

  /// JMH divides by a count of operations: the same code shows this much more or less.
  private static final double BYTES_NOISE = 1;

  private Gate() {}

  /// What became worse, one sentence per row; nothing if the run passes. Rows that the earlier run
  /// does not have, and groups that this one did not measure, do not count.
  public static List<String> failures(Report earlier, Report now) {
    Map<String, Row> rows = new HashMap<>();
    List<String> groups = new ArrayList<>();
    for (Row row : now.rows()) {
      rows.put(row.key(), row);
      groups.add(row.group());
    }
    List<String> failures = new ArrayList<>();
    for (Row before : earlier.rows()) {
      Row after = rows.get(before.key());
      if (after != null) {
        compare(before, after, failures);
      } else if (groups.contains(before.group())) {
        failures.add(before.key() + ": the row is gone");
      }
    }
    return failures;
  }

  private static void compare(Row before, Row after, List<String> failures) {
    if (after.ratio() < before.ratio() * (1 - TOLERANCE)) {
      failures.add(
          String.format(
              Locale.ROOT,
              "%s: ratio %.2f (%.2f to %.2f), was %.2f: more than %.0f %% worse",
              before.key(),
              after.ratio(),
              after.ratioLow(),
              after.ratioHigh(),
              before.ratio(),
              TOLERANCE * 100));
    }
    if (after.bytesPerOp() > before.bytesPerOp() + BYTES_NOISE) {
      failures.add(
          String.format(
              Locale.ROOT,
              "%s: %.0f bytes per operation, was %.0f",
              before.key(),
              after.bytesPerOp(),
              before.bytesPerOp()));
    }
  }
}
