package dev.caplens.codegen.compiler.naming;

import dev.caplens.codegen.compiler.schema.Brand;
import org.jspecify.annotations.Nullable;

/// What a name resolves to.
public sealed interface Resolution {

  /// A declaration.
  ///
  /// @param scopeId the scope in which the name was found, to which its generic arguments belong
  /// @param brand arguments that come with the name, since it is an alias; else null
  record Declared(Scope scope, long scopeId, @Nullable Brand brand) implements Resolution {}

  /// A generic parameter; `scopeId` 0 is a method's own.
  record Variable(long scopeId, int index) implements Resolution {}
}
