package dev.caplens.cli.demo;

import java.io.PrintStream;
import java.util.Locale;

/// Rows as `wc` prints them: lines, words and bytes, right-aligned, then the name.
final class WcReport {

  private final PrintStream out;
  private final int width;

  /// Prints to `out` with numbers of at least `width` characters.
  WcReport(PrintStream out, int width) {
    this.out = out;
    this.width = width;
  }

  /// Prints one row and flushes it.
  void row(long lines, long words, long bytes, String name) {
    String number = "%" + width + "d";
    out.print(
        String.format(Locale.ROOT, number + " " + number + " " + number, lines, words, bytes)
            + " "
            + (name.indexOf('\n') < 0 ? name : quoted(name))
            + "\n");
    out.flush();
  }

  /// A name with a newline, as a shell reads it: `'a'$'\n''b'`.
  private static String quoted(String name) {
    return "'" + name.replace("'", "'\\''").replace("\n", "'$'\\n''") + "'";
  }
}
