package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Type;

/// The runtime's calls for a field that is held by a pointer.
///
/// The common kinds have calls of their own, which are shorter to compile for the JVM than the
/// general one.
///
/// @param shape the struct that the field is in
record PointerCalls(StructShape shape) {

  /// The expression of the field's `PointerType` inside a lens.
  String type(Field.Slot slot, PointerForm form) {
    if (!form.open()) {
      return form.made() ? "Pointers." + shape.constant(slot) : form.type();
    }
    if (form.made()) {
      return "type." + shape.boundType(slot) + "()";
    }
    return form.own() ? "type" : "type." + form.type();
  }

  /// Reading it, or building on what is there.
  String get(Field.Slot slot, PointerForm form) {
    long index = slot.offset();
    if (Words.any(slot.defaultValue())) {
      String value = "Pointers." + shape.defaultConstant(slot);
      return "getPointer(%d, %s, %s)".formatted(index, type(slot, form), value);
    }
    return switch (slot.type()) {
      case Type.Simple.TEXT -> "getText(" + index + ")";
      case Type.Simple.DATA -> "getData(" + index + ")";
      case Type.StructType struct when form.plain() ->
          "getStruct(" + index + ", " + type(slot, form) + ")";
      case Type.ListOf list when plainElement(list, form) ->
          "getStructList(" + index + ", " + element(form) + ")";
      default -> "getPointer(" + index + ", " + type(slot, form) + ")";
    };
  }

  /// Making a new one; `size` stands for its size where it has one.
  String init(Field.Slot slot, PointerForm form) {
    long index = slot.offset();
    return switch (slot.type()) {
      case Type.Simple.TEXT -> "initText(" + index + ", size)";
      case Type.Simple.DATA -> "initData(" + index + ", size)";
      case Type.StructType struct when form.plain() ->
          "initStruct(" + index + ", " + type(slot, form) + ")";
      case Type.ListOf list when plainElement(list, form) ->
          "initStructList(" + index + ", " + element(form) + ", size)";
      default ->
          "initPointer(%d, %s%s)".formatted(index, type(slot, form), form.sized() ? ", size" : "");
    };
  }

  /// Copying one.
  String set(Field.Slot slot, PointerForm form) {
    return switch (slot.type()) {
      case Type.Simple.TEXT -> "setText(" + slot.offset() + ", value)";
      case Type.Simple.DATA -> "setData(" + slot.offset() + ", value)";
      case Type.StructType struct -> "setStruct(" + slot.offset() + ", value)";
      case Type.InterfaceType contract -> "setCapability(" + slot.offset() + ", value)";
      case Type.AnyPointer(Type.AnyPointer.Kind kind)
          when kind == Type.AnyPointer.Kind.CAPABILITY ->
          "setCapability(" + slot.offset() + ", value)";
      default -> "setPointer(%d, %s, value)".formatted(slot.offset(), type(slot, form));
    };
  }

  private static boolean plainElement(Type.ListOf list, PointerForm form) {
    return list.element() instanceof Type.StructType && element(form).endsWith(".TYPE");
  }

  private static String element(PointerForm list) {
    return list.type().substring(list.type().indexOf('(') + 1, list.type().length() - 1);
  }
}
