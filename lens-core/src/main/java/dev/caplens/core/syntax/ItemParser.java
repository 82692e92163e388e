package dev.caplens.core.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Parses each item of a list in parentheses or brackets by itself, so that one bad item hides no
/// other.
public record ItemParser(ErrorSink errors) {

  /// Parses the items; one that fails is reported and replaced by `substitute`.
  public <T> List<T> parse(
      List<List<Token>> items, Token list, TokenCursor.Rule<T> rule, Supplier<T> substitute) {
    List<T> results = new ArrayList<>();
    for (List<Token> item : items) {
      TokenCursor in = new TokenCursor(item);
      T result = rule.parse(in);
      if (result == null || !in.atEnd()) {
        report(item, in, list);
        result = substitute.get();
      }
      results.add(result);
    }
    return results;
  }

  private void report(List<Token> item, TokenCursor in, Token list) {
    if (item.isEmpty()) {
      errors.error(list.start(), list.end(), "Parse error: Empty list item.");
      return;
    }
    Token failure = in.failure();
    int start = failure == null ? item.getFirst().start() : failure.start();
    errors.error(start, item.getLast().end(), "Parse error.");
  }
}
