package dev.caplens.core.schema.evolution;

import dev.caplens.core.schema.Brand;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import java.util.List;
import java.util.stream.Collectors;

/// Types in the texts of findings, as the schema language writes them.
final class TypeNames {
  private final SchemaSet schemas;

  TypeNames(SchemaSet schemas) {
    this.schemas = schemas;
  }

  String name(Type type) {
    return switch (type) {
      case Type.Simple simple -> simple.schemaName();
      case Type.ListOf list -> "List(" + name(list.element()) + ")";
      case Type.EnumType named -> name(named.id(), named.brand());
      case Type.StructType named -> name(named.id(), named.brand());
      case Type.InterfaceType named -> name(named.id(), named.brand());
      case Type.Parameter parameter -> parameter(parameter);
      case Type.MethodParameter parameter -> "parameter " + parameter.index() + " of the method";
      case Type.AnyPointer any ->
          switch (any.kind()) {
            case ANY -> "AnyPointer";
            case STRUCT -> "AnyStruct";
            case LIST -> "AnyList";
            case CAPABILITY -> "Capability";
          };
    };
  }

  private String name(long id, Brand brand) {
    Node node = schemas.nodes().get(id);
    String name = node == null ? "@0x%016x".formatted(id) : node.declaration().displayName();
    List<Type> bound = brand.scopes().stream().flatMap(s -> s.bindings().stream()).toList();
    return bound.isEmpty()
        ? name
        : name + bound.stream().map(this::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private String parameter(Type.Parameter parameter) {
    Node scope = schemas.nodes().get(parameter.scopeId());
    List<String> names = scope == null ? List.of() : scope.declaration().parameters();
    return parameter.index() < names.size()
        ? names.get(parameter.index())
        : "parameter %d of @0x%016x".formatted(parameter.index(), parameter.scopeId());
  }
}
