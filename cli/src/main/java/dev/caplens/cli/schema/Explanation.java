package dev.caplens.cli.schema;

import dev.caplens.cli.Spelling;
import dev.caplens.codegen.compiler.naming.Kind;
import dev.caplens.codegen.compiler.source.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person wants to see below an error of a schema: the line with the place marked, and which
/// name may have been meant.
final class Explanation {

  private static final String NOT_DEFINED = "Not defined: ";
  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:struct|enum|interface|const|annotation|using)\\s+([A-Za-z_]\\w*)");
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Explanation() {}

  /// Whether standard error is a terminal, as far as Linux can tell.
  static boolean isWatched() {
    try {
      String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  /// The lines to print below an error; none where the file cannot be read again.
  static List<String> of(Diagnostic error) {
    byte[] source;
    try {
      source = Files.readAllBytes(Path.of(error.file()));
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    byte[] line = line(source, error.line());
    if (error.startColumn() > 0 && error.startColumn() <= line.length + 1) {
      lines.add("    " + text(line, 0, line.length).stripTrailing());
      lines.add("    " + pointer(line, error.startColumn() - 1, error.endColumn() - 1));
    }
    hints(error.message(), text(source, 0, source.length), lines);
    return lines;
  }

  /// Columns count bytes; what is shown counts characters, and tabs stay tabs.
  private static String pointer(byte[] line, int start, int end) {
    int last = Math.min(Math.max(end, start), line.length);
    String space = text(line, 0, start).replaceAll("[^\\t]", " ");
    return space + "^".repeat(Math.max(1, text(line, start, last).length()));
  }

  private static void hints(String message, String source, List<String> lines) {
    if (!message.startsWith(NOT_DEFINED)) {
      return;
    }
    Set<String> known = new TreeSet<>();
    for (Kind kind : Kind.values()) {
      if (kind.builtinName() != null) {
        known.add(kind.builtinName());
      }
    }
    for (Matcher matcher = DECLARED.matcher(source); matcher.find(); ) {
      known.add(matcher.group(1));
    }
    List<String> near = Spelling.near(message.substring(NOT_DEFINED.length()), known);
    if (!near.isEmpty()) {
      lines.add("    did you mean '" + String.join("' or '", near) + "'?");
    }
  }

  private static byte[] line(byte[] source, int number) {
    int start = 0;
    for (int line = 1; line < number && start < source.length; start++) {
      line += source[start] == '\n' ? 1 : 0;
    }
    int end = start;
    while (end < source.length && source[end] != '\n') {
      end++;
    }
    return Arrays.copyOfRange(source, start, end);
  }

  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
