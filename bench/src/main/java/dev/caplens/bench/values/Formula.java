package dev.caplens.bench.values;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request of Eval: a tree of operations.
///
/// @param operation 0 add, 1 subtract, 2 multiply, 3 divide, 4 modulus
/// @param left what stands on the left
/// @param right what stands on the right
public record Formula(int operation, Operand left, Operand right) {

  private static final int DEPTH = 8;
  private static final int OPERATIONS = 5;

  /// A number, or a formula of its own.
  ///
  /// @param value the number where there is no formula
  /// @param formula the formula, or null
  public record Operand(int value, @Nullable Formula formula) {

    private int evaluate() {
      return formula == null ? value : formula.evaluate();
    }
  }

  /// That many formulas; the order of the dice is that of `eval.c++`.
  public static List<Formula> list(int count, long seed) {
    Dice dice = new Dice(seed);
    List<Formula> formulas = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      formulas.add(of(dice, 0));
    }
    return List.copyOf(formulas);
  }

  /// What the answer has to say.
  public int evaluate() {
    return apply(operation, left.evaluate(), right.evaluate());
  }

  /// One operation. What is not defined, or overflows, is as in `eval.c++`.
  public static int apply(int operation, int left, int right) {
    return switch (operation) {
      case 0 -> left + right;
      case 1 -> left - right;
      case 2 -> left * right;
      case 3 -> right == 0 || right == -1 ? left : left / right;
      case 4 -> right == 0 || right == -1 ? 0 : left % right;
      default -> throw new IllegalArgumentException("operation: expected 0 to 4, got " + operation);
    };
  }

  private static Formula of(Dice dice, int depth) {
    int operation = dice.below(OPERATIONS);
    Operand left = operand(dice, depth);
    Operand right = operand(dice, depth);
    return new Formula(operation, left, right);
  }

  private static Operand operand(Dice dice, int depth) {
    return dice.below(DEPTH) < depth
        ? new Operand(1 + dice.below(128), null)
        : new Operand(0, of(dice, depth + 1));
  }
}
