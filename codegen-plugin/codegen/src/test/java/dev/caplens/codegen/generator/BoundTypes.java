package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Brand;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import java.util.ArrayList;
import java.util.List;

/// Types with their parameters replaced by what they are bound to.
record BoundTypes(SchemaSet schemas) {
  private static final Type ANY = new Type.AnyPointer(Type.AnyPointer.Kind.ANY);

  /// The type as it is seen from outside of a scope with these bindings.
  static Type bind(Type type, Brand bindings) {
    return switch (type) {
      case Type.ListOf list -> new Type.ListOf(bind(list.element(), bindings));
      case Type.StructType struct ->
          new Type.StructType(struct.id(), bind(struct.brand(), bindings));
      case Type.Parameter parameter ->
          scope(bindings, parameter.scopeId()).stream()
              .filter(scope -> parameter.index() < scope.bindings().size())
              .map(scope -> scope.bindings().get(parameter.index()))
              .findFirst()
              .orElse(ANY);
      default -> type;
    };
  }

  private static Brand bind(Brand brand, Brand bindings) {
    List<Brand.Scope> scopes = new ArrayList<>();
    for (Brand.Scope scope : brand.scopes()) {
      if (scope.inherit()) {
        scopes.addAll(scope(bindings, scope.scopeId()));
      } else {
        List<Type> bound = scope.bindings().stream().map(type -> bind(type, bindings)).toList();
        scopes.add(new Brand.Scope(scope.scopeId(), false, bound));
      }
    }
    return new Brand(scopes);
  }

  private static List<Brand.Scope> scope(Brand brand, long id) {
    return brand.scopes().stream().filter(scope -> scope.scopeId() == id).toList();
  }

  /// The struct of a type.
  Node.Struct struct(Type.StructType type) {
    return schemas.node(type.id(), Node.Struct.class);
  }

  /// The type of a field of a struct; a group's is a struct with the same bindings.
  Type field(Type.StructType struct, Field field) {
    return switch (field) {
      case Field.Group group -> new Type.StructType(group.typeId(), struct.brand());
      case Field.Slot slot -> bind(slot.type(), struct.brand());
    };
  }

  /// Whether the text format has values of this type; it has none of capabilities and any pointers.
  boolean hasText(Type type) {
    return switch (type) {
      case Type.ListOf list -> hasText(list.element());
      case Type.AnyPointer any -> false;
      case Type.InterfaceType contract -> false;
      default -> true;
    };
  }
}
