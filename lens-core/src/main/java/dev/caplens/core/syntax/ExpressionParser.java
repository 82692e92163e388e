package dev.caplens.core.syntax;

import dev.caplens.core.syntax.Expression.Parameter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The grammar of expressions: types, values and names.
public final class ExpressionParser {

  private final ItemParser items;

  /// @param errors takes what does not parse inside of brackets and parentheses
  public ExpressionParser(ErrorSink errors) {
    this.items = new ItemParser(errors);
  }

  /// The expression that starts here; null where none does. More tokens may follow it.
  public @Nullable Expression expression(TokenCursor in) {
    Expression result = in.optional(this::primary);
    if (result == null) {
      return null;
    }
    for (; ; ) {
      Expression inner = result;
      Expression outer = in.optional(cursor -> suffix(inner, cursor));
      if (outer == null) {
        return result;
      }
      result = outer;
    }
  }

  private @Nullable Expression primary(TokenCursor in) {
    return switch (in.take()) {
      case Token.Integer(long value, int start, int end) ->
          new Expression.PositiveInteger(value, start, end);
      case Token.Decimal(double value, int start, int end) ->
          new Expression.Decimal(value, start, end);
      case Token.Text text -> texts(text, in);
      case Token.Binary(byte[] bytes, int start, int end) ->
          new Expression.Binary(bytes, start, end);
      case Token.Brackets list ->
          new Expression.ListLiteral(
              items.parse(list.items(), list, this::expression, ExpressionParser::unknown),
              list.start(),
              list.end());
      case Token.Parentheses list -> tuple(list);
      case Token.Operator operator -> prefixed(operator, in);
      case Token.Identifier identifier -> named(identifier, in);
      case null -> null;
    };
  }

  /// Texts that follow one another are one text; so several lines with back ticks are a block.
  private Expression texts(Token.Text first, TokenCursor in) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(first.bytes());
    int end = first.end();
    for (Token.Text more : in.many(cursor -> cursor.take() instanceof Token.Text t ? t : null)) {
      bytes.writeBytes(more.bytes());
      end = more.end();
    }
    return new Expression.Text(bytes.toByteArray(), first.start(), end);
  }

  private Expression tuple(Token.Parentheses list) {
    List<Parameter> members = parameters(list);
    if (members.size() == 1 && members.getFirst().name() == null) {
      return members.getFirst().value();
    }
    return new Expression.Tuple(members, list.start(), list.end());
  }

  private List<Parameter> parameters(Token.Parentheses list) {
    return items.parse(list.items(), list, this::parameter, () -> new Parameter(null, unknown()));
  }

  private @Nullable Parameter parameter(TokenCursor in) {
    Name name =
        in.optional(cursor -> {
          Name identifier = cursor.identifier();
          return identifier != null && cursor.operator("=") ? identifier : null;
        });
    Expression value = expression(in);
    return value == null ? null : new Parameter(name, value);
  }

  private static @Nullable Expression prefixed(Token.Operator operator, TokenCursor in) {
    return switch (operator.text()) {
      case "-" ->
          switch (in.take()) {
            case Token.Integer(long value, int start, int end) ->
                new Expression.NegativeInteger(value, start, end);
            case Token.Decimal(double value, int start, int end) ->
                new Expression.Decimal(-value, start, end);
            case Token.Identifier(String text, int start, int end) when text.equals("inf") ->
                new Expression.Decimal(Double.NEGATIVE_INFINITY, operator.start(), end);
            case null, default -> null;
          };
      case "." -> {
        Name name = in.identifier();
        yield name == null ? null : new Expression.AbsoluteName(name, operator.start(), name.end());
      }
      default -> null;
    };
  }

  private static Expression named(Token.Identifier word, TokenCursor in) {
    boolean imports = word.text().equals("import");
    if (imports || word.text().equals("embed")) {
      Name path = in.optional(TokenCursor::path);
      if (path != null) {
        return imports
            ? new Expression.Import(path, word.start(), path.end())
            : new Expression.Embed(path, word.start(), path.end());
      }
    }
    return new Expression.RelativeName(new Name(word.text(), word.start(), word.end()));
  }

  private @Nullable Expression suffix(Expression inner, TokenCursor in) {
    return switch (in.take()) {
      case Token.Operator(String text, int start, int end) when text.equals(".") -> {
        Name name = in.identifier();
        yield name == null ? null : new Expression.Member(inner, name, inner.start(), name.end());
      }
      case Token.Parentheses list ->
          new Expression.Application(inner, parameters(list), inner.start(), list.end());
      case null, default -> null;
    };
  }

  /// What stands for an expression that did not parse.
  public static Expression unknown() {
    return new Expression.Unknown(0, 0);
  }
}
