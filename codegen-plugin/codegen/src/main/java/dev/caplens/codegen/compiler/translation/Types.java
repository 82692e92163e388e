package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.naming.BrandedDeclaration;
import dev.caplens.codegen.compiler.naming.MethodParameters;
import dev.caplens.codegen.compiler.naming.NameInterpreter;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.syntax.Expression;
import org.jspecify.annotations.Nullable;

/// Expressions as types.
final class Types {

  private Types() {}

  /// The type that `source` names; null, and an error, if it names none.
  static @Nullable Type translate(
      Expression source, NameInterpreter names, MethodParameters parameters) {
    BrandedDeclaration declaration = names.interpret(source, parameters);
    return declaration == null ? null : declaration.type(names.errors());
  }
}
