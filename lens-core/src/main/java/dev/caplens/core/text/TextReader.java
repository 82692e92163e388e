package dev.caplens.core.text;

import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.ExpressionParser;
import dev.caplens.core.syntax.Lexer;
import dev.caplens.core.syntax.Token;
import dev.caplens.core.syntax.TokenCursor;
import java.util.List;
import java.util.function.Consumer;

/// Reads one text.
final class TextReader {

  private final byte[] text;
  private final Problems problems;

  TextReader(byte[] text, Consumer<TextProblem> problems) {
    this.text = text;
    this.problems = new Problems(text, problems);
  }

  /// Gives every problem its line.
  private static final class Problems implements ErrorSink {

    private final byte[] text;
    private final Consumer<TextProblem> target;
    private boolean any;

    Problems(byte[] text, Consumer<TextProblem> target) {
      this.text = text;
      this.target = target;
    }

    @Override
    public void error(int startByte, int endByte, String message) {
      any = true;
      target.accept(TextProblem.at(text, startByte, endByte, message));
    }

    @Override
    public boolean hadErrors() {
      return any;
    }
  }

  void read(DynamicStruct.Builder target) {
    List<Token> tokens = Lexer.tokens(text, TextFormat.MAX_DEPTH, problems);
    if (problems.hadErrors()) {
      return;
    }
    TokenCursor in = new TokenCursor(tokens);
    Expression value = new ExpressionParser(problems).expression(in);
    if (value == null) {
      Token failure = in.failure();
      if (failure == null) {
        problems.error(text.length, text.length, "Premature EOF; expected a struct.");
      } else {
        problems.errorOn(failure, "Parse error.");
      }
    } else if (!in.atEnd()) {
      problems.error(in.position(), tokens.getLast().end(), "Extra tokens in input.");
    } else if (value instanceof Expression.Tuple fields) {
      new ValueReader(problems).fields(fields, target);
    } else {
      problems.errorOn(value, "Input does not contain a struct.");
    }
  }
}
