package dev.caplens.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Which known words may have been meant by a mistyped one: those that few slips of the finger lead
/// to. A slip is a letter too many, too few or wrong, or two neighbours in the wrong order; one is
/// allowed, and another per three letters.
public final class Spelling {
  private static final int LETTERS_PER_SLIP = 3;

  private Spelling() {}

  /// The known words that are near, the nearest first.
  public static List<String> near(String word, Collection<String> known) {
    int allowed = Math.max(1, word.replace("-", "").length() / LETTERS_PER_SLIP);
    return known.stream()
        .filter(candidate -> slips(word, candidate) <= allowed)
        .sorted(
            Comparator.<String>comparingInt(candidate -> slips(word, candidate))
                .thenComparing(candidate -> candidate))
        .toList();
  }

  /// The least number of slips that lead from one word to the other (optimal string alignment).
  static int slips(String from, String to) {
    int[][] least = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        least[i][j] = i == 0 || j == 0 ? i + j : leastAt(least, from, to, i, j);
      }
    }
    return least[from.length()][to.length()];
  }

  private static int leastAt(int[][] least, String from, String to, int i, int j) {
    int wrong = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int slips =
        Math.min(least[i - 1][j - 1] + wrong, Math.min(least[i - 1][j], least[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(slips, least[i - 2][j - 2] + 1) : slips;
  }
}
