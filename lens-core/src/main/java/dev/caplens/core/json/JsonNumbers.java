package dev.caplens.core.json;

import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.schema.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers of JSON as values of number types, and back.
///
/// Integers may be strings, as 64-bit integers are written, with spaces in front and hexadecimal
/// behind `0x`. Whole numbers are taken exactly.
final class JsonNumbers {

  /// More digits than any number in range has; keeps hostile numbers cheap.
  private static final int MOST_DIGITS = 400;

  private JsonNumbers() {}

  /// The JSON form of a float: infinities and NaN are strings.
  static JsonValue form(double value) {
    if (Double.isNaN(value)) {
      return JsonValue.Text.of("NaN");
    }
    if (Double.isInfinite(value)) {
      return JsonValue.Text.of(value > 0 ? "Infinity" : "-Infinity");
    }
    return JsonValue.Number.of(value);
  }

  /// A whole number; null where the value is none.
  static @Nullable BigInteger whole(JsonValue value) {
    return switch (value) {
      case JsonValue.Number(String digits) -> whole(digits);
      case JsonValue.Text text -> wholeText(text.characters());
      default -> null;
    };
  }

  private static @Nullable BigInteger whole(String digits) {
    if (digits.length() > MOST_DIGITS) {
      return null;
    }
    boolean plain = digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    if (plain) {
      return new BigInteger(digits);
    }
    double value = Double.parseDouble(digits);
    return value == Math.rint(value) && !Double.isInfinite(value)
        ? new BigDecimal(value).toBigInteger()
        : null;
  }

  private static @Nullable BigInteger wholeText(String text) {
    String number = text.stripLeading();
    boolean negative = number.startsWith("-");
    String magnitude = negative || number.startsWith("+") ? number.substring(1) : number;
    int radix = 10;
    if (magnitude.startsWith("0x") || magnitude.startsWith("0X")) {
      radix = 16;
      magnitude = magnitude.substring(2);
    }
    if (magnitude.isEmpty() || magnitude.length() > MOST_DIGITS) {
      return null;
    }
    for (int i = 0; i < magnitude.length(); i++) {
      if (magnitude.charAt(i) >= 0x80 || Character.digit(magnitude.charAt(i), radix) < 0) {
        return null;
      }
    }
    BigInteger value = new BigInteger(magnitude, radix);
    return negative ? value.negate() : value;
  }

  /// Whether an integer type has that number.
  static boolean fits(Type.Simple kind, BigInteger value) {
    return switch (kind) {
      case INT8, INT16, INT32, INT64 -> value.bitLength() < kind.bits();
      default -> value.signum() >= 0 && value.bitLength() <= kind.bits();
    };
  }

  /// A double; null where the value is none. `null` is NaN, as in the reference.
  static @Nullable Double real(JsonValue value) {
    return switch (value) {
      case JsonValue.Null none -> Double.NaN;
      case JsonValue.Number number -> number.toDouble();
      case JsonValue.Text text -> realText(text.characters());
      default -> null;
    };
  }

  private static @Nullable Double realText(String text) {
    String number = text.stripLeading().toLowerCase(Locale.ROOT);
    boolean negative = number.startsWith("-");
    String magnitude = negative || number.startsWith("+") ? number.substring(1) : number;
    Double value =
        switch (magnitude) {
          case "nan" -> Double.NaN;
          case "inf", "infinity" -> Double.POSITIVE_INFINITY;
          default -> digits(magnitude);
        };
    return value == null || !negative ? value : Double.valueOf(-value);
  }

  /// Decimal, or hexadecimal as in C. The patterns never go back, so that long texts stay cheap.
  private static @Nullable Double digits(String magnitude) {
    boolean hex = magnitude.matches("0x[0-9a-f]*+\\.?+[0-9a-f]*+(p[+-]?+[0-9]++)?+");
    if (!hex && !magnitude.matches("([0-9]++\\.?+[0-9]*+|\\.[0-9]++)(e[+-]?+[0-9]++)?+")) {
      return null;
    }
    try {
      return Double.valueOf(hex && magnitude.indexOf('p') < 0 ? magnitude + "p0" : magnitude);
    } catch (NumberFormatException e) {
      return null; // hexadecimal without a digit
    }
  }

  /// A number as a [DynamicValue] of an integer type that has it.
  static DynamicValue integer(Type.Simple kind, BigInteger value) {
    return switch (kind) {
      case INT8, INT16, INT32, INT64 -> new DynamicValue.Int(value.longValue());
      default -> new DynamicValue.UInt(value.longValue());
    };
  }
}
