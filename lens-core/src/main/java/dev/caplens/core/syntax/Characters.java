package dev.caplens.core.syntax;

/// The character classes of the language, over bytes as 0..255 (and [SourceBytes#END], which is in
/// none).
final class Characters {

  private static final String OPERATORS = "!$%&*+-./:<=>?@^|~";

  private Characters() {}

  static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isLineSpace(int c) {
    return isSpace(c) && c != '\n' && c != '\r';
  }

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isOctal(int c) {
    return c >= '0' && c <= '7';
  }

  static boolean isHex(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static boolean startsName(int c) {
    return isLetter(c) || c == '_';
  }

  static boolean continuesName(int c) {
    return startsName(c) || isDigit(c);
  }

  static boolean isOperator(int c) {
    return c > 0 && OPERATORS.indexOf(c) >= 0;
  }

  /// What may not follow a number directly.
  static boolean continuesNumber(int c) {
    return startsName(c) || c == '.';
  }
}
