package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.Field;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.schema.Value;
import dev.caplens.codegen.compiler.value.WireObject;
import dev.caplens.codegen.compiler.value.WireStruct;
import org.jspecify.annotations.Nullable;

/// Sets fields of a struct, or of a group in it, with defaults and unions taken into account.
///
/// @param target the whole struct
/// @param shape the struct's or the group's own fields
record StructWriter(WireStruct target, SchemaNode.Struct shape, SchemaLookup schemas) {

  private static final int DISCRIMINANT_BITS = 16;

  /// A struct of its full size, all fields default.
  static WireStruct newStruct(SchemaNode.Struct shape) {
    return new WireStruct(shape.dataWords(), shape.pointers());
  }

  void set(Field field, long raw, @Nullable WireObject object) {
    choose(field);
    if (field.body() instanceof Field.Slot slot) {
      Type type = slot.type();
      if (type.isPointer()) {
        target.setPointer(slot.offset(), object);
      } else if (type.bits() > 0) {
        target.setBits(slot.offset(), type.bits(), raw ^ defaultBits(slot));
      }
    }
  }

  private static long defaultBits(Field.Slot slot) {
    return slot.defaultValue() instanceof Value.Bits(long raw) ? raw : 0;
  }

  private void choose(Field field) {
    if (field.inUnion()) {
      target.setBits(shape.discriminantOffset(), DISCRIMINANT_BITS, field.discriminant());
    }
  }

  /// Makes a group its union's chosen member, with default values; null if its shape is not known.
  @Nullable StructWriter enter(Field field, Field.Group group) {
    choose(field);
    StructWriter inner = inner(group);
    if (inner != null) {
      inner.clear();
    }
    return inner;
  }

  private @Nullable StructWriter inner(Field.Group group) {
    SchemaNode node = schemas.outline(group.id());
    return node != null && node.body() instanceof SchemaNode.Struct inner
        ? new StructWriter(target, inner, schemas)
        : null;
  }

  private void clear() {
    for (Field field : shape.fields()) {
      // A union ends as its first member, whichever was set before.
      if (!field.inUnion() || field.discriminant() == 0) {
        clear(field);
      }
    }
  }

  private void clear(Field field) {
    choose(field);
    switch (field.body()) {
      case Field.Slot slot when slot.type().isPointer() -> target.setPointer(slot.offset(), null);
      case Field.Slot slot when slot.type().bits() > 0 ->
          target.setBits(slot.offset(), slot.type().bits(), 0);
      case Field.Slot slot -> {}
      case Field.Group group -> {
        StructWriter inner = inner(group);
        if (inner != null) {
          inner.clear();
        }
      }
    }
  }
}
