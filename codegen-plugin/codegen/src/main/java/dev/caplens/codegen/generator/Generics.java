package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Brand;
import dev.caplens.core.schema.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The type parameters that a struct or interface sees: those of the scopes around it and its own.
///
/// A parameter `T` becomes two of Java, `TR` and `TB`, for what it is read as and built as. The
/// types that depend on them are kept in one object of the nested class `Bound`, which a lens holds
/// in its field `type`.
///
/// @param owner the struct or interface that sees them; for a group, the struct around it
record Generics(long owner, List<Parameter> parameters) {
  static final Generics NONE = new Generics(0, List.of());

  /// One parameter of a scope.
  ///
  /// @param name as in the schema, with `_` behind it where a scope around has the same
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

  /// `<>`, or nothing.
  String diamond() {
    return any() ? "<>" : "";
  }

  /// The object of the bound types as a parameter behind others: `, Bound<TR, TB> type`, or
  /// nothing.
  String boundParameter() {
    return any() ? ", Bound" + arguments() + " type" : "";
  }

  /// The same as an argument behind others, as a lens passes it on: `, type`, or nothing.
  String boundArgument() {
    return any() ? ", type" : "";
  }

  /// The parameters' types as parameters of a method: `PointerType<TR, TB> tType`.
  String declarations(TypeNames names) {
    return join(p -> declaration(p, names), ", ");
  }

  /// The same as arguments.
  String variables() {
    return join(Parameter::variable, ", ");
  }

  static String declaration(Parameter parameter, TypeNames names) {
    String type = names.core("PointerType");
    return "%s<%s, %s> %s"
        .formatted(type, parameter.reader(), parameter.builder(), parameter.variable());
  }

  /// What the comment of a class or method says of its type parameters.
  List<String> typeTags() {
    return parameters.stream()
        .flatMap(p ->
            List.of(
                "@param <%s> what `%s` is read as".formatted(p.reader(), p.name()),
                "@param <%s> what `%s` is built as".formatted(p.builder(), p.name()))
                .stream())
        .toList();
  }

  private String join(Function<Parameter, String> part, String separator) {
    return parameters.stream().map(part).collect(Collectors.joining(separator));
  }
}
