package dev.caplens.codegen.compiler.syntax;

import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.Expression.Parameter;
import dev.caplens.core.syntax.ExpressionParser;
import dev.caplens.core.syntax.TokenCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The grammar of applied annotations.
record AnnotationParser(ExpressionParser expressions) {

  /// `$name` or `$name(value)`.
  Declaration.@Nullable Application annotation(TokenCursor in) {
    if (!in.operator("$")) {
      return null;
    }
    Expression expression = expressions.expression(in);
    if (!(expression instanceof Expression.Application application)) {
      return expression == null ? null : new Declaration.Application(expression, null);
    }
    List<Parameter> parameters = application.parameters();
    boolean single = parameters.size() == 1 && parameters.getFirst().name() == null;
    // The reference gives a tuple here no place of its own, so its errors stand at the start of the
    // file.
    Expression value =
        single ? parameters.getFirst().value() : new Expression.Tuple(parameters, 0, 0);
    return new Declaration.Application(application.function(), value);
  }
}
