package dev.caplens.bench.messages;

import dev.caplens.bench.capnproto.Eval.EvaluationResult;
import dev.caplens.bench.capnproto.Eval.Expression;
import dev.caplens.bench.capnproto.Eval.Operation;
import dev.caplens.bench.values.Formula;
import java.util.List;

/// Eval through `org.capnproto:runtime`: a tree of small structs, whose operands are unions in
/// groups.
final class PeerEval
    extends PeerExchange<
        Formula,
        Expression.Reader,
        Expression.Builder,
        EvaluationResult.Reader,
        EvaluationResult.Builder> {

  private static final Operation[] OPERATIONS = Operation.values();

  PeerEval(List<Formula> formulas) {
    super(formulas, Expression.factory, EvaluationResult.factory);
  }

  @Override
  void fill(Formula formula, Expression.Builder target) {
    target.setOp(OPERATIONS[formula.operation()]);
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

  private static int evaluate(Expression.Reader expression) {
    Expression.Left.Reader left = expression.getLeft();
    int first =
        switch (left.which()) {
          case VALUE -> left.getValue();
          case EXPRESSION -> evaluate(left.getExpression());
          case _NOT_IN_SCHEMA -> throw unknown();
        };
    Expression.Right.Reader right = expression.getRight();
    int second =
        switch (right.which()) {
          case VALUE -> right.getValue();
          case EXPRESSION -> evaluate(right.getExpression());
          case _NOT_IN_SCHEMA -> throw unknown();
        };
    return Formula.apply(expression.getOp().ordinal(), first, second);
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException("an operand that is neither a value nor an expression");
  }
}
