package dev.caplens.core.schema;

import java.util.LinkedHashSet;
import java.util.Set;

/// The declarations that one declaration needs: the types of its members, its groups, what it
/// extends. Not what stands inside it or around it, and no annotations.
final class References {
  private final Set<Long> ids = new LinkedHashSet<>();

  private References() {}

  static Set<Long> of(Node node) {
    References references = new References();
    references.node(node);
    return references.ids;
  }

  private void node(Node node) {
    switch (node) {
      case Node.File file -> {}
      case Node.Enum type -> {}
      case Node.Struct struct -> struct.fields().forEach(this::field);
      case Node.Interface type -> {
        for (Node.Superclass superclass : type.superclasses()) {
          type(new Type.InterfaceType(superclass.id(), superclass.brand()));
        }
        for (Node.Method method : type.methods()) {
          type(method.parameters());
          type(method.results());
        }
      }
      case Node.Const constant -> type(constant.type());
      case Node.Annotation annotation -> type(annotation.type());
    }
  }

  private void field(Field field) {
    switch (field) {
      case Field.Group group -> ids.add(group.typeId());
      case Field.Slot slot -> type(slot.type());
    }
  }

  private void type(Type type) {
    switch (type) {
      case Type.ListOf list -> type(list.element());
      case Type.EnumType named -> ids.add(named.id());
      case Type.StructType named -> named(named.id(), named.brand());
      case Type.InterfaceType named -> named(named.id(), named.brand());
      case Type.Simple simple -> {}
      case Type.AnyPointer any -> {}
      case Type.Parameter parameter -> {}
      case Type.MethodParameter parameter -> {}
    }
  }

  private void named(long id, Brand brand) {
    ids.add(id);
    brand.scopes().forEach(scope -> scope.bindings().forEach(this::type));
  }
}
