package dev.caplens.core.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks whether types refer to what they say, and values fit their types.
final class TypeValidation {
  private final Map<Long, Node> nodes;
  private final Problems problems;

  TypeValidation(Map<Long, Node> nodes, Problems problems) {
    this.nodes = nodes;
    this.problems = problems;
  }

  /// @param where what of the node has the type
  void type(Node node, String where, Type type) {
    switch (type) {
      case Type.Simple simple -> {}
      case Type.AnyPointer any -> {}
      case Type.MethodParameter parameter -> {}
      case Type.ListOf list -> type(node, where, list.element());
      case Type.EnumType named -> {
        kind(node, where, named.id(), Node.Enum.class);
        brand(node, where, named.brand());
      }
      case Type.StructType named -> {
        kind(node, where, named.id(), Node.Struct.class);
        if (nodes.get(named.id()) instanceof Node.Struct struct && struct.group()) {
          problems.add(node, "%s: expected a struct, got the group %s", where, name(struct));
        }
        brand(node, where, named.brand());
      }
      case Type.InterfaceType named -> {
        kind(node, where, named.id(), Node.Interface.class);
        brand(node, where, named.brand());
      }
      case Type.Parameter parameter -> parameter(node, where, parameter);
    }
  }

  /// A type and a value for it.
  void value(Node node, String where, Type type, Value value) {
    type(node, where, type);
    boolean fits =
        switch (type) {
          case Type.Simple simple -> fits(simple, value);
          case Type.EnumType named -> value instanceof Value.EnumValue;
          case Type.InterfaceType named -> value instanceof Value.None;
          default -> value instanceof Value.Pointer;
        };
    if (!fits) {
      problems.add(node, "%s: expected a value of type %s, got %s", where, type, value);
    }
  }

  private static boolean fits(Type.Simple type, Value value) {
    return switch (type) {
      case VOID -> value instanceof Value.None;
      case BOOL -> value instanceof Value.Bool;
      case INT8, INT16, INT32 ->
          value instanceof Value.Int number
              && number.value() << 64 - type.bits() >> 64 - type.bits() == number.value();
      case UINT8, UINT16, UINT32 ->
          value instanceof Value.Int number && number.value() >>> type.bits() == 0;
      case INT64, UINT64 -> value instanceof Value.Int;
      case FLOAT32 -> value instanceof Value.Float32;
      case FLOAT64 -> value instanceof Value.Float64;
      case TEXT -> value instanceof Value.Text;
      case DATA -> value instanceof Value.Data;
    };
  }

  private void kind(Node node, String where, long id, Class<? extends Node> expected) {
    Node named = nodes.get(id);
    if (named != null && !expected.isInstance(named)) {
      problems.add(
          node,
          "%s: expected a %s of id @0x%016x, got %s, a %s",
          where,
          expected.getSimpleName(),
          id,
          name(named),
          named.getClass().getSimpleName());
    }
  }

  private void parameter(Node node, String where, Type.Parameter parameter) {
    Node scope = nodes.get(parameter.scopeId());
    if (scope != null && parameter.index() >= scope.declaration().parameters().size()) {
      problems.add(
          node,
          "%s: expected one of the %d type parameters of %s, got number %d",
          where,
          scope.declaration().parameters().size(),
          name(scope),
          parameter.index());
    }
  }

  private void brand(Node node, String where, Brand brand) {
    Set<Long> seen = new HashSet<>();
    for (Brand.Scope scope : brand.scopes()) {
      Node generic = nodes.get(scope.scopeId());
      List<Type> bindings = scope.bindings();
      if (!seen.add(scope.scopeId())) {
        problems.add(node, "%s: binds the parameters of @0x%016x twice", where, scope.scopeId());
      }
      if (generic != null && bindings.size() > generic.declaration().parameters().size()) {
        problems.add(
            node,
            "%s: expected bindings for the %d type parameters of %s, got %d",
            where,
            generic.declaration().parameters().size(),
            name(generic),
            bindings.size());
      }
      for (Type binding : bindings) {
        type(node, where, binding);
        if (!binding.pointer()) {
          problems.add(
              node, "%s: expected a type that is held by a pointer, got %s", where, binding);
        }
      }
    }
  }

  private static String name(Node node) {
    return node.declaration().displayName();
  }
}
