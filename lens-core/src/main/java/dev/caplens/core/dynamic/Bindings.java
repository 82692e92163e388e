package dev.caplens.core.dynamic;

import dev.caplens.core.schema.Brand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the parameters of generics stand for inside one type.
///
/// @param scopes by the id of the generic that declares the parameters; unbound ones are left out
record Bindings(Map<Long, List<DynamicType>> scopes) {

  static final Bindings NONE = new Bindings(Map.of());

  /// What a parameter stands for; any pointer where it is not bound.
  DynamicType parameter(long scope, int index) {
    List<DynamicType> types = scopes.get(scope);
    return types == null || index >= types.size() ? DynamicType.Any.POINTER : types.get(index);
  }

  /// The bindings inside a type that is named with a brand where these bindings hold.
  Bindings enter(Brand brand, DynamicTypes types) {
    if (brand.scopes().isEmpty()) {
      return NONE;
    }
    Map<Long, List<DynamicType>> inner = new HashMap<>();
    for (Brand.Scope scope : brand.scopes()) {
      List<DynamicType> bound = scope.inherit() ? scopes.get(scope.scopeId()) : bind(scope, types);
      if (bound != null && !bound.isEmpty()) {
        inner.put(scope.scopeId(), bound);
      }
    }
    return inner.isEmpty() ? NONE : new Bindings(Map.copyOf(inner));
  }

  private List<DynamicType> bind(Brand.Scope scope, DynamicTypes types) {
    List<DynamicType> bound = new ArrayList<>();
    scope.bindings().forEach(type -> bound.add(types.resolve(type, this)));
    return List.copyOf(bound);
  }
}
