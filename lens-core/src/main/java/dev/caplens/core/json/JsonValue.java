package dev.caplens.core.json;

import dev.caplens.core.form.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A JSON document. Immutable if its lists and arrays are not written; any thread may use it then.
///
/// Source: RFC 8259.
public sealed interface JsonValue {

  /// `null`.
  record Null() implements JsonValue {}

  /// `true` or `false`.
  record Bool(boolean value) implements JsonValue {}

  /// A number.
  ///
  /// @param digits as it is written; nothing is lost to rounding
  record Number(String digits) implements JsonValue {

    /// A whole number.
    public static Number of(long value) {
      return new Number(Long.toString(value));
    }

    /// A finite number, with as many digits as are needed to read the same double back.
    ///
    /// @throws IllegalArgumentException if it is infinite or not a number, which JSON has not
    public static Number of(double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("expected a finite number, got " + value);
      }
      return new Number(Decimals.of(value));
    }

    /// The nearest double, infinite where the number is too large for one.
    public double toDouble() {
      return Double.parseDouble(digits);
    }
  }

  /// A string.
  ///
  /// @param bytes usually UTF-8, but texts of messages need not be; not to be written
  record Text(byte[] bytes) implements JsonValue {

    /// A string of these characters.
    public static Text of(String characters) {
      return new Text(characters.getBytes(StandardCharsets.UTF_8));
    }

    /// The characters; bytes that are no UTF-8 become replacement characters.
    public String characters() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(java.lang.Object other) {
      return other instanceof Text text && Arrays.equals(bytes, text.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Text[" + characters() + "]";
    }
  }

  /// An array.
  record Array(List<JsonValue> elements) implements JsonValue {}

  /// An object; names may repeat.
  record Object(List<Member> members) implements JsonValue {}

  /// A member of an object.
  record Member(String name, JsonValue value) {}

  /// The only null.
  JsonValue NULL = new Null();
}
