package dev.caplens.core.text;

import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.schema.Type;

/// What integers of a text become in fields of number types.
final class Numerals {

  private Numerals() {}

  /// The number itself, or the nearest one that the type has, where it is out of range. Numbers
  /// that are not negative stay unsigned.
  ///
  /// @param kind an integer type
  /// @param number a negative [DynamicValue.Int], or a [DynamicValue.UInt]
  static DynamicValue nearest(Type.Simple kind, DynamicValue number) {
    boolean signed =
        switch (kind) {
          case INT8, INT16, INT32, INT64 -> true;
          default -> false;
        };
    if (number instanceof DynamicValue.Int(long value)) {
      long least = signed ? -1L << (kind.bits() - 1) : 0;
      return value >= least ? number : new DynamicValue.Int(least);
    }
    long most = -1L >>> (64 - kind.bits() + (signed ? 1 : 0));
    long value = ((DynamicValue.UInt) number).value();
    return Long.compareUnsigned(value, most) <= 0 ? number : new DynamicValue.UInt(most);
  }

  /// The nearest float or double, rounded once.
  static Number real(Type.Simple kind, DynamicValue number) {
    boolean single = kind == Type.Simple.FLOAT32;
    if (number instanceof DynamicValue.UInt(long value) && value < 0) {
      String digits = Long.toUnsignedString(value);
      return single ? (Number) Float.parseFloat(digits) : (Number) Double.parseDouble(digits);
    }
    long value =
        number instanceof DynamicValue.Int(long negative)
            ? negative
            : ((DynamicValue.UInt) number).value();
    return single ? (Number) (float) value : (Number) (double) value;
  }
}
