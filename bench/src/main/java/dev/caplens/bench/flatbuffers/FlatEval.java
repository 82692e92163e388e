package dev.caplens.bench.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.caplens.bench.flatbuffers.schema.EvaluationResult;
import dev.caplens.bench.flatbuffers.schema.Expression;
import dev.caplens.bench.values.Formula;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Eval in FlatBuffers: an operand is an expression where that field is there, and a value where it
/// is not.
final class FlatEval extends FlatExchange<Formula> {

  private final Expression root = new Expression();
  private final EvaluationResult result = new EvaluationResult();

  FlatEval(List<Formula> formulas) {
    super(formulas);
  }

  @Override
  int build(Formula formula, FlatBufferBuilder target) {
    Formula left = formula.left().formula();
    Formula right = formula.right().formula();
    int leftAt = left == null ? 0 : build(left, target);
    int rightAt = right == null ? 0 : build(right, target);
    Expression.startExpression(target);
    if (left == null) {
      Expression.addLeftValue(target, formula.left().value());
    } else {
      Expression.addLeft(target, leftAt);
    }
    if (right == null) {
      Expression.addRightValue(target, formula.right().value());
    } else {
      Expression.addRight(target, rightAt);
    }
    Expression.addOp(target, formula.operation());
    return Expression.endExpression(target);
  }

  @Override
  int handle(ByteBuffer source, FlatBufferBuilder target) {
    return EvaluationResult.createEvaluationResult(target, (int) look(source));
  }

  @Override
  protected long check(ByteBuffer answer) {
    return EvaluationResult.getRootAsEvaluationResult(answer, result).value();
  }

  @Override
  protected long look(ByteBuffer request) {
    return evaluate(Expression.getRootAsExpression(request, root));
  }

  @Override
  protected long expected(Formula formula) {
    return formula.evaluate();
  }

  @Override
  public Formula decode(byte[] request) {
    return plain(Expression.getRootAsExpression(ByteBuffer.wrap(request)));
  }

  private static int evaluate(Expression expression) {
    @Nullable Expression left = expression.left();
    int first = left == null ? expression.leftValue() : evaluate(left);
    @Nullable Expression right = expression.right();
    int second = right == null ? expression.rightValue() : evaluate(right);
    return Formula.apply(expression.op(), first, second);
  }

  private static Formula plain(Expression source) {
    return new Formula(
        source.op(),
        operand(source.left(), source.leftValue()),
        operand(source.right(), source.rightValue()));
  }

  private static Formula.Operand operand(@Nullable Expression expression, int value) {
    return expression == null
        ? new Formula.Operand(value, null)
        : new Formula.Operand(0, plain(expression));
  }
}
