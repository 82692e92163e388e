package dev.caplens.codegen.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The text of one Java file while it is written: indentation, imports, comments.
///
/// Types of other packages are named through [#type]: it gives the simple name and notes the
/// import, or the full name where the simple one means something else in this file.
final class JavaSource {
  /// Where google-java-format breaks lines.
  static final int WIDTH = 100;

  /// The types of `java.lang` that generated code names: an import of another type of such a name
  /// would hide the language's own.
  private static final Set<String> LANGUAGE =
      Set.of(
          "Boolean",
          "Byte",
          "CharSequence",
          "Double",
          "Float",
          "IllegalArgumentException",
          "IllegalStateException",
          "IndexOutOfBoundsException",
          "Integer",
          "Long",
          "Override",
          "Short",
          "String");

  private final String packageName;
  private final Set<String> taken;
  private final Set<String> imports = new TreeSet<>();
  private final Set<String> imported = new HashSet<>();
  private final StringBuilder body = new StringBuilder();
  private int depth;

  /// An empty file.
  ///
  /// @param taken the simple names that mean a type of the package or of the file itself
  JavaSource(String packageName, Set<String> taken) {
    this.packageName = packageName;
    this.taken = taken;
  }

  /// How to write a type given by its full name, with the name of its package.
  String type(String packageOfType, String name) {
    String outermost = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    String full = packageOfType + '.' + outermost;
    if (packageOfType.equals(packageName)) {
      return name;
    }
    boolean language = packageOfType.equals("java.lang");
    if (taken.contains(outermost) || !language && LANGUAGE.contains(outermost)) {
      return packageOfType + '.' + name;
    }
    if (language) {
      if (!LANGUAGE.contains(name)) {
        throw new IllegalArgumentException(name + " is not among the names of the language");
      }
      return name;
    }
    if (imported.add(outermost)) {
      imports.add(full);
    } else if (!imports.contains(full)) {
      return packageOfType + '.' + name;
    }
    return name;
  }

  /// Puts something behind the last line.
  JavaSource end(String text) {
    body.insert(body.length() - 1, text);
    return this;
  }

  /// A line at the present depth; an empty one is left without blanks.
  JavaSource line(String text) {
    if (!text.isEmpty()) {
      body.append("  ".repeat(depth)).append(text);
    }
    body.append('\n');
    return this;
  }

  /// A statement or declaration, broken where it is too long: behind `=`, else behind the outermost
  /// parenthesis.
  JavaSource code(String text) {
    if (fits(text)) {
      return line(text);
    }
    int assignment = text.indexOf(" = ");
    if (assignment > 0) {
      String left = text.substring(0, assignment + 2);
      if (!fits(left)) {
        int name = left.lastIndexOf(' ', left.length() - 3);
        line(left.substring(0, name)).deeper(2).line(left.substring(name + 1)).deeper(-2);
      } else {
        line(left);
      }
      return deeper(2).broken(text.substring(assignment + 3)).deeper(-2);
    }
    return broken(text);
  }

  private JavaSource broken(String text) {
    int parenthesis = firstParenthesis(text);
    int implement = text.indexOf(" implements ");
    if (fits(text) || parenthesis < 0) {
      return line(text);
    }
    if (implement > 0 && fits(text.substring(0, implement))) {
      line(text.substring(0, implement));
      return deeper(2).line(text.substring(implement + 1)).deeper(-2);
    }
    if (text.startsWith("()", parenthesis)) {
      int name = text.lastIndexOf(' ', parenthesis);
      return line(text.substring(0, name)).deeper(2).line(text.substring(name + 1)).deeper(-2);
    }
    line(text.substring(0, parenthesis + 1)).deeper(2);
    String rest = text.substring(parenthesis + 1);
    if (fits(rest)) {
      line(rest);
    } else {
      parts(rest).forEach(this::line);
    }
    return deeper(-2);
  }

