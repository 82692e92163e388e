package dev.caplens.core.schema;

import java.util.Arrays;

/// A value that a schema holds: a default, a constant, the argument of an annotation.
///
/// Source: `Value` in `schema.capnp`.
public sealed interface Value {

  /// The only value of void, and the null of an interface.
  record None() implements Value {}

  /// A truth value.
  record Bool(boolean value) implements Value {}

  /// Any of the integers.
  ///
  /// @param value sign-extended for signed types, zero-extended for unsigned ones, where the 64
  ///   bits of a UInt64 are to be read as unsigned
  record Int(long value) implements Value {}

  /// A float.
  ///
  /// @param bits the IEEE 754 form, so that a NaN keeps its payload
  record Float32(int bits) implements Value {}

  /// A double.
  ///
  /// @param bits the IEEE 754 form, so that a NaN keeps its payload
  record Float64(long bits) implements Value {}

  /// The number of an enumerant.
  record EnumValue(int value) implements Value {}

  /// A text.
  record Text(String value) implements Value {}

  /// Bytes. The array is not to be written.
  record Data(byte[] value) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Data data && Arrays.equals(value, data.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return "Data[" + value.length + " bytes]";
    }
  }

  /// A list, struct or any pointer, as a message of one segment without framing.
  ///
  /// @param message its bytes, a multiple of 8, empty for null; not to be written
  record Pointer(byte[] message) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Pointer pointer && Arrays.equals(message, pointer.message);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(message);
    }

    @Override
    public String toString() {
      return "Pointer[" + message.length / 8 + " words]";
    }
  }
}
