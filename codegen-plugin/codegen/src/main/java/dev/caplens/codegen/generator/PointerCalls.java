package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Type;

/// The runtime's calls for a field that is held by a pointer.
///
/// The common kinds have calls of their own, which are shorter to compile for the JVM than the
/// general one.
final class PointerCalls {
  private PointerCalls() {}

  /// The expression of the field's `PointerType`.
  static String type(Field.Slot slot, PointerForm form) {
    return form.made() && !form.open() ? "Pointers." + StructShape.typeConstant(slot) : form.type();
  }

  /// Reading it, or building on what is there.
  static String get(Field.Slot slot, PointerForm form) {
    long index = slot.offset();
    if (Words.any(slot.defaultValue())) {
      String value = "Pointers." + StructShape.defaultConstant(slot);
      return "getPointer(%d, %s, %s)".formatted(index, type(slot, form), value);
    }
    return switch (slot.type()) {
      case Type.Simple.TEXT -> "getText(" + index + ")";
      case Type.Simple.DATA -> "getData(" + index + ")";
      case Type.StructType struct when form.plain() ->
          "getStruct(" + index + ", " + form.type() + ")";
      case Type.ListOf list
          when list.element() instanceof Type.StructType && element(form).endsWith(".TYPE") ->
          "getStructList(" + index + ", " + element(form) + ")";
      default -> "getPointer(" + index + ", " + type(slot, form) + ")";
    };
  }

  /// Making a new one; `size` stands for its size where it has one.
  static String init(Field.Slot slot, PointerForm form) {
    long index = slot.offset();
    return switch (slot.type()) {
      case Type.Simple.TEXT -> "initText(" + index + ", size)";
      case Type.Simple.DATA -> "initData(" + index + ", size)";
      case Type.StructType struct when form.plain() ->
          "initStruct(" + index + ", " + form.type() + ")";
      case Type.ListOf list
          when list.element() instanceof Type.StructType && element(form).endsWith(".TYPE") ->
          "initStructList(" + index + ", " + element(form) + ", size)";
      default ->
          "initPointer(%d, %s%s)".formatted(index, type(slot, form), form.sized() ? ", size" : "");
    };
  }

  /// Copying one.
  static String set(Field.Slot slot, PointerForm form) {
    return switch (slot.type()) {
      case Type.Simple.TEXT -> "setText(" + slot.offset() + ", value)";
      case Type.Simple.DATA -> "setData(" + slot.offset() + ", value)";
      case Type.StructType struct -> "setStruct(" + slot.offset() + ", value)";
      case Type.InterfaceType contract -> "setCapability(" + slot.offset() + ", value)";
      default -> "setPointer(%d, %s, value)".formatted(slot.offset(), type(slot, form));
    };
  }

  private static String element(PointerForm list) {
    return list.type().substring(list.type().indexOf('(') + 1, list.type().length() - 1);
  }
}
