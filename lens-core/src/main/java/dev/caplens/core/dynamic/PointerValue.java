package dev.caplens.core.dynamic;

import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.Capability;
import dev.caplens.core.message.Data;
import dev.caplens.core.message.StructReader;
import dev.caplens.core.message.Text;
import dev.caplens.core.schema.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one pointer holds, read and written by its type.
final class PointerValue {

  private PointerValue() {}

  /// The value behind a pointer; null gives the type's empty value.
  static DynamicValue read(DynamicType type, AnyPointer.Reader pointer) {
    return switch (type) {
      case StructSchema struct -> pointer.as(struct);
      case ListSchema list -> new DynamicList.Reader(list, pointer.as(list.pointerType()));
      case InterfaceSchema capability -> pointer.as(capability);
      case DynamicType.Any any -> new DynamicValue.Any(pointer, any.argument());
      case DynamicType.Plain plain when plain.kind() == Type.Simple.TEXT ->
          new DynamicValue.Text(pointer.as(Text.TYPE));
      case DynamicType.Plain plain when plain.kind() == Type.Simple.DATA ->
          new DynamicValue.Data(pointer.as(Data.TYPE));
      case DynamicType.Plain plain -> throw new AssertionError(plain + " behind a pointer");
      case EnumSchema number -> throw new AssertionError(number + " behind a pointer");
    };
  }

  /// Writes a value, as [DynamicStruct.Builder#set] takes it.
  ///
  /// @param where the field or list, for the text of errors
  static void write(
      Object where, DynamicType type, AnyPointer.Builder target, @Nullable Object value) {
    Object plain = value instanceof DynamicValue dynamic ? unwrap(dynamic) : value;
    if (plain == null) {
      target.clear();
      return;
    }
    boolean written =
        switch (type) {
          case StructSchema struct -> writeStruct(struct, target, plain);
          case ListSchema list -> writeList(list, target, plain);
          case InterfaceSchema capability -> writeCapability(capability, target, plain);
          case DynamicType.Any any -> writeAny(any, target, plain);
          case DynamicType.Plain text when text.kind() == Type.Simple.TEXT ->
              writeText(target, plain);
          case DynamicType.Plain data -> writeData(target, plain);
          case EnumSchema number -> throw new AssertionError(number + " behind a pointer");
        };
    if (!written) {
      throw unfit(where, type.toString(), value);
    }
  }

  static IllegalArgumentException unfit(Object where, String expected, @Nullable Object got) {
    String kind = got == null ? "null" : got.getClass().getSimpleName() + " " + got;
    return new IllegalArgumentException(
        "%s: expected a value for %s, got %s".formatted(where, expected, kind));
  }

  /// What a value of one of these kinds wraps; other values stand for themselves.
  static Object unwrap(DynamicValue value) {
    return switch (value) {
      case DynamicValue.Bool bool -> bool.value();
      case DynamicValue.Int number -> number.value();
      case DynamicValue.Float32 number -> number.value();
      case DynamicValue.Float64 number -> number.value();
      case DynamicValue.Text text -> text.value();
      case DynamicValue.Data data -> data.value();
      case DynamicValue.Any any -> any.value();
      default -> value;
    };
  }

  private static boolean writeStruct(StructSchema type, AnyPointer.Builder target, Object value) {
    switch (value) {
      case DynamicStruct.Reader struct when struct.schema().id() != type.id() -> {
        return false;
      }
      case StructReader struct -> target.set(struct);
      case Map<?, ?> fields -> {
        DynamicStruct.Builder struct = target.init(type);
        fields.forEach((name, field) -> struct.set(type.field(name.toString()), field));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean writeList(ListSchema type, AnyPointer.Builder target, Object value) {
    switch (value) {
      case DynamicList.Reader list when list.schema().sameForm(type) ->
          target.set(type.pointerType(), list.lens());
      case List<?> elements -> {
        DynamicList.Builder list =
            new DynamicList.Builder(type, target.init(type.pointerType(), elements.size()));
        for (int i = 0; i < elements.size(); i++) {
          list.set(i, elements.get(i));
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean writeCapability(
      InterfaceSchema type, AnyPointer.Builder target, Object value) {
    if (value instanceof Capability capability) {
      target.set(type, new DynamicCapability(type, capability.index()));
      return true;
    }
    return false;
  }

  private static boolean writeText(AnyPointer.Builder target, Object value) {
    switch (value) {
      case CharSequence characters -> target.set(characters);
      case Text.Reader text -> target.set(Text.TYPE, text);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean writeData(AnyPointer.Builder target, Object value) {
    switch (value) {
      case byte[] bytes -> target.init(Data.TYPE, bytes.length).set(bytes);
      case Data.Reader data -> target.set(Data.TYPE, data);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean writeAny(DynamicType.Any type, AnyPointer.Builder target, Object value) {
    AnyPointer.Kind kind =
        switch (value) {
          case AnyPointer.Reader pointer -> pointer.kind();
          case StructReader struct -> AnyPointer.Kind.STRUCT;
          case DynamicCapability capability -> AnyPointer.Kind.CAPABILITY;
          default -> AnyPointer.Kind.LIST;
        };
    boolean fits =
        kind == AnyPointer.Kind.NULL
            || switch (type.kind()) {
              case ANY -> true;
              case STRUCT -> kind == AnyPointer.Kind.STRUCT;
              case LIST -> kind == AnyPointer.Kind.LIST;
              case CAPABILITY -> kind == AnyPointer.Kind.CAPABILITY;
            };
    return fits && writeAny(target, value);
  }

  private static boolean writeAny(AnyPointer.Builder target, Object value) {
    switch (value) {
      case AnyPointer.Reader pointer -> target.set(pointer);
      case StructReader struct -> target.set(struct);
      case DynamicCapability capability -> target.set(capability.schema(), capability);
      case DynamicList.Reader list -> target.set(list.schema().pointerType(), list.lens());
      default -> {
        return writeText(target, value) || writeData(target, value);
      }
    }
    return true;
  }
}
