package dev.caplens.codegen.generator;

import java.util.ArrayList;
import java.util.List;

/// Breaks what is too long for a line, where google-java-format does.
///
/// Arguments of a call and of a type go to lines of their own: all to one if they fit there, else
/// each to its own, broken in turn.
final class LineBreaks {
  private final JavaSource out;

  LineBreaks(JavaSource out) {
    this.out = out;
  }

  /// Writes a statement or the head of a declaration.
  void code(String text) {
    int literal = text.indexOf('"');
    int assignment = text.substring(0, literal < 0 ? text.length() : literal).indexOf(" = ");
    if (out.fits(text)) {
      out.line(text);
    } else if (assignment > 0) {
      String left = text.substring(0, assignment);
      if (out.fits(left + " =")) {
        out.line(left + " =").deeper(2);
        expression(text.substring(assignment + 3));
      } else {
        int name = left.lastIndexOf(' ');
        type(left.substring(0, name), 4);
        out.deeper(2);
        code(text.substring(name + 1));
      }
      out.deeper(-2);
    } else if (text.endsWith(" {") || text.endsWith(" {}")) {
      head(text);
    } else {
      expression(text);
    }
  }

  /// Writes a type that may have to be broken, with what stands before and behind it.
  ///
  /// @param steps how much deeper its arguments stand
  void type(String text, int steps) {
    int open = text.indexOf('<');
    if (out.fits(text) || open < 0) {
      out.line(text);
      return;
    }
    out.line(text.substring(0, open + 1)).deeper(steps);
    String rest = text.substring(open + 1);
    if (out.fits(rest)) {
      out.line(rest);
    } else {
      int close = text.lastIndexOf('>');
      List<String> parts = parts(text.substring(open + 1, close));
      parts.subList(0, parts.size() - 1).forEach(part -> type(part, 2));
      type(parts.getLast() + text.substring(close), 2);
    }
    out.deeper(-steps);
  }

  private void head(String text) {
    int extend = text.indexOf(" extends ");
    int implement = text.indexOf(" implements ");
    int parenthesis = firstParenthesis(text);
    if (extend > 0 && parenthesis < 0) {
      type(text.substring(0, extend), 4);
      out.deeper(2);
      type(text.substring(extend + 1), 2);
      out.deeper(-2);
    } else if (parenthesis < 0) {
      out.line(text);
    } else if (implement > 0) {
      record(text, parenthesis, implement);
    } else {
      method(text, parenthesis);
    }
  }

  /// The interface of a record stands behind the components if all fit there.
  private void record(String text, int parenthesis, int implement) {
    out.deeper(2);
    boolean behind =
        !out.fits(text.substring(0, implement)) && out.fits(text.substring(parenthesis + 1));
    out.deeper(-2);
    parameters(behind ? text : text.substring(0, implement), parenthesis);
    if (!behind) {
      out.deeper(2).line(text.substring(implement + 1)).deeper(-2);
    }
  }

  private void method(String text, int parenthesis) {
    int name = text.lastIndexOf(' ', parenthesis);
    boolean empty = text.startsWith("()", parenthesis);
    if (name < 0 || !empty && out.fits(text.substring(0, parenthesis + 1))) {
      parameters(text, parenthesis);
      return;
    }
    int typeParameters = text.indexOf(" <");
    if (typeParameters > 0 && typeParameters < parenthesis) {
      int close = typeParameters + 1 + closing(text.substring(typeParameters + 1));
      out.line(text.substring(0, close + 1)).deeper(2);
      code(text.substring(close + 2));
    } else {
      type(text.substring(0, name), 4);
      out.deeper(2);
      code(text.substring(name + 1));
    }
    out.deeper(-2);
  }

  /// Where the bracket closes with which a text begins.
  private static int closing(String text) {
    int nesting = 1;
    int i = 0;
    while (nesting > 0) {
      i++;
      nesting += text.charAt(i) == '<' ? 1 : text.charAt(i) == '>' ? -1 : 0;
    }
    return i;
  }

  /// A head up to its parenthesis, and the parameters.
  private void parameters(String text, int parenthesis) {
    if (out.fits(text)) {
      out.line(text);
      return;
    }
    out.line(text.substring(0, parenthesis + 1)).deeper(2);
    String rest = text.substring(parenthesis + 1);
    if (out.fits(rest)) {
      out.line(rest);
    } else {
      parts(rest).forEach(this::parameter);
    }
    out.deeper(-2);
  }

  private void parameter(String text) {
    int close = text.lastIndexOf(')');
    int name = text.lastIndexOf(' ', close < 0 ? text.length() : close);
    if (out.fits(text) || name < 0 || text.indexOf('<') < 0) {
      out.line(text);
      return;
    }
    type(text.substring(0, name), 4);
    out.deeper(2).line(text.substring(name + 1)).deeper(-2);
  }

  private void expression(String text) {
    int parenthesis = firstParenthesis(text);
    int arrow = text.indexOf(") -> ");
    if (out.fits(text) || parenthesis < 0) {
      out.line(text);
    } else if (parenthesis == 0 && arrow > 0) {
      out.line(text.substring(0, arrow + 4)).deeper(2);
      expression(text.substring(arrow + 5));
      out.deeper(-2);
    } else {
      out.line(text.substring(0, parenthesis + 1)).deeper(2);
      String rest = text.substring(parenthesis + 1);
      if (out.fits(rest)) {
        out.line(rest);
      } else {
        parts(rest).forEach(this::expression);
      }
      out.deeper(-2);
    }
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
}
