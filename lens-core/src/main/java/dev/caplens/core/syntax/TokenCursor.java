package dev.caplens.core.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A reading position in a list of tokens that remembers how far any attempt got.
///
/// Every rule takes its tokens with [#take], even one that it then refuses; a parse error is
/// reported behind the furthest token that any rule looked at. That is how the reference compiler
/// finds the place.
public final class TokenCursor {

  /// Something that can be parsed; null where it does not fit, at any position.
  public interface Rule<T> {
    @Nullable T parse(TokenCursor in);
  }

  private final List<Token> tokens;
  private int at;
  private int furthest;

  public TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  public boolean atEnd() {
    return at == tokens.size();
  }

  /// The position behind which parsing failed; null if all tokens were looked at.
  public @Nullable Token failure() {
    return furthest < tokens.size() ? tokens.get(furthest) : null;
  }

  /// Where the last token ends; `otherwise` where there is none.
  public int end(int otherwise) {
    return tokens.isEmpty() ? otherwise : tokens.getLast().end();
  }

  public @Nullable Token take() {
    if (atEnd()) {
      return null;
    }
    furthest = Math.max(furthest, at + 1);
    return tokens.get(at++);
  }

  /// The token taken last.
  public Token last() {
    return tokens.get(at - 1);
  }

  /// Where the next token starts; at the end, where the last one ended.
  public int position() {
    return atEnd() ? end(0) : tokens.get(at).start();
  }

  public <T> @Nullable T optional(Rule<T> rule) {
    int mark = at;
    T result = rule.parse(this);
    if (result == null) {
      at = mark;
    }
    return result;
  }

  public <T> List<T> many(Rule<T> rule) {
    List<T> results = new ArrayList<>();
    for (T next = optional(rule); next != null; next = optional(rule)) {
      results.add(next);
    }
    return results;
  }

  public boolean keyword(String word) {
    return take() instanceof Token.Identifier(String text, int start, int end) && text.equals(word);
  }

  public boolean operator(String symbol) {
    return take() instanceof Token.Operator(String text, int start, int end) && text.equals(symbol);
  }

  public @Nullable Name identifier() {
    return take() instanceof Token.Identifier(String text, int start, int end)
        ? new Name(text, start, end)
        : null;
  }

  /// The path of an import.
  public @Nullable Name path() {
    return take() instanceof Token.Text(byte[] bytes, int start, int end)
        ? new Name(new String(bytes, StandardCharsets.UTF_8), start, end)
        : null;
  }

  public @Nullable Number integer() {
    return take() instanceof Token.Integer(long value, int start, int end)
        ? new Number(value, start, end)
        : null;
  }
}
