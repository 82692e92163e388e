package dev.caplens.codegen.generator;

/// Java literals of values.
final class Literal {
  private Literal() {}

  static String ofInt(long value) {
    return Long.toString(value);
  }

  /// A long in decimal; unsigned ones that do not fit are given by their bits.
  static String ofLong(long value) {
    return value + "L";
  }

  /// A large unsigned value by its bits.
  static String ofUnsignedLong(long value) {
    return value >= 0 ? ofLong(value) : "0x%016xL".formatted(value);
  }

  /// A float; a NaN with a payload is given by its bits.
  ///
  /// @param type how `Float` is named here
  static String ofFloat(int bits, String type) {
    float value = Float.intBitsToFloat(bits);
    if (Float.isNaN(value)) {
      return type + (bits == 0x7fc00000 ? ".NaN" : ".intBitsToFloat(0x%08x)".formatted(bits));
    }
    if (Float.isInfinite(value)) {
      return type + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
    }
    return value + "f";
  }

  /// A double; a NaN with a payload is given by its bits.
  ///
  /// @param type how `Double` is named here
  static String ofDouble(long bits, String type) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isNaN(value)) {
      return type
          + (bits == 0x7ff8000000000000L ? ".NaN" : ".longBitsToDouble(0x%016xL)".formatted(bits));
    }
    if (Double.isInfinite(value)) {
      return type + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
    }
    return Double.toString(value);
  }

  /// A string literal with everything but printable ASCII escaped, the quotes included.
  static String ofText(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      out.append(escaped(value.charAt(i)));
    }
    return out.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
