package dev.caplens.core.dynamic;

import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.PointerType;
import java.util.Optional;

/// A value of any schema, to read.
///
/// Numbers are copies; everything else reads from its message, by the rules of
/// [dev.caplens.core.message]. The kinds are those of the schema language, with the integers
/// brought together by sign.
public sealed interface DynamicValue
    permits DynamicValue.Void,
        DynamicValue.Bool,
        DynamicValue.Int,
        DynamicValue.UInt,
        DynamicValue.Float32,
        DynamicValue.Float64,
        DynamicValue.Text,
        DynamicValue.Data,
        DynamicValue.Any,
        DynamicEnum,
        DynamicList.Reader,
        DynamicStruct.Reader,
        DynamicCapability {

  /// The only value of `Void`.
  Void VOID = new Void();

  /// The value of `Void`.
  record Void() implements DynamicValue {}

  /// A truth value.
  record Bool(boolean value) implements DynamicValue {}

  /// An `Int8` to `Int64`.
  record Int(long value) implements DynamicValue {}

  /// A `UInt8` to `UInt64`.
  ///
  /// @param value the 64 bits of an unsigned number
  record UInt(long value) implements DynamicValue {
    @Override
    public String toString() {
      return "UInt[value=" + Long.toUnsignedString(value) + "]";
    }
  }

  /// A `Float32`.
  record Float32(float value) implements DynamicValue {}

  /// A `Float64`.
  record Float64(double value) implements DynamicValue {}

  /// A text; empty where its pointer is null.
  record Text(dev.caplens.core.message.Text.Reader value) implements DynamicValue {}

  /// Data; empty where its pointer is null.
  record Data(dev.caplens.core.message.Data.Reader value) implements DynamicValue {}

  /// A pointer whose type the schema does not say. It may be null.
  ///
  /// @param argument what a generated lens reads it as, as in [DynamicType.Any]
  record Any(AnyPointer.Reader value, Optional<PointerType<?, ?>> argument)
      implements DynamicValue {

    /// A pointer of which nothing else is known.
    public Any(AnyPointer.Reader value) {
      this(value, Optional.empty());
    }
  }
}
