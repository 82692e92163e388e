package dev.caplens.bench.messages;

import dev.caplens.bench.proto.BenchProto.EvaluationResult;
import dev.caplens.bench.proto.BenchProto.Expression;
import dev.caplens.bench.proto.BenchProto.Operation;
import dev.caplens.bench.values.Formula;
import java.util.List;

/// Eval in Protocol Buffers: operands are `oneof`s.
final class ProtoEval extends ProtoExchange<Formula, Expression, EvaluationResult> {

  ProtoEval(List<Formula> formulas) {
    super(formulas, Expression.parser(), EvaluationResult.parser());
  }

  @Override
  Expression build(Formula formula) {
    Expression.Builder target = Expression.newBuilder();
    fill(formula, target);
    return target.build();
  }

  @Override
  EvaluationResult handle(Expression request) {
    return EvaluationResult.newBuilder().setValue(evaluate(request)).build();
  }

  @Override
  long found(EvaluationResult answer) {
    return answer.getValue();
  }

  @Override
  long seen(Expression request) {
    return evaluate(request);
  }

  @Override
  protected long expected(Formula formula) {
    return formula.evaluate();
  }

  @Override
  Formula plain(Expression request) {
    Formula.Operand left =
        request.hasLeftExpression()
            ? new Formula.Operand(0, plain(request.getLeftExpression()))
            : new Formula.Operand(request.getLeftValue(), null);
    Formula.Operand right =
        request.hasRightExpression()
            ? new Formula.Operand(0, plain(request.getRightExpression()))
            : new Formula.Operand(request.getRightValue(), null);
    return new Formula(request.getOpValue(), left, right);
  }

  private static void fill(Formula formula, Expression.Builder target) {
    target.setOp(Operation.forNumber(formula.operation()));
    Formula left = formula.left().formula();
    if (left == null) {
      target.setLeftValue(formula.left().value());
    } else {
      fill(left, target.getLeftExpressionBuilder());
    }
    Formula right = formula.right().formula();
    if (right == null) {
      target.setRightValue(formula.right().value());
    } else {
      fill(right, target.getRightExpressionBuilder());
    }
  }

  private static int evaluate(Expression expression) {
    int left =
        switch (expression.getLeftCase()) {
          case LEFT_VALUE -> expression.getLeftValue();
          case LEFT_EXPRESSION -> evaluate(expression.getLeftExpression());
          case LEFT_NOT_SET -> throw unknown();
        };
    int right =
        switch (expression.getRightCase()) {
          case RIGHT_VALUE -> expression.getRightValue();
          case RIGHT_EXPRESSION -> evaluate(expression.getRightExpression());
          case RIGHT_NOT_SET -> throw unknown();
        };
    return Formula.apply(expression.getOpValue(), left, right);
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException("an operand that is neither a value nor an expression");
  }
}
