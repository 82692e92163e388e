package dev.caplens.interop.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Every release names its acquire: a label in a comment of the form `pair: committed` stands on at
/// least one statement that releases and on another that acquires, in Java or in C, anywhere in the
/// main sources. The direction is read from the statement; where the statement does not show it,
/// the comment says `(release)` or `(acquire)`, and may not contradict the statement.
final class PairsRule implements HouseRule {
  private enum Direction {
    RELEASE,
    ACQUIRE
  }

  private static final Pattern LABEL =
      Pattern.compile("(?://|/\\*) ?pair: ([a-z][a-zA-Z0-9-]*)(?: \\((release|acquire)\\))?");

  private static final Pattern BOTH =
      Pattern.compile(
          "ompareAnd(?:Set|Exchange)\\b|\\bgetAnd(?:Add|Set|Bitwise\\w+?)\\b|[fF]ullFence"
              + "|ATOMIC_ACQ_REL|ATOMIC_SEQ_CST|memory_order_(?:acq_rel|seq_cst)");

  private static final Pattern RELEASE =
      Pattern.compile(
          "[a-z]Release\\b|releaseFence|(?:set|put)\\w*Volatile|ATOMIC_RELEASE|memory_order_release");

  private static final Pattern ACQUIRE =
      Pattern.compile(
          "[a-z]Acquire\\b|acquireFence|get\\w*Volatile|ATOMIC_ACQUIRE|memory_order_acquire");

  private static final int STATEMENT_LINES = 8;

  private record Site(Path file, int line, Set<Direction> directions) {}

  @Override
  public List<Violation> violations(SourceTree tree) throws IOException {
    List<Violation> found = new ArrayList<>();
    Map<String, List<Site>> sites = new TreeMap<>();
    for (Path file : tree.files(".*/src/main/.*\\.(?:java|c|h)")) {
      List<String> lines = SourceTree.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        Matcher label = LABEL.matcher(lines.get(i));
        if (label.find()) {
          Site site =
              new Site(tree.relative(file), i + 1, directions(label.group(2), statement(lines, i)));
          sites.computeIfAbsent(label.group(1), _ -> new ArrayList<>()).add(site);
        }
      }
    }
    sites.forEach((label, where) -> check(label, where, found));
    return found;
  }

  private static void check(String label, List<Site> sites, List<Violation> found) {
    Set<Direction> seen = EnumSet.noneOf(Direction.class);
    for (Site site : sites) {
      seen.addAll(site.directions());
      if (site.directions().isEmpty()) {
        found.add(
            new Violation(
                site.file(),
                site.line(),
                "pair '" + label + "': the statement does not show (release) or (acquire)"));
      }
    }
    Site first = sites.getFirst();
    for (Direction direction : Direction.values()) {
      if (!seen.contains(direction)) {
        found.add(
            new Violation(first.file(), first.line(), "pair '" + label + "' has no " + direction));
      }
    }
    if (sites.size() == 1 && seen.size() == 2) {
      found.add(
          new Violation(
              first.file(), first.line(), "pair '" + label + "' stands on one statement only"));
    }
  }

  /// What a statement does. Empty: it does not show it, or it contradicts the comment.
  private static Set<Direction> directions(@Nullable String stated, String statement) {
    Set<Direction> shown = EnumSet.noneOf(Direction.class);
    if (BOTH.matcher(statement).find()) {
      shown = EnumSet.allOf(Direction.class);
    }
    if (RELEASE.matcher(statement).find()) {
      shown.add(Direction.RELEASE);
    }
    if (ACQUIRE.matcher(statement).find()) {
      shown.add(Direction.ACQUIRE);
    }
    if (stated == null) {
      return shown;
    }
    Direction said = stated.equals("release") ? Direction.RELEASE : Direction.ACQUIRE;
    return shown.isEmpty() || shown.contains(said)
        ? EnumSet.of(said)
        : EnumSet.noneOf(Direction.class);
  }

  /// The statement that a comment in line `i` stands on, or before.
  private static String statement(List<String> lines, int i) {
    int first = i;
    if (code(lines.get(i)).isBlank()) {
      while (first + 1 < lines.size() && code(lines.get(first)).isBlank()) {
        first++;
      }
    } else {
      while (first > 0 && i - first < STATEMENT_LINES && !isEnd(lines.get(first - 1))) {
        first--;
      }
    }
    StringBuilder statement = new StringBuilder();
    for (int next = first; next < lines.size() && next < first + STATEMENT_LINES; next++) {
      statement.append(code(lines.get(next))).append(' ');
      if (next >= i && isEnd(lines.get(next))) {
        break;
      }
    }
    return statement.toString();
  }

  private static boolean isEnd(String line) {
    String code = code(line).strip();
    return code.isEmpty() || code.endsWith(";") || code.endsWith("{") || code.endsWith("}");
  }

  private static String code(String line) {
    return line.replaceFirst("//.*|/\\*.*|^\\s*\\*.*", "");
  }
}
