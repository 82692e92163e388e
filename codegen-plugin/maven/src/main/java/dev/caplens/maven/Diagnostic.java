package dev.caplens.maven;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a compiler says.
 *
 * @param severity how bad it is
 * @param file the file it concerns; empty where it concerns none
 * @param line the line, from 1; 0 where unknown
 * @param column the column, from 1; 0 where unknown
 * @param text what is wrong
 */
record Diagnostic(Severity severity, String file, int line, int column, String text) {
  private static final Pattern LOCATED =
      Pattern.compile(
          "(?<file>.+?):(?:(?<line>\\d+):)?(?:(?<column>\\d+)(?:-\\d+)?:)? (?<severity>error|warning): (?<text>.*)");
  private static final Pattern PLAIN = Pattern.compile("(?<severity>error|warning): (?<text>.*)");

  /** What a line is about. */
  enum Severity {
    ERROR,
    WARNING,
    /** Neither: progress, or more about the line before. */
    DETAIL
  }

  /** Whether the goal has to fail. */
  boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same with a further line of text. */
  Diagnostic and(String detail) {
    return new Diagnostic(severity, file, line, column, text + '\n' + detail);
  }

  /**
   * Reads {@code FILE:LINE:COLUMN: error: TEXT}, the form of the schema compilers; columns may be
   * {@code FROM-TO}.
   */
  static Diagnostic of(String line) {
    Matcher plain = PLAIN.matcher(line);
    if (plain.matches()) {
      return new Diagnostic(severity(plain), "", 0, 0, plain.group("text"));
    }
    Matcher located = LOCATED.matcher(line);
    if (located.matches()) {
      int row = number(located.group("line"));
      int column = number(located.group("column"));
      return new Diagnostic(
          severity(located), located.group("file"), row, column, located.group("text"));
    }
    return new Diagnostic(Severity.DETAIL, "", 0, 0, line);
  }

  /**
   * The form that the compiler plugin uses, which IDEs turn into links: {@code FILE:[LINE,COLUMN]
   * TEXT}.
   */
  String forMaven() {
    if (file.isEmpty()) {
      return text;
    }
    return line == 0
        ? file + ": " + text
        : file + ":[" + line + ',' + Math.max(1, column) + "] " + text;
  }

  private static Severity severity(Matcher matcher) {
    return matcher.group("severity").equals("error") ? Severity.ERROR : Severity.WARNING;
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
