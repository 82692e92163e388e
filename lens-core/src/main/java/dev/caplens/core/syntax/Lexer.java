package dev.caplens.core.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts source text into statements, or into tokens where it holds only expressions.
///
/// The text is UTF-8 (a byte order mark may stand between tokens); names are ASCII. Text that is no
/// sequence of statements is one error at the furthest position that any rule reached.
public final class Lexer {

  /// How many blocks, parentheses and brackets of a schema may stand within each other. Far beyond
  /// any real schema, and far from the end of the stack.
  private static final int SCHEMA_DEPTH = 64;

  private final SourceBytes in;
  private final LiteralLexer literals;
  private final ErrorSink errors;
  private final int maxDepth;
  private int depth;
  private boolean tooDeep;

  private Lexer(byte[] source, int maxDepth, ErrorSink errors) {
    this.in = new SourceBytes(source);
    this.literals = new LiteralLexer(in);
    this.errors = errors;
    this.maxDepth = maxDepth;
  }

  /// The statements of `source`; none, and an error, where it does not lex.
  public static List<Statement> lex(byte[] source, ErrorSink errors) {
    Lexer lexer = new Lexer(source, SCHEMA_DEPTH, errors);
    return lexer.whole(lexer.statements());
  }

  /// The tokens of `source`, which holds expressions; none, and an error, where it does not lex.
  ///
  /// @param maxDepth how many parentheses and brackets may stand within each other; a level takes
  ///   less than a kilobyte of the stack
  public static List<Token> tokens(byte[] source, int maxDepth, ErrorSink errors) {
    Lexer lexer = new Lexer(source, maxDepth, errors);
    return lexer.whole(lexer.tokens());
  }

  private <T> List<T> whole(List<T> pieces) {
    if (in.atEnd()) {
      return pieces;
    }
    int at = in.furthest();
    errors.error(
        at, at, tooDeep ? "Nesting is too deep; at most " + maxDepth + " levels." : "Parse error.");
    return List.of();
  }

  private List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    skipSpace();
    for (int mark = in.at(); ; mark = in.at()) {
      Statement statement = statement();
      if (statement == null) {
        in.rewind(mark);
        return statements;
      }
      statements.add(statement);
      skipSpace();
    }
  }

  private @Nullable Statement statement() {
    int start = in.at();
    List<Token> tokens = tokens();
    if (in.accept(';')) {
      return new Statement(tokens, null, docComment(), start, in.at());
    }
    if (!in.accept('{') || !enter()) {
      return null;
    }
    String early = docComment();
    List<Statement> block = statements();
    depth--;
    if (!in.accept('}')) {
      return null;
    }
    String late = docComment();
    return new Statement(tokens, block, early != null ? early : late, start, in.at());
  }

  private boolean enter() {
    tooDeep |= depth == maxDepth;
    depth += tooDeep ? 0 : 1;
    return !tooDeep;
  }

  private List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    skipSpace();
    for (int mark = in.at(); ; mark = in.at()) {
      Token token = token();
      if (token == null) {
        in.rewind(mark);
        return tokens;
      }
      tokens.add(token);
      skipSpace();
    }
  }

  private @Nullable Token token() {
    int c = in.peek();
    if (Characters.startsName(c)) {
      return identifier();
    }
    if (Characters.isDigit(c)) {
      return literals.number();
    }
    if (Characters.isOperator(c)) {
      return operator();
    }
    return switch (c) {
      case '"' -> literals.text();
      case '`' -> literals.line();
      case '(' -> list(')');
      case '[' -> list(']');
      case 0xff, 0xfe, 0 -> foreign(c);
      default -> null;
    };
  }

  private Token identifier() {
    int start = in.at();
    while (Characters.continuesName(in.peek())) {
      in.advance();
    }
    return new Token.Identifier(in.ascii(start, in.at()), start, in.at());
  }

  private Token operator() {
    int start = in.at();
    while (Characters.isOperator(in.peek())) {
      in.advance();
    }
    return new Token.Operator(in.ascii(start, in.at()), start, in.at());
  }

  private @Nullable Token list(char close) {
    int start = in.at();
    in.advance();
    if (!enter()) {
      return null;
    }
    List<List<Token>> items = items();
    depth--;
    if (!in.accept(close)) {
      return null;
    }
    return close == ')'
        ? new Token.Parentheses(items, start, in.at())
        : new Token.Brackets(items, start, in.at());
  }

  private List<List<Token>> items() {
    List<List<Token>> items = new ArrayList<>();
    items.add(tokens());
    while (in.accept(',')) {
      items.add(tokens());
    }
    // Nothing at all is an empty list; nothing behind the last comma is a trailing comma.
    if (items.getLast().isEmpty()) {
      items.removeLast();
    }
    return items;
  }

  private @Nullable Token foreign(int first) {
    int start = in.at();
    in.advance();
    if (first == 0 || in.accept(first ^ 1)) {
      errors.error(
          start, in.at(), "Non-UTF-8 input detected. Cap'n Proto schema files must be UTF-8 text.");
    }
    return null;
  }

  private void skipSpace() {
    for (; ; ) {
      while (Characters.isSpace(in.peek())) {
        in.advance();
      }
      int mark = in.at();
      if (!byteOrderMark() && !comment()) {
        in.rewind(mark);
        return;
      }
    }
  }

  private boolean byteOrderMark() {
    return in.accept(0xef) && in.accept(0xbb) && in.accept(0xbf);
  }

  private boolean comment() {
    if (!in.accept('#')) {
      return false;
    }
    skipLine();
    in.accept('\n');
    return true;
  }

  private void skipLine() {
    while (!in.atEnd() && in.peek() != '\n') {
      in.advance();
    }
  }

  /// Comment lines that follow with at most one line break, and no blank line, between.
  private @Nullable String docComment() {
    int mark = in.at();
    skipLineSpace();
    if (!in.accept('\n') && in.accept('\r')) {
      in.accept('\n');
    }
    StringBuilder text = new StringBuilder();
    int end = in.at();
    for (skipLineSpace(); in.accept('#'); skipLineSpace()) {
      in.accept(' ');
      int start = in.at();
      skipLine();
      text.append(new String(in.slice(start, in.at()), StandardCharsets.UTF_8)).append('\n');
      in.accept('\n');
      end = in.at();
    }
    in.rewind(text.isEmpty() ? mark : end);
    return text.isEmpty() ? null : text.toString();
  }

  private void skipLineSpace() {
    while (Characters.isLineSpace(in.peek())) {
      in.advance();
    }
  }
}
