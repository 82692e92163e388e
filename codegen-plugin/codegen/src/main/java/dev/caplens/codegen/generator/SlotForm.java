package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Type;
import dev.caplens.core.schema.Value;

/// How a field of a data section appears in Java: its type and the calls that reach it.
///
/// @param java the type of the accessors
/// @param accessor what stands behind `get` and `set` in the runtime's names
/// @param offset the place, in units of the field's size
/// @param defaultValue a comma and the default, or nothing where it is zero
record SlotForm(String java, String accessor, String offset, String defaultValue) {

  /// The form of a slot whose type is no pointer and not void.
  static SlotForm of(Field.Slot slot, TypeNames names) {
    String offset = Long.toString(slot.offset());
    if (slot.type() instanceof Type.EnumType named) {
      String ordinal = integer(slot.defaultValue(), "", "");
      return new SlotForm(names.of(named.id()), "UInt16", offset, ordinal);
    }
    Type.Simple type = (Type.Simple) slot.type();
    String java = JavaType.ofNumber(type);
    Value value = slot.defaultValue();
    return switch (type) {
      case BOOL -> new SlotForm(java, "Bool", offset, isTrue(value) ? ", true" : "");
      case INT8 -> new SlotForm(java, "Int8", offset, integer(value, "(byte) ", ""));
      case INT16 -> new SlotForm(java, "Int16", offset, integer(value, "(short) ", ""));
      case INT32 -> new SlotForm(java, "Int32", offset, integer(value, "", ""));
      case INT64, UINT64 -> new SlotForm(java, "Int64", offset, integer(value, "", "L"));
      case UINT8 -> new SlotForm(java, "UInt8", offset, integer(value, "", ""));
      case UINT16 -> new SlotForm(java, "UInt16", offset, integer(value, "", ""));
      case UINT32 -> new SlotForm(java, "UInt32", offset, integer(value, "", "L"));
      case FLOAT32 -> new SlotForm(java, "Float32", offset, floatBits(value));
      case FLOAT64 -> new SlotForm(java, "Float64", offset, doubleBits(value));
      case VOID, TEXT, DATA -> throw new IllegalArgumentException("no data: " + type);
    };
  }

  private static boolean isTrue(Value value) {
    return value instanceof Value.Bool bool && bool.value();
  }

  private static String integer(Value value, String cast, String suffix) {
    long number =
        switch (value) {
          case Value.Int integer -> integer.value();
          case Value.EnumValue integer -> integer.value();
          default -> 0;
        };
    return number == 0 ? "" : ", " + cast + number + suffix;
  }

  private static String floatBits(Value value) {
    return value instanceof Value.Float32 number && number.bits() != 0
        ? ", 0x%08x".formatted(number.bits())
        : "";
  }

  private static String doubleBits(Value value) {
    return value instanceof Value.Float64 number && number.bits() != 0
        ? ", 0x%016xL".formatted(number.bits())
        : "";
  }

  String get() {
    return "get" + accessor + "(" + offset + defaultValue + ")";
  }

  /// What turns the stored bits into the value: an exclusive-or with the default, if that is not
  /// zero.
  String flip() {
    return defaultValue.isEmpty() ? "" : " ^ " + defaultValue.substring(", ".length());
  }

  String set(String value) {
    return "set" + accessor + "(" + offset + ", " + value + defaultValue + ")";
  }
}
