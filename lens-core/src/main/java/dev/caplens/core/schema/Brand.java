package dev.caplens.core.schema;

import java.util.List;

/// The types that stand for the parameters of a generic, scope by scope.
///
/// Source: `Brand` in `schema.capnp`.
public record Brand(List<Scope> scopes) {
  /// No parameter is bound.
  public static final Brand NONE = new Brand(List.of());

  /// The bindings of one generic scope.
  ///
  /// @param inherit whether the parameters stand for themselves, as seen from inside the scope
  /// @param bindings one per parameter, empty where `inherit`; unbound parameters are any pointers
  public record Scope(long scopeId, boolean inherit, List<Type> bindings) {}
}
