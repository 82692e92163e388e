package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.Type;
import org.jspecify.annotations.Nullable;

/// Ranges and conversions of numbers.
final class Numbers {

  private Numbers() {}

  static boolean isFloat(Type type) {
    return type == Type.Builtin.FLOAT32 || type == Type.Builtin.FLOAT64;
  }

  /// Whether a negative number is in range; null where the type takes no numbers.
  static @Nullable Boolean takesNegative(Type type, long value) {
    if (!(type instanceof Type.Builtin builtin)) {
      return null;
    }
    return switch (builtin) {
      case INT8, INT16, INT32, INT64 -> value >= -1L << (type.bits() - 1);
      case UINT8, UINT16, UINT32, UINT64 -> false;
      case FLOAT32, FLOAT64 -> true;
      case VOID, BOOL, TEXT, DATA -> null;
    };
  }

  /// Whether an unsigned number is in range; null where the type takes no numbers.
  static @Nullable Boolean takesUnsigned(Type type, long value) {
    if (!(type instanceof Type.Builtin builtin)) {
      return null;
    }
    return switch (builtin) {
      case INT8, INT16, INT32, INT64 -> value >= 0 && value >>> (type.bits() - 1) == 0;
      case UINT8, UINT16, UINT32 -> value >>> type.bits() == 0;
      case UINT64, FLOAT32, FLOAT64 -> true;
      case VOID, BOOL, TEXT, DATA -> null;
    };
  }

  /// The raw bits of a floating-point number in a field of `type`.
  static long floatBits(Type type, double value) {
    return type == Type.Builtin.FLOAT32
        ? Float.floatToRawIntBits((float) value) & 0xffffffffL
        : Double.doubleToRawLongBits(value);
  }

  /// The raw bits of an integer in a field of `type`, converted once where that is a floating-point
  /// type.
  static long integerBits(Type type, long value, boolean signed) {
    if (type == Type.Builtin.FLOAT32) {
      float converted = signed ? value : Float.parseFloat(Long.toUnsignedString(value));
      return Float.floatToRawIntBits(converted) & 0xffffffffL;
    }
    if (type == Type.Builtin.FLOAT64) {
      double converted = signed ? value : Double.parseDouble(Long.toUnsignedString(value));
      return Double.doubleToRawLongBits(converted);
    }
    return value;
  }
}
