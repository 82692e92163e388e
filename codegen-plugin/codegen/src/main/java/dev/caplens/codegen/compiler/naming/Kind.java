package dev.caplens.codegen.compiler.naming;

import dev.caplens.codegen.compiler.schema.Type;
import org.jspecify.annotations.Nullable;

/// What a name can refer to: the declarations that become nodes, and what every file knows without
/// importing it.
public enum Kind {
  FILE(null, null),
  CONST(null, null),
  ENUM(null, null),
  STRUCT(null, null),
  INTERFACE(null, null),
  ANNOTATION(null, null),
  VOID("Void", Type.Builtin.VOID),
  BOOL("Bool", Type.Builtin.BOOL),
  INT8("Int8", Type.Builtin.INT8),
  INT16("Int16", Type.Builtin.INT16),
  INT32("Int32", Type.Builtin.INT32),
  INT64("Int64", Type.Builtin.INT64),
  UINT8("UInt8", Type.Builtin.UINT8),
  UINT16("UInt16", Type.Builtin.UINT16),
  UINT32("UInt32", Type.Builtin.UINT32),
  UINT64("UInt64", Type.Builtin.UINT64),
  FLOAT32("Float32", Type.Builtin.FLOAT32),
  FLOAT64("Float64", Type.Builtin.FLOAT64),
  TEXT("Text", Type.Builtin.TEXT),
  DATA("Data", Type.Builtin.DATA),
  LIST("List", null),
  OBJECT("Object", Type.AnyPointer.ANY),
  ANY_POINTER("AnyPointer", Type.AnyPointer.ANY),
  ANY_STRUCT("AnyStruct", Type.AnyPointer.STRUCT),
  ANY_LIST("AnyList", Type.AnyPointer.LIST),
  CAPABILITY("Capability", Type.AnyPointer.CAPABILITY);

  private final @Nullable String builtinName;
  private final @Nullable Type builtinType;

  Kind(@Nullable String builtinName, @Nullable Type builtinType) {
    this.builtinName = builtinName;
    this.builtinType = builtinType;
  }

  /// The name under which every file knows it; null for what must be declared.
  public @Nullable String builtinName() {
    return builtinName;
  }

  /// The type that it is without arguments, or null.
  @Nullable Type builtinType() {
    return builtinType;
  }

  /// Whether it may stand for a generic parameter. The reference takes no other kinds of pointer
  /// either.
  boolean canBeArgument() {
    return switch (this) {
      case LIST, TEXT, DATA, ANY_POINTER, STRUCT, INTERFACE -> true;
      default -> false;
    };
  }
}
