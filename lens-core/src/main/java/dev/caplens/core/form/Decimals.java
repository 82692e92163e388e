package dev.caplens.core.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Floats in decimal, byte for byte as the reference (`kj/string.c++`) prints them: C's `%.15g`,
/// and `%.17g` where that does not read back as the same double; `%.6g` and `%.8g` for floats. Plus
/// signs of exponents are left out. `nan`, `inf` and `-inf` are words of their own.
public final class Decimals {

  private static final int DOUBLE_DIGITS = 15;
  private static final int DOUBLE_EXACT_DIGITS = 17;
  private static final int FLOAT_DIGITS = 6;
  private static final int FLOAT_EXACT_DIGITS = 8;

  /// Doubles below this that are whole numbers have at most 15 digits.
  private static final double PLAIN_LIMIT = 1e15;

  private Decimals() {}

  /// The text of a double.
  public static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < PLAIN_LIMIT && value != 0) {
      return Long.toString((long) value);
    }
    String special = special(value);
    if (special != null) {
      return special;
    }
    if (Math.abs(value) >= Double.MIN_NORMAL) {
      // The shortest form is what %.15g prints, where 15 digits suffice. A subnormal may be told
      // apart by fewer digits than %.15g prints.
      BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
      if (shortest.precision() <= DOUBLE_DIGITS) {
        return general(shortest, DOUBLE_DIGITS);
      }
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded = round(exact, DOUBLE_DIGITS);
    return rounded.doubleValue() == value
        ? general(rounded, DOUBLE_DIGITS)
        : general(round(exact, DOUBLE_EXACT_DIGITS), DOUBLE_EXACT_DIGITS);
  }

  /// The text of a float.
  public static String of(float value) {
    String special = special(value);
    if (special != null) {
      return special;
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded = round(exact, FLOAT_DIGITS);
    // The reference takes strtof's report of an underflow for a difference.
    boolean suffices = rounded.floatValue() == value && Math.abs(value) >= Float.MIN_NORMAL;
    return suffices
        ? general(rounded, FLOAT_DIGITS)
        : general(round(exact, FLOAT_EXACT_DIGITS), FLOAT_EXACT_DIGITS);
  }

  private static @Nullable String special(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value > 0 ? "0" : "-0";
    }
    return null;
  }

  private static BigDecimal round(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  /// C's `%g` of a number that has at most that many digits already.
  private static String general(BigDecimal value, int digits) {
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= -4 && exponent < digits) {
      return value.toPlainString();
    }
    StringBuilder text = new StringBuilder(value.unscaledValue().toString());
    int firstDigit = value.signum() < 0 ? 1 : 0;
    if (text.length() > firstDigit + 1) {
      text.insert(firstDigit + 1, '.');
    }
    text.append(exponent < 0 ? "e-" : "e");
    int magnitude = Math.abs(exponent);
    return text.append(magnitude < 10 ? "0" : "").append(magnitude).toString();
  }
}
