package dev.caplens.core.schema.evolution;

import dev.caplens.core.schema.Brand;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import dev.caplens.core.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Compares the types, places and defaults of fields.
final class TypeComparison {
  private final SchemaSet old;
  private final SchemaSet replacement;
  private final TypeNames oldNames;
  private final TypeNames newNames;

  TypeComparison(SchemaSet old, SchemaSet replacement) {
    this.old = old;
    this.replacement = replacement;
    this.oldNames = new TypeNames(old);
    this.newNames = new TypeNames(replacement);
  }

  String oldName(long id, Brand brand) {
    return oldNames.name(new Type.InterfaceType(id, brand));
  }

  /// What stands against one field replacing another.
  List<String> slots(Field.Slot was, Field.Slot is) {
    List<String> problems = new ArrayList<>();
    if (!fits(was.type(), is.type(), false)) {
      problems.add(
          "type was %s, is %s; add a field of the new type instead"
              .formatted(oldNames.name(was.type()), newNames.name(is.type())));
      return problems;
    }
    if (was.offset() != is.offset()) {
      problems.add("stood at %s, stands at %s; keep the ordinals".formatted(place(was), place(is)));
    }
    if (!was.type().pointer() && bits(was.defaultValue()) != bits(is.defaultValue())) {
      problems.add(
          "default was %s, is %s; what is stored is the difference to it"
              .formatted(text(was.defaultValue()), text(is.defaultValue())));
    }
    return problems;
  }

  /// What stands against a group replacing a field: its first field must be that field.
  List<String> slotToGroup(Field.Slot was, Field.Group is) {
    boolean same =
        replacement.nodes().get(is.typeId()) instanceof Node.Struct group
            && beginsWith(group, replacement, was.type(), was.offset(), bits(was.defaultValue()));
    return same
        ? List.of()
        : List.of(
            "was a field of type %s, is a group that does not begin with it; let its first member be the field, in the same place, with the same default"
                .formatted(oldNames.name(was.type())));
  }

  /// What stands against the struct of a method's parameters or results replacing another.
  void same(String what, Type.StructType was, Type.StructType is, Consumer<String> report) {
    if (!fits(was, is, false)) {
      report.accept(
          "%s were %s, are %s; add a method instead"
              .formatted(what, oldNames.name(was), newNames.name(is)));
    }
  }

  /// Whether data of one type is understood as the other.
  ///
  /// @param element whether they are elements of lists, which may become structs
  private boolean fits(Type was, Type is, boolean element) {
    if (is instanceof Type.AnyPointer any) {
      return was.pointer() && meets(kind(was), any.kind());
    }
    if (is instanceof Type.Parameter || is instanceof Type.MethodParameter) {
      return sameParameter(was, is);
    }
    return switch (was) {
      case Type.Simple simple when simple == is -> true;
      case Type.Simple simple when simple == Type.Simple.TEXT && is == Type.Simple.DATA -> true;
      case Type.ListOf list when is == Type.Simple.DATA ->
          list.element() == Type.Simple.INT8 || list.element() == Type.Simple.UINT8;
      case Type.ListOf list when is instanceof Type.ListOf now ->
          fits(list.element(), now.element(), true);
      case Type.EnumType named when is instanceof Type.EnumType now -> named.id() == now.id();
      case Type.InterfaceType named when is instanceof Type.InterfaceType now ->
          named.id() == now.id() && fits(named.brand(), now.brand());
      case Type.StructType named when is instanceof Type.StructType now && named.id() == now.id() ->
          fits(named.brand(), now.brand());
      default -> element && (becomesStruct(was, is, replacement) || becomesStruct(is, was, old));
    };
  }

  /// Whether lists of one type can be read as lists of the other, a struct that begins with it.
  /// Lists of bits cannot.
  private boolean becomesStruct(Type plain, Type struct, SchemaSet schemas) {
    return plain != Type.Simple.BOOL
        && !(plain instanceof Type.StructType)
        && struct instanceof Type.StructType named
        && schemas.nodes().get(named.id()) instanceof Node.Struct node
        && beginsWith(node, schemas, plain, 0, 0);
  }

  /// Whether the first field of a struct or group, in the order of ordinals, is one of that type,
  /// in that place, with that default.
  private boolean beginsWith(
      Node.Struct struct, SchemaSet schemas, Type was, long offset, long defaultBits) {
    if (struct.fields().isEmpty()) {
      return false;
    }
    Field first = struct.fields().getFirst();
    if (first.inUnion() && first.discriminant() != 0) {
      return false;
    }
    return switch (first) {
      case Field.Slot slot ->
          slot.offset() == offset
              && fits(was, slot.type(), false)
              && (was.pointer() || bits(slot.defaultValue()) == defaultBits);
      case Field.Group group ->
          schemas.nodes().get(group.typeId()) instanceof Node.Struct inner
              && beginsWith(inner, schemas, was, offset, defaultBits);
    };
  }

  /// An `AnyPointer` may come to say its kind: the standard schemas did so.
  private static boolean meets(Type.AnyPointer.Kind was, Type.AnyPointer.Kind is) {
    return was == is || was == Type.AnyPointer.Kind.ANY || is == Type.AnyPointer.Kind.ANY;
  }

  private static boolean sameParameter(Type was, Type is) {
    return was instanceof Type.Parameter || was instanceof Type.MethodParameter
        ? was.equals(is)
        : was.pointer();
  }

  private boolean fits(Brand was, Brand is) {
    for (Brand.Scope now : is.scopes()) {
      for (Brand.Scope before : was.scopes()) {
        if (before.scopeId() == now.scopeId() && !fits(before.bindings(), now.bindings())) {
          return false;
        }
      }
    }
    return true;
  }

  /// A parameter that was not bound may be bound: that says what it was.
  private boolean fits(List<Type> was, List<Type> is) {
    for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
      boolean unbound =
          was.get(i) instanceof Type.AnyPointer any && any.kind() == Type.AnyPointer.Kind.ANY;
      if (!unbound && !fits(was.get(i), is.get(i), false)) {
        return false;
      }
    }
    return true;
  }

  private static Type.AnyPointer.Kind kind(Type pointer) {
    return switch (pointer) {
      case Type.StructType struct -> Type.AnyPointer.Kind.STRUCT;
      case Type.InterfaceType type -> Type.AnyPointer.Kind.CAPABILITY;
      case Type.AnyPointer any -> any.kind();
      case Type.Parameter parameter -> Type.AnyPointer.Kind.ANY;
      case Type.MethodParameter parameter -> Type.AnyPointer.Kind.ANY;
      default -> Type.AnyPointer.Kind.LIST;
    };
  }

  private static String place(Field.Slot slot) {
    return slot.type().pointer()
        ? "pointer " + slot.offset()
        : "bit " + slot.offset() * slot.type().bits();
  }

  private static long bits(Value value) {
    return switch (value) {
      case Value.Bool bool -> bool.value() ? 1 : 0;
      case Value.Int number -> number.value();
      case Value.Float32 number -> number.bits();
      case Value.Float64 number -> number.bits();
      case Value.EnumValue number -> number.value();
      default -> 0;
    };
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Bool bool -> String.valueOf(bool.value());
      case Value.Int number -> String.valueOf(number.value());
      case Value.Float32 number -> String.valueOf(Float.intBitsToFloat(number.bits()));
      case Value.Float64 number -> String.valueOf(Double.longBitsToDouble(number.bits()));
      case Value.EnumValue number -> "enumerant " + number.value();
      default -> value.toString();
    };
  }
}
