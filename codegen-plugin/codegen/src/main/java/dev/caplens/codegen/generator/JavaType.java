package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Type;

/// Which Java type stands for which number.
///
/// Unsigned integers come in a wider type where there is one; a UInt64 is the bits in a `long`.
final class JavaType {
  private JavaType() {}

  static String ofNumber(Type type) {
    return switch (type) {
      case Type.Simple.BOOL -> "boolean";
      case Type.Simple.INT8 -> "byte";
      case Type.Simple.INT16 -> "short";
      case Type.Simple.INT32, Type.Simple.UINT8, Type.Simple.UINT16 -> "int";
      case Type.Simple.INT64, Type.Simple.UINT32, Type.Simple.UINT64 -> "long";
      case Type.Simple.FLOAT32 -> "float";
      case Type.Simple.FLOAT64 -> "double";
      default -> throw new IllegalArgumentException("not a number: " + type);
    };
  }

  /// The name in the schema language, for comments.
  static String schemaName(Type type) {
    return switch (type) {
      case Type.Simple simple -> simple.schemaName();
      case Type.ListOf list -> "List(" + schemaName(list.element()) + ")";
      case Type.EnumType named -> "enum";
      case Type.StructType named -> "struct";
      case Type.InterfaceType named -> "interface";
      case Type.AnyPointer any -> anyPointer(any.kind());
      case Type.Parameter parameter -> "AnyPointer";
      case Type.MethodParameter parameter -> "AnyPointer";
    };
  }

  private static String anyPointer(Type.AnyPointer.Kind kind) {
    return switch (kind) {
      case ANY -> "AnyPointer";
      case STRUCT -> "AnyStruct";
      case LIST -> "AnyList";
      case CAPABILITY -> "Capability";
    };
  }
}
