package dev.caplens.core.syntax;

import java.util.List;

/// The smallest piece of source text; parentheses and brackets hold the tokens between them.
public sealed interface Token extends Span {

  record Identifier(String text, int start, int end) implements Token {}

  /// A double-quoted text or a line behind a back tick. Its bytes are usually, but need not be,
  /// UTF-8.
  record Text(byte[] bytes, int start, int end) implements Token {}

  /// `0x"de ad"`.
  record Binary(byte[] bytes, int start, int end) implements Token {}

  /// An unsigned integer; what exceeds 64 bits is cut off.
  record Integer(long value, int start, int end) implements Token {}

  record Decimal(double value, int start, int end) implements Token {}

  record Operator(String text, int start, int end) implements Token {}

  record Parentheses(List<List<Token>> items, int start, int end) implements Token {}

  record Brackets(List<List<Token>> items, int start, int end) implements Token {}
}
