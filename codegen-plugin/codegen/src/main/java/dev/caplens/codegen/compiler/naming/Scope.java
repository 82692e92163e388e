package dev.caplens.codegen.compiler.naming;

import dev.caplens.core.syntax.Expression;
import org.jspecify.annotations.Nullable;

/// A declaration as a place in which names are looked up.
public interface Scope {

  /// The declaration's id. Built-in declarations have small numbers that no real id can have.
  long id();

  /// How many generic parameters it declares.
  int parameterCount();

  Kind kind();

  /// The scope around it; null for files and for built-in declarations.
  @Nullable Scope parent();

  /// The file's scope.
  Scope top();

  /// Looks `name` up here, then in the scopes around, then among the built-in declarations.
  @Nullable Resolution resolve(String name);

  /// Looks `name` up among what is declared directly here.
  @Nullable Resolution member(String name);

  /// The declaration `id`, which has been seen before.
  Scope withId(long id);

  /// The file that `path` names when imported from here; null if there is none.
  @Nullable Scope importFile(String path);

  /// Notes that `name`, which stands here, refers to the declaration `declared`.
  void refers(Expression name, long declared);

  /// A reference to this scope by its own name, without arguments.
  default Resolution.Declared reference() {
    Scope around = parent();
    return new Resolution.Declared(this, around == null ? 0 : around.id(), null);
  }
}
