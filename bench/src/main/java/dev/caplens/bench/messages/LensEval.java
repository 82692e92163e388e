package dev.caplens.bench.messages;

import dev.caplens.bench.lens.EvaluationResult;
import dev.caplens.bench.lens.Expression;
import dev.caplens.bench.lens.Operation;
import dev.caplens.bench.values.Formula;
import java.util.List;

/// Eval through our lenses: a tree of small structs, whose operands are unions in groups.
final class LensEval
    extends LensExchange<
        Formula,
        Expression.Reader,
        Expression.Builder,
        EvaluationResult.Reader,
        EvaluationResult.Builder> {

  LensEval(List<Formula> formulas) {
    super(formulas, Expression.TYPE, EvaluationResult.TYPE);
  }

  @Override
  void fill(Formula formula, Expression.Builder target) {
    target.setOp(Operation.of(formula.operation()));
    Formula.Operand left = formula.left();
    if (left.formula() == null) {
      target.getLeft().setValue(left.value());
    } else {
      fill(left.formula(), target.getLeft().initExpression());
    }
    Formula.Operand right = formula.right();
    if (right.formula() == null) {
      target.getRight().setValue(right.value());
    } else {
      fill(right.formula(), target.getRight().initExpression());
    }
  }

  @Override
  void handle(Expression.Reader source, EvaluationResult.Builder target) {
    target.setValue(evaluate(source));
  }

  @Override
  long check(EvaluationResult.Reader source) {
    return source.getValue();
  }

  @Override
  long look(Expression.Reader source) {
    return evaluate(source);
  }

  @Override
  long expected(Formula formula) {
    return formula.evaluate();
  }

  @Override
  Expression.Reader reader(Expression.Builder builder) {
    return builder.asReader();
  }

  @Override
  EvaluationResult.Reader answerReader(EvaluationResult.Builder builder) {
    return builder.asReader();
  }

  private static int evaluate(Expression.Reader expression) {
    Expression.Left.Reader left = expression.getLeft();
    int first =
        switch (left.which()) {
          case VALUE -> left.getValue();
          case EXPRESSION -> evaluate(left.getExpression());
          case UNKNOWN -> throw unknown();
        };
    Expression.Right.Reader right = expression.getRight();
    int second =
        switch (right.which()) {
          case VALUE -> right.getValue();
          case EXPRESSION -> evaluate(right.getExpression());
          case UNKNOWN -> throw unknown();
        };
    return Formula.apply(expression.getOpRaw(), first, second);
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException("an operand that is neither a value nor an expression");
  }
}
