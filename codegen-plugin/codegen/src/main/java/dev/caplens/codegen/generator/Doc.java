package dev.caplens.codegen.generator;

import java.util.ArrayList;
import java.util.List;

/// Comments of a schema as paragraphs of a Markdown comment.
///
/// Whatever has a meaning in one of them only by accident (a `<`, a `[`, an `@` at the start of a
/// line) is escaped, except inside code spans, where nothing has one.
final class Doc {
  private Doc() {}

  /// The paragraphs of a comment: line breaks are left out where they only wrap text, and kept
  /// where a line is indented or begins a list.
  static List<String> paragraphs(String comment) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : comment.strip().lines().toList()) {
      if (line.isBlank()) {
        add(paragraphs, paragraph);
      } else {
        boolean flows = !paragraph.isEmpty() && Character.isLetterOrDigit(line.charAt(0));
        paragraph.append(paragraph.isEmpty() ? "" : flows ? " " : "\n").append(escaped(line));
      }
    }
    add(paragraphs, paragraph);
    return paragraphs;
  }

  /// The comment of a method that returns what the last paragraph says; a `.` at its end is left
  /// out.
  static List<String> returning(List<String> paragraphs) {
    String last = paragraphs.getLast().replaceFirst("\\.$", "");
    List<String> doc = new ArrayList<>(paragraphs.subList(0, paragraphs.size() - 1));
    // An inline tag ends at the first brace that is not paired.
    if (doc.isEmpty() && last.indexOf('{') < 0 && last.indexOf('}') < 0) {
      return List.of("{@return " + last + "}");
    }
    if (doc.isEmpty()) {
      doc.add("Reads the value.");
    }
    doc.add("@return " + last);
    return doc;
  }

  private static void add(List<String> paragraphs, StringBuilder paragraph) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString());
      paragraph.setLength(0);
    }
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
      } else if (!code && needsEscape(line.charAt(i))) {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean needsEscape(char c) {
    return switch (c) {
      case '<', '[', ']', '&' -> true;
      default -> false;
    };
  }
}
