package dev.caplens.codegen.compiler;

import dev.caplens.codegen.compiler.schema.CompiledSchemas;
import dev.caplens.codegen.compiler.source.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The outcome of a compilation.
///
/// @param schemas null if there were errors
/// @param diagnostics all errors, in the order in which the reference compiler reports them
public record Compilation(@Nullable CompiledSchemas schemas, List<Diagnostic> diagnostics) {

  public boolean succeeded() {
    return schemas != null;
  }

  /// The result.
  ///
  /// @throws IllegalStateException if there were errors; its message holds them all, one a line
  public CompiledSchemas orThrow() {
    if (schemas == null) {
      throw new IllegalStateException(
          diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    }
    return schemas;
  }
}
