package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Compares a run with an earlier one: ratios to peers, which another machine would show alike, and
/// what is allocated. Times are not compared.
public final class Gate {

  /// A ratio that lost more than this part of its value has moved.
  private static final double TOLERANCE = 0.3;

  /// JMH divides by a count of operations, and counts what its own threads allocate: the same code
  /// shows this much more or less, in bytes and as a part.
  private static final double BYTES_NOISE = 1;

  private static final double BYTES_PART = 0.005;

  private Gate() {}

  /// What became worse, one sentence per row; nothing if the run passes. Rows that the earlier run
  /// does not have, and groups that this one did not measure, do not count.
  public static List<String> failures(Report earlier, Report now) {
    return List.copyOf(moved(earlier, now).values());
  }

  /// As [#failures], by the keys of the rows: those that are worth a second look before they fail.
  public static Map<String, String> moved(Report earlier, Report now) {
    Map<String, Row> rows = new HashMap<>();
    List<String> groups = new ArrayList<>();
    for (Row row : now.rows()) {
      rows.put(row.key(), row);
      groups.add(row.group());
    }
    Map<String, String> moved = new LinkedHashMap<>();
    for (Row before : earlier.rows()) {
      Row after = rows.get(before.key());
      if (after != null) {
        compare(before, after).ifPresent(sentence -> moved.put(before.key(), sentence));
      } else if (groups.contains(before.group())) {
        moved.put(before.key(), before.key() + ": the row is gone");
      }
    }
    return moved;
  }

  private static Optional<String> compare(Row before, Row after) {
    if (after.rounds() == 0) {
      return Optional.of(after.key() + ": no round could be measured");
    }
    if (after.ratio() < before.ratio() * (1 - TOLERANCE)) {
      return Optional.of(
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
    if (after.bytesPerOp() > before.bytesPerOp() * (1 + BYTES_PART) + BYTES_NOISE) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s: %.0f bytes per operation, was %.0f",
              before.key(),
              after.bytesPerOp(),
              before.bytesPerOp()));
    }
    return Optional.empty();
  }
}
