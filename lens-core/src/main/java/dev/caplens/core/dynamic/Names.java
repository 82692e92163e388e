package dev.caplens.core.dynamic;

import java.util.Collection;
import java.util.stream.Collectors;

/// Names in the texts of errors.
final class Names {
  private static final int MOST = 12;

  private Names() {}

  /// The first names, in their order, and how many more there are.
  static String some(Collection<String> names) {
    String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
    return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
  }
}
