package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.FixedLayout;
import dev.caplens.core.schema.Brand;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaError;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/// The ids of all nodes that some nodes name: as types, in brands, as interfaces that they extend.
final class References {
  private final SchemaSet schemas;
  private final Set<Long> ids = new LinkedHashSet<>();

  References(SchemaSet schemas) {
    this.schemas = schemas;
  }

  /// Checks that what a node names can stand in a message.
  ///
  /// @throws SchemaError if it names a struct that has its places in shared memory
  static void requireMessages(SchemaSet schemas, Node node) {
    References references = new References(schemas);
    references.add(node);
    for (long id : references.ids()) {
      if (FixedLayout.isPlaced(schemas, schemas.node(id))) {
        throw new SchemaError(
            "%s refers to %s, whose fields say where they stand in shared memory ($at): it is in no message; take a struct without $at"
                .formatted(
                    node.declaration().displayName(),
                    schemas.node(id).declaration().displayName()));
      }
    }
  }

  /// What was found.
  Set<Long> ids() {
    return ids;
  }

  /// Adds what a node names.
  void add(Node node) {
    switch (node) {
      case Node.Struct struct -> {
        for (Field field : struct.fields()) {
          if (field instanceof Field.Slot slot) {
            add(slot.type());
          }
        }
      }
      case Node.Interface contract -> {
        for (Node.Method method : contract.methods()) {
          add(method.parameters());
          add(method.results());
        }
        contract.superclasses().forEach(above -> add(above.id(), above.brand()));
      }
      case Node.Const constant -> add(constant.type());
      default -> {}
    }
  }

  private void add(Type type) {
    switch (type) {
      case Type.ListOf list -> add(list.element());
      case Type.EnumType named -> add(named.id(), named.brand());
      case Type.StructType named -> add(named.id(), named.brand());
      case Type.InterfaceType named -> add(named.id(), named.brand());
      default -> {}
    }
  }

  private void add(long id, Brand brand) {
    if (schemas.nodes().containsKey(id)) {
      ids.add(id);
    }
    brand.scopes().forEach(scope -> scope.bindings().forEach(this::add));
  }
}
