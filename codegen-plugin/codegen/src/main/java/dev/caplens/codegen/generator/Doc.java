package dev.caplens.codegen.generator;

import java.util.ArrayList;
import java.util.List;

/// Comments of a schema as paragraphs of a Markdown comment.
///
/// Whatever has a meaning in one of them only by accident (a `<`, a `[`, an `@` at the start of a
/// line) is escaped, except inside code spans, where nothing has one.
final class Doc {
  private Doc() {}

  /// A comment as one paragraph with its line breaks, or none if it is empty.
  static List<String> paragraphs(String comment) {
    String text = comment.strip();
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> lines.add(escaped(line)));
    return List.of(String.join("\n", lines));
  }

  private static String escaped(String line) {
    StringBuilder out = new StringBuilder();
    boolean code = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '@' && !code) {
        out.append("&#64;");
      } else if (c == '`') {
        // A span that the line does not close is none.
        code = !code && line.indexOf('`', i + 1) > 0;
        out.append(c);
      } else if (!code && needsEscape(line, i)) {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean needsEscape(String line, int i) {
    return switch (line.charAt(i)) {
      case '<', '[', ']', '&' -> true;
      default -> false;
    };
  }
}
