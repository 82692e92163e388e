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

  /// A statement or declaration, broken where it is too long.
  JavaSource code(String text) {
    new LineBreaks(this).code(text);
    return this;
  }

  /// A declaration that may be too long for its type: the type, and what follows it.
  JavaSource typed(String type, String rest) {
    if (fits(type + rest)) {
      return line(type + rest);
    }
    new LineBreaks(this).type(type, 4);
    return deeper(2).line(rest.strip()).deeper(-2);
  }

  /// How long a line may be at the present depth.
  int room() {
    return WIDTH - 2 * depth;
  }

  /// Whether a line of this text stays within the width.
  boolean fits(String text) {
    return text.length() <= room();
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
