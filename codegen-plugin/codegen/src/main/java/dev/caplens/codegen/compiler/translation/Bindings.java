package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.Brand;
import dev.caplens.codegen.compiler.schema.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Replaces generic parameters by what they are bound to at one place.
///
/// @param brand what is bound; null within the generic declaration itself, where parameters stay
///   what they are
record Bindings(@Nullable Brand brand) {

  static final Bindings UNBOUND = new Bindings(null);

  Type apply(Type type) {
    return switch (type) {
      case Type.ListOf(Type element) -> new Type.ListOf(apply(element));
      case Type.EnumType(long id, Brand inner) -> new Type.EnumType(id, apply(inner));
      case Type.StructType(long id, Brand inner) -> new Type.StructType(id, apply(inner));
      case Type.InterfaceType(long id, Brand inner) -> new Type.InterfaceType(id, apply(inner));
      case Type.Parameter parameter -> argument(parameter);
      default -> type;
    };
  }

  private Type argument(Type.Parameter parameter) {
    if (brand == null) {
      return parameter;
    }
    return switch (brand.scope(parameter.scopeId())) {
      case null -> Type.AnyPointer.ANY;
      case Brand.Scope.Inherit inherit -> parameter;
      case Brand.Scope.Bind(long id, List<@Nullable Type> arguments) -> {
        Type argument =
            parameter.index() < arguments.size() ? arguments.get(parameter.index()) : null;
        yield argument == null ? Type.AnyPointer.ANY : argument;
      }
    };
  }

  /// The brand as seen here, its scopes in a fixed order so that equal brands are equal records.
  private Brand apply(Brand inner) {
    List<Brand.Scope> scopes = new ArrayList<>();
    for (Brand.Scope scope : inner.scopes()) {
      Brand.Scope seen =
          switch (scope) {
            case Brand.Scope.Bind(long id, List<@Nullable Type> arguments) ->
                new Brand.Scope.Bind(id, arguments.stream().map(this::applyOrAny).toList());
            case Brand.Scope.Inherit(long id) when brand != null -> brand.scope(id);
            case Brand.Scope.Inherit inherit -> inherit;
          };
      if (seen != null) {
        scopes.add(seen);
      }
    }
    scopes.sort(Comparator.comparingLong(Brand.Scope::id));
    return new Brand(scopes);
  }

  private Type applyOrAny(@Nullable Type argument) {
    return argument == null ? Type.AnyPointer.ANY : apply(argument);
  }
}
