package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Brand;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The type parameters that a struct sees: those of the scopes around it and its own.
///
/// A parameter `T` becomes two of Java, `TR` and `TB`, for what it is read as and built as, and the
/// lenses hold its `PointerType` in a field `tType`.
record Generics(List<Parameter> parameters) {
  static final Generics NONE = new Generics(List.of());

  /// One parameter of a scope.
  record Parameter(long scopeId, int index, String name) {
    String reader() {
      return name + "R";
    }

    String builder() {
      return name + "B";
    }

    String variable() {
      return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "Type";
    }
  }

  /// The parameters that a node sees, the outermost scope's first.
  static Generics of(SchemaSet schemas, Node node) {
    List<Parameter> parameters = new ArrayList<>();
    @Nullable Node at = node;
    while (at != null) {
      List<String> names = at.declaration().parameters();
      for (int i = names.size() - 1; i >= 0; i--) {
        parameters.add(0, new Parameter(at.id(), i, names.get(i)));
      }
      at = schemas.nodes().get(at.declaration().scopeId());
    }
    return parameters.isEmpty() ? NONE : new Generics(List.copyOf(parameters));
  }

  boolean any() {
    return !parameters.isEmpty();
  }

  Optional<Parameter> find(Type.Parameter wanted) {
    return parameters.stream()
        .filter(p -> p.scopeId() == wanted.scopeId() && p.index() == wanted.index())
        .findFirst();
  }

  /// The types that a brand binds to these parameters; what it leaves open is any pointer.
  List<Type> bound(Brand brand) {
    return parameters.stream().map(parameter -> bound(parameter, brand)).toList();
  }

  private static Type bound(Parameter parameter, Brand brand) {
    for (Brand.Scope scope : brand.scopes()) {
      if (scope.scopeId() == parameter.scopeId()) {
        if (scope.inherit()) {
          return new Type.Parameter(parameter.scopeId(), parameter.index());
        }
        if (parameter.index() < scope.bindings().size()) {
          return scope.bindings().get(parameter.index());
        }
      }
    }
    return new Type.AnyPointer(Type.AnyPointer.Kind.ANY);
  }

  /// `<TR, TB>`, or nothing.
  String arguments() {
    return any() ? "<" + join(p -> p.reader() + ", " + p.builder(), ", ") + ">" : "";
  }

  /// The fields' types as parameters behind others: `, PointerType<TR, TB> tType`, or nothing.
  String parametersAfter(TypeNames names) {
    return join(p -> ", " + declaration(p, names), "");
  }

  /// The same as the only parameters.
  String parametersAlone(TypeNames names) {
    return join(p -> declaration(p, names), ", ");
  }

  /// The fields as arguments behind others: `, tType`, or nothing.
  String variablesAfter() {
    return join(p -> ", " + p.variable(), "");
  }

  /// The same as the only arguments.
  String variablesAlone() {
    return join(Parameter::variable, ", ");
  }

  static String declaration(Parameter parameter, TypeNames names) {
    String type = names.core("PointerType");
    return "%s<%s, %s> %s"
        .formatted(type, parameter.reader(), parameter.builder(), parameter.variable());
  }

  private String join(Function<Parameter, String> part, String separator) {
    return parameters.stream().map(part).collect(Collectors.joining(separator));
  }
}
