package dev.caplens.codegen.compiler.request;

import dev.caplens.codegen.compiler.schema.Annotation;
import dev.caplens.codegen.compiler.schema.Brand;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.schema.Value;
import dev.caplens.codegen.compiler.value.WireObject;
import dev.caplens.codegen.compiler.value.WireStruct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Types, brands, values and annotations as structs of `schema.capnp`.
final class TypeEncoder {

  private static final int LIST = 14;
  private static final int ENUM = 15;
  private static final int STRUCT = 16;
  private static final int INTERFACE = 17;
  private static final int ANY_POINTER = 18;

  private TypeEncoder() {}

  static Draft type(Type type) {
    Draft draft = new Draft(3, 1).u16(0, kind(type));
    return switch (type) {
      case Type.Builtin builtin -> draft;
      case Type.ListOf(Type element) -> draft.pointer(0, type(element).struct());
      case Type.EnumType(long id, Brand brand) -> draft.u64(1, id).pointer(0, brand(brand));
      case Type.StructType(long id, Brand brand) -> draft.u64(1, id).pointer(0, brand(brand));
      case Type.InterfaceType(long id, Brand brand) -> draft.u64(1, id).pointer(0, brand(brand));
      case Type.AnyPointer any -> draft.u16(4, 0).u16(5, any.ordinal());
      case Type.Parameter(long scopeId, int index) -> draft.u16(4, 1).u64(2, scopeId).u16(5, index);
      case Type.MethodParameter(int index) -> draft.u16(4, 2).u16(5, index);
    };
  }

  /// The number of the union member of `Type`, and of `Value`, that is for `type`.
  private static int kind(Type type) {
    return switch (type) {
      case Type.Builtin builtin -> builtin.ordinal();
      case Type.ListOf list -> LIST;
      case Type.EnumType named -> ENUM;
      case Type.StructType named -> STRUCT;
      case Type.InterfaceType named -> INTERFACE;
      case Type.AnyPointer any -> ANY_POINTER;
      case Type.Parameter parameter -> ANY_POINTER;
      case Type.MethodParameter parameter -> ANY_POINTER;
    };
  }

  /// The brand; null where nothing is bound.
  static @Nullable WireStruct brand(Brand brand) {
    return brand.isEmpty() ? null : brandOf(brand).struct();
  }

  private static Draft brandOf(Brand brand) {
    return new Draft(0, 1).listUnlessEmpty(0, 2, 1, brand.scopes(), TypeEncoder::scope);
  }

  private static Draft scope(Brand.Scope scope) {
    Draft draft = new Draft(2, 1).u64(0, scope.id());
    return switch (scope) {
      case Brand.Scope.Inherit inherit -> draft.u16(4, 1);
      case Brand.Scope.Bind(long id, List<@Nullable Type> arguments) ->
          draft.list(0, 1, 1, arguments, TypeEncoder::binding);
    };
  }

  private static Draft binding(@Nullable Type type) {
    Draft draft = new Draft(1, 1);
    return type == null ? draft : draft.u16(0, 1).pointer(0, type(type).struct());
  }

  /// A value, in the union member that is for `type`.
  static Draft value(Type type, Value value) {
    Draft draft = new Draft(2, 1).u16(0, kind(type));
    switch (value) {
      case Value.Pointer(WireObject target) -> draft.pointer(0, target);
      case Value.Bits(long raw) when type == Type.Builtin.BOOL -> draft.bit(16, raw != 0);
      case Value.Bits(long raw) -> {
        switch (type.bits()) {
          case 8 -> draft.u8(2, (int) raw);
          case 16 -> draft.u16(1, (int) raw);
          case 32 -> draft.u32(1, (int) raw);
          case 64 -> draft.u64(1, raw);
          default -> {} // void and interfaces have no value
        }
      }
    }
    return draft;
  }

  static Draft annotation(Annotation annotation) {
    return new Draft(1, 2)
        .u64(0, annotation.id())
        .pointer(0, value(annotation.type(), annotation.value()).struct())
        // The reference leaves an empty brand rather than none.
        .pointer(1, brandOf(annotation.brand()).struct());
  }
}
