// Eval through Cap'n Proto's own library; the values are those of Formula.java.
#include "eval.capnp.h"
#include "exchange.h"

namespace {

using namespace eval;

constexpr int DEPTH = 8;

struct Formula;

struct Operand {
  int value;
  std::shared_ptr<Formula> formula;
};

struct Formula {
  int operation;
  Operand left, right;
};

Formula formulaOf(Dice& dice, int depth);

Operand operandOf(Dice& dice, int depth) {
  if (dice.below(DEPTH) < depth) return {1 + dice.below(128), nullptr};
  return {0, std::make_shared<Formula>(formulaOf(dice, depth + 1))};
}

Formula formulaOf(Dice& dice, int depth) {
  int operation = dice.below(5);
  Operand left = operandOf(dice, depth);
  Operand right = operandOf(dice, depth);
  return {operation, left, right};
}

// Overflow wraps, as in Java.
int32_t apply(int operation, int32_t left, int32_t right) {
  auto a = static_cast<uint32_t>(left);
  auto b = static_cast<uint32_t>(right);
  switch (operation) {
    case 0: return static_cast<int32_t>(a + b);
    case 1: return static_cast<int32_t>(a - b);
    case 2: return static_cast<int32_t>(a * b);
    case 3: return right == 0 || right == -1 ? left : left / right;
    case 4: return right == 0 || right == -1 ? 0 : left % right;
  }
  exit(1);
}

int32_t expectedOf(const Formula& formula);

int32_t expectedOf(const Operand& operand) {
  return operand.formula ? expectedOf(*operand.formula) : operand.value;
}

int32_t expectedOf(const Formula& formula) {
  return apply(formula.operation, expectedOf(formula.left), expectedOf(formula.right));
}

int32_t evaluate(Expression::Reader expression) {
  auto left = expression.getLeft();
  int32_t first = left.isValue() ? left.getValue() : evaluate(left.getExpression());
  auto right = expression.getRight();
  int32_t second = right.isValue() ? right.getValue() : evaluate(right.getExpression());
  return apply(static_cast<int>(expression.getOp()), first, second);
}

struct Eval {
  using Value = Formula;
  using Request = Expression;
  using Answer = EvaluationResult;

  static std::vector<Value> values(uint64_t seed) {
    Dice dice(seed);
    std::vector<Value> formulas;
    for (int i = 0; i < 64; i++) formulas.push_back(formulaOf(dice, 0));
    return formulas;
  }

  static void fill(const Formula& formula, Expression::Builder target) {
    target.setOp(static_cast<Operation>(formula.operation));
    if (formula.left.formula) {
      fill(*formula.left.formula, target.getLeft().initExpression());
    } else {
      target.getLeft().setValue(formula.left.value);
    }
    if (formula.right.formula) {
      fill(*formula.right.formula, target.getRight().initExpression());
    } else {
      target.getRight().setValue(formula.right.value);
    }
  }

  static void handle(Expression::Reader source, EvaluationResult::Builder target) {
    target.setValue(evaluate(source));
  }

  static int64_t check(EvaluationResult::Reader answer) { return answer.getValue(); }

  static int64_t look(Expression::Reader source) { return evaluate(source); }

  static int64_t expected(const Formula& formula) { return expectedOf(formula); }
};

}  // namespace

int main(int argc, char** argv) { return run<Eval>(argc, argv); }
