package dev.caplens.core.dynamic;

import dev.caplens.core.schema.Type;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Numbers and truth values as the bits that a message stores, and back.
final class Scalars {

  private static final BigInteger MAX_UINT64 =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private Scalars() {}

  /// The value of that kind that has these bits.
  ///
  /// @param bits sign-extended for signed integers, zero-extended for all others
  static DynamicValue value(Type.Simple kind, long bits) {
    return switch (kind) {
      case VOID -> DynamicValue.VOID;
      case BOOL -> new DynamicValue.Bool(bits != 0);
      case INT8, INT16, INT32, INT64 -> new DynamicValue.Int(bits);
      case UINT8, UINT16, UINT32, UINT64 -> new DynamicValue.UInt(bits);
      case FLOAT32 -> new DynamicValue.Float32(Float.intBitsToFloat((int) bits));
      case FLOAT64 -> new DynamicValue.Float64(Double.longBitsToDouble(bits));
      case TEXT, DATA -> throw new AssertionError(kind + " is held by a pointer");
    };
  }

  /// The bits of a value for that kind.
  ///
  /// @param where the field or list, for the text of errors
  /// @throws IllegalArgumentException if the value is of another kind or out of range
  static long bits(Object where, Type.Simple kind, @Nullable Object value) {
    Object plain = value instanceof DynamicValue dynamic ? PointerValue.unwrap(dynamic) : value;
    return switch (kind) {
      case VOID -> {
        if (plain != null && plain != DynamicValue.VOID) {
          throw PointerValue.unfit(where, "Void", value);
        }
        yield 0;
      }
      case BOOL -> {
        if (!(plain instanceof Boolean bool)) {
          throw PointerValue.unfit(where, "Bool", value);
        }
        yield bool ? 1 : 0;
      }
      case FLOAT32 -> {
        float number = plain instanceof Float same ? same : (float) real(where, kind, plain);
        yield Integer.toUnsignedLong(Float.floatToRawIntBits(number));
      }
      case FLOAT64 -> Double.doubleToRawLongBits(real(where, kind, plain));
      default -> integer(where, kind, plain);
    };
  }

  /// The number of an enum's value: one of its own, its name, or a number.
  static int number(Object where, EnumSchema type, @Nullable Object value) {
    return switch (value) {
      case DynamicEnum other when other.schema().id() == type.id() -> other.number();
      case CharSequence name -> type.value(name.toString()).number();
      case Integer number -> type.value(number).number();
      case null, default -> throw PointerValue.unfit(where, type.name(), value);
    };
  }

  private static double real(Object where, Type.Simple kind, @Nullable Object value) {
    return switch (value) {
      case DynamicValue.UInt number -> unsigned(number.value()).doubleValue();
      case Number number -> number.doubleValue();
      case null, default -> throw PointerValue.unfit(where, kind.schemaName(), value);
    };
  }

  private static long integer(Object where, Type.Simple kind, @Nullable Object value) {
    BigInteger exact =
        switch (value) {
          case DynamicValue.UInt number -> unsigned(number.value());
          case BigInteger number -> number;
          case Long number -> BigInteger.valueOf(number);
          case Integer number -> BigInteger.valueOf(number);
          case Short number -> BigInteger.valueOf(number);
          case Byte number -> BigInteger.valueOf(number);
          case null, default -> throw PointerValue.unfit(where, kind.schemaName(), value);
        };
    BigInteger low = low(kind);
    BigInteger high = low.add(BigInteger.ONE.shiftLeft(kind.bits())).subtract(BigInteger.ONE);
    if (exact.compareTo(low) < 0 || exact.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "%s: expected %s, %s to %s, got %s"
              .formatted(where, kind.schemaName(), low, high, exact));
    }
    return exact.longValue();
  }

  private static BigInteger low(Type.Simple kind) {
    return switch (kind) {
      case INT8, INT16, INT32, INT64 -> BigInteger.ONE.shiftLeft(kind.bits() - 1).negate();
      default -> BigInteger.ZERO;
    };
  }

  private static BigInteger unsigned(long bits) {
    return BigInteger.valueOf(bits).and(MAX_UINT64);
  }
}
