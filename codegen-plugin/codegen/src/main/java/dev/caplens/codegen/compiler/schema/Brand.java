package dev.caplens.codegen.compiler.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The generic arguments of a reference to a declaration, and of the scopes around it, innermost
/// first.
public record Brand(List<Scope> scopes) {

  public static final Brand NONE = new Brand(List.of());

  public boolean isEmpty() {
    return scopes.isEmpty();
  }

  /// The arguments of one scope.
  public sealed interface Scope {

    long id();

    /// Arguments as given; null means unbound.
    record Bind(long id, List<@Nullable Type> arguments) implements Scope {}

    /// The arguments are those of the scope in which the reference stands.
    record Inherit(long id) implements Scope {}
  }

  /// The arguments of the scope `id`, or null.
  public @Nullable Scope scope(long id) {
    for (Scope scope : scopes) {
      if (scope.id() == id) {
        return scope;
      }
    }
    return null;
  }
}