  /// The first parenthesis that is not inside a string literal, or -1.
  private static int firstParenthesis(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> i = endOfLiteral(text, i);
        case '(' -> {
          return i;
        }
        default -> {}
      }
    }
    return -1;
  }

  /// The arguments of a call and what follows it, one each, with their commas.
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int nesting = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '<', '{' -> nesting++;
        case ')', '}' -> nesting--;
        // The arrow of a lambda closes nothing.
        case '>' -> nesting -= i > 0 && text.charAt(i - 1) == '-' ? 0 : 1;
        case '"' -> i = endOfLiteral(text, i);
        case ',' -> {
          if (nesting == 0) {
            parts.add(text.substring(start, i + 1));
            start = i + 2;
          }
        }
        default -> {}
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static int endOfLiteral(String text, int quote) {
    int i = quote + 1;
    while (text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }

  /// A declaration whose type has long arguments: its start up to the bracket, the arguments with
  /// their closing bracket, and what follows.
  JavaSource typed(String type, String arguments, String rest) {
    if (fits(type + arguments + rest)) {
      return line(type + arguments + rest);
    }
    if (fits(type + arguments)) {
      line(type + arguments);
    } else {
      line(type).deeper(4);
      if (fits(arguments)) {
        line(arguments);
      } else {
        // The closing bracket belongs to the last part.
        List<String> parts = parts(arguments.substring(0, arguments.length() - 1));
        parts.subList(0, parts.size() - 1).forEach(this::line);
        line(parts.getLast() + ">");
      }
      deeper(-4);
    }
    return rest.isEmpty() ? this : deeper(2).line(rest.strip()).deeper(-2);
  }

  /// The same where what follows stands on a line of its own.
  JavaSource typed(String type, String arguments) {
    return typed(type, arguments, "");
  }

  /// Whether a line of this text stays within the width.
  boolean fits(String text) {
    return 2 * depth + text.length() <= WIDTH;
  }

  /// A formatted line.
  JavaSource line(String format, Object... arguments) {
    return line(String.format(format, arguments));
  }

  /// An empty line, unless a block was just opened.
  JavaSource gap() {
    int end = body.length();
    boolean opened = end >= 2 && body.charAt(end - 2) == '{';
    return end == 0 || opened ? this : line("");
  }

  /// A line that ends in `{`; what follows stands deeper.
  JavaSource open(String text) {
    code(text + " {");
    depth++;
    return this;
  }

  /// A formatted line that ends in `{`.
  JavaSource open(String format, Object... arguments) {
    return open(String.format(format, arguments));
  }

  /// The end of what was opened last.
  JavaSource close() {
    depth--;
    return line("}");
  }

  /// Deeper lines that are no block: the arms of a switch, a wrapped expression.
  JavaSource deeper(int steps) {
    depth += steps;
    return this;
  }

  /// A comment of paragraphs; each is broken into lines. Tags, which come last, stand close
  /// together.
  JavaSource doc(List<String> paragraphs) {
    boolean first = true;
    boolean tags = false;
    for (String paragraph : paragraphs) {
      boolean tag = paragraph.startsWith("@");
      if (!first && !(tag && tags)) {
        line("///");
      }
      first = false;
      tags = tag;
      for (String text : wrap(paragraph, WIDTH - 4 - 2 * depth)) {
        line(text.isEmpty() ? "///" : "/// " + text);
      }
    }
    return this;
  }

  /// A comment of these paragraphs.
  JavaSource doc(String... paragraphs) {
    return doc(List.of(paragraphs));
  }

  /// Breaks text at blanks so that no line is longer than `width` unless a word is; line breaks
  /// stay.
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String rest = line.stripTrailing();
      while (rest.length() > width) {
        int space = rest.lastIndexOf(' ', width);
        if (space <= indent(rest)) {
          space = rest.indexOf(' ', width);
        }
        if (space < 0) {
          break;
        }
        lines.add(rest.substring(0, space).stripTrailing());
        rest = rest.substring(space + 1);
      }
      lines.add(rest);
    }
    return lines;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /// The whole file.
  ///
  /// @param header lines for the top, without comment marks
  String text(List<String> header) {
    StringBuilder out = new StringBuilder();
    header.forEach(line -> out.append("// ").append(line).append('\n'));
    out.append("package ").append(packageName).append(";\n\n");
    imports.forEach(name -> out.append("import ").append(name).append(";\n"));
    if (!imports.isEmpty()) {
      out.append('\n');
    }
    return out.append(body).toString();
  }
}
