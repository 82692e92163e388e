package dev.caplens.codegen.compiler.module;

import dev.caplens.codegen.compiler.naming.BrandedDeclaration;
import dev.caplens.codegen.compiler.naming.MethodParameters;
import dev.caplens.codegen.compiler.naming.NameInterpreter;
import dev.caplens.codegen.compiler.naming.Resolution;
import dev.caplens.core.syntax.Expression;
import org.jspecify.annotations.Nullable;

/// A `using` declaration. Its target is looked up once, when first asked for.
final class Alias {

  private final ScopeNode scope;
  private final Expression target;
  private boolean resolved;
  private @Nullable Resolution resolution;

  Alias(ScopeNode scope, Expression target) {
    this.scope = scope;
    this.target = target;
  }

  /// What the alias stands for; null where that is not defined, which is reported once, or depends
  /// on itself.
  @Nullable Resolution resolve() {
    if (!resolved) {
      resolved = true;
      NameInterpreter names = NameInterpreter.within(scope, scope.file().errors());
      resolution =
          switch (names.interpret(target, MethodParameters.NONE)) {
            case null -> null;
            case BrandedDeclaration.Declared declared -> declared.aliased(scope.id());
            case BrandedDeclaration.Variable variable -> variable.variable();
          };
    }
    return resolution;
  }
}
