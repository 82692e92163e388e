package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.Type;
import java.util.Locale;

/// Names of types in error messages.
record TypeNames(SchemaLookup schemas) {

  String of(Type type) {
    return switch (type) {
      case Type.Builtin builtin -> builtin(builtin);
      case Type.ListOf(Type element) -> "List(" + of(element) + ")";
      case Type.EnumType(var id, var brand) -> node(id);
      case Type.StructType(var id, var brand) -> node(id);
      case Type.InterfaceType(var id, var brand) -> node(id);
      case Type.AnyPointer any -> "AnyPointer";
      case Type.Parameter parameter -> "AnyPointer";
      case Type.MethodParameter parameter -> "AnyPointer";
    };
  }

  private static String builtin(Type.Builtin type) {
    String name = type.name();
    if (name.startsWith("UINT")) {
      return "UInt" + name.substring(4);
    }
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private String node(long id) {
    SchemaNode node = schemas.outline(id);
    return node == null ? "@0x%x".formatted(id) : node.simpleName();
  }
}
