package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.naming.BrandedDeclaration;
import dev.caplens.codegen.compiler.naming.MethodParameters;
import dev.caplens.codegen.compiler.naming.NameInterpreter;
import dev.caplens.codegen.compiler.naming.TypeReading;
import dev.caplens.core.syntax.Expression;

/// Expressions as types.
final class Types {

  private Types() {}

  /// The type that `source` names; not valid, and an error, if it names none.
  static TypeReading translate(
      Expression source, NameInterpreter names, MethodParameters parameters) {
    BrandedDeclaration declaration = names.interpret(source, parameters);
    return declaration == null ? TypeReading.NONE : declaration.type(names.errors());
  }
}
