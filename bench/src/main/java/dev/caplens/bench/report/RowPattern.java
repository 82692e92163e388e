package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.util.List;

/// Which rows are meant: the five parts of a row's key, each `*`, a text, or several texts
/// separated by `|`; a text that ends in `*` means all that begin so.
///
/// @param text `group / name / mode / subject / peer`
public record RowPattern(String text) {

  private static final String SEPARATOR = " / ";

  /// Whether a key is meant.
  public boolean matches(String key) {
    List<String> wanted = List.of(text.split(SEPARATOR));
    List<String> parts = List.of(key.split(SEPARATOR));
    if (wanted.size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!isOneOf(wanted.get(i), parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Those of the rows that are meant.
  public List<Row> of(List<Row> rows) {
    return rows.stream().filter(row -> matches(row.key())).toList();
  }

  private static boolean isOneOf(String alternatives, String part) {
    for (String wanted : alternatives.split("\\|")) {
      boolean isMeant =
          wanted.endsWith("*")
              ? part.startsWith(wanted.substring(0, wanted.length() - 1))
              : part.equals(wanted);
      if (isMeant) {
        return true;
      }
    }
    return false;
  }
}
