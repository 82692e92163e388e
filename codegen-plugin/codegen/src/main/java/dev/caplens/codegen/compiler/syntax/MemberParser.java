package dev.caplens.codegen.compiler.syntax;

import dev.caplens.codegen.compiler.syntax.Declaration.Body;
import dev.caplens.codegen.compiler.syntax.Declaration.Header;
import dev.caplens.codegen.compiler.syntax.Declaration.Parameters;
import dev.caplens.codegen.compiler.syntax.DeclarationParser.Level;
import dev.caplens.codegen.compiler.syntax.DeclarationParser.Parsed;
import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.ExpressionParser;
import dev.caplens.core.syntax.ItemParser;
import dev.caplens.core.syntax.Name;
import dev.caplens.core.syntax.Number;
import dev.caplens.core.syntax.Token;
import dev.caplens.core.syntax.TokenCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The grammar of what stands in structs, enums and interfaces: fields, unions, groups, enumerants,
/// methods.
final class MemberParser {

  private static final String EARLY_ADOPTER =
      "As of Cap'n Proto v0.3, it is no longer necessary to assign numbers to unions. However, "
          + "removing the number will break binary compatibility. If this is an old protocol and you "
          + "need to retain compatibility, please add an exclamation point after the number to "
          + "indicate that it is really needed, e.g. `foo @1! :union {`. If this is a new protocol or "
          + "compatibility doesn't matter, just remove the @n entirely. Sorry for the inconvenience, "
          + "and thanks for being an early adopter!  :)";

  private final ExpressionParser expressions;
  private final AnnotationParser annotations;
  private final ItemParser items;
  private final ErrorSink errors;

  MemberParser(ExpressionParser expressions, ErrorSink errors) {
    this.expressions = expressions;
    this.annotations = new AnnotationParser(expressions);
    this.items = new ItemParser(errors);
    this.errors = errors;
  }

  @Nullable Parsed enumerant(TokenCursor in) {
    Name name = in.identifier();
    Number ordinal = name == null ? null : ordinal(in);
    if (name == null || ordinal == null) {
      return null;
    }
    return new Parsed(member(name, ordinal, List.of(), in), new Body.Enumerant(), null);
  }

  @Nullable Parsed field(TokenCursor in) {
    Name name = in.identifier();
    Number ordinal = name == null ? null : ordinal(in);
    if (name == null || ordinal == null || !in.operator(":")) {
      return null;
    }
    Expression type = expressions.expression(in);
    if (type == null) {
      return null;
    }
    Expression value = defaultValue(in);
    return new Parsed(member(name, ordinal, List.of(), in), new Body.Field(type, value), null);
  }

  @Nullable Parsed group(TokenCursor in) {
    Name name = in.identifier();
    if (name == null || !in.operator(":") || !in.keyword("group")) {
      return null;
    }
    return new Parsed(member(name, null, List.of(), in), new Body.Group(), Level.STRUCT);
  }

  @Nullable Parsed union(TokenCursor in) {
    Parsed named = in.optional(this::namedUnion);
    if (named != null) {
      return named;
    }
    if (!in.keyword("union") || !in.atEnd()) {
      return null;
    }
    Name place = new Name("", in.last().start(), in.last().end());
    return new Parsed(Header.of(place), new Body.Union(), Level.STRUCT);
  }

  private @Nullable Parsed namedUnion(TokenCursor in) {
    Name name = in.identifier();
    if (name == null) {
      return null;
    }
    Number ordinal = in.optional(this::ordinal);
    boolean exclamation = ordinal == null || isNext("!", in);
    boolean colon = ordinal == null ? in.operator(":") : isNext(":", in);
    if ((ordinal == null && !colon) || !in.keyword("union")) {
      return null;
    }
    Header header = member(name, ordinal, List.of(), in);
    if (ordinal != null && !exclamation) {
      errors.errorOn(ordinal, EARLY_ADOPTER);
    }
    if (ordinal != null && !colon) {
      errors.errorOn(
          ordinal,
          "As of Cap'n Proto v0.3, the 'union' keyword should be prefixed with a colon for named "
              + "unions, e.g. `foo :union {`.");
    }
    return new Parsed(header, new Body.Union(), Level.STRUCT);
  }

  @Nullable Parsed method(TokenCursor in) {
    Name name = in.identifier();
    Number ordinal = name == null ? null : ordinal(in);
    if (name == null || ordinal == null) {
      return null;
    }
    List<Name> implicit = in.optional(this::implicitParameters);
    Parameters parameters = parameters(in);
    if (parameters == null) {
      return null;
    }
    Parameters results = in.optional(cursor -> cursor.operator("->") ? parameters(cursor) : null);
    Header header = member(name, ordinal, implicit == null ? List.of() : implicit, in);
    return new Parsed(header, new Body.Method(parameters, results), null);
  }

  private @Nullable List<Name> implicitParameters(TokenCursor in) {
    return in.take() instanceof Token.Brackets list
        ? items.parse(list.items(), list, TokenCursor::identifier, () -> Name.NONE)
        : null;
  }

  private @Nullable Parameters parameters(TokenCursor in) {
    Parameters named = in.optional(this::namedParameters);
    if (named != null) {
      return named;
    }
    Parameters stream =
        in.optional(cursor ->
            cursor.keyword("stream")
                ? new Parameters.Stream(cursor.last().start(), cursor.last().end())
                : null);
    if (stream != null) {
      return stream;
    }
    Expression type = expressions.expression(in);
    return type == null ? null : new Parameters.Whole(type);
  }

  private @Nullable Parameters namedParameters(TokenCursor in) {
    return in.take() instanceof Token.Parentheses list
        ? new Parameters.Named(
            items.parse(list.items(), list, this::parameter, MemberParser::noParameter),
            list.start(),
            list.end())
        : null;
  }

  private Declaration.@Nullable Parameter parameter(TokenCursor in) {
    int start = in.position();
    Name name = in.identifier();
    Expression type = name != null && in.operator(":") ? expressions.expression(in) : null;
    if (name == null || type == null) {
      return null;
    }
    Expression value = defaultValue(in);
    List<Declaration.Application> annotations = in.many(this.annotations::annotation);
    return new Declaration.Parameter(name, type, value, annotations, start, in.last().end());
  }

  private static Declaration.Parameter noParameter() {
    return new Declaration.Parameter(Name.NONE, ExpressionParser.unknown(), null, List.of(), 0, 0);
  }

  private @Nullable Expression defaultValue(TokenCursor in) {
    return in.optional(cursor -> cursor.operator("=") ? expressions.expression(cursor) : null);
  }

  private Header member(
      Name name, @Nullable Number ordinal, List<Name> parameters, TokenCursor in) {
    return new Header(name, null, ordinal, parameters, in.many(annotations::annotation));
  }

  private static boolean isNext(String symbol, TokenCursor in) {
    return in.optional(cursor -> cursor.operator(symbol) ? symbol : null) != null;
  }

  private @Nullable Number ordinal(TokenCursor in) {
    Number ordinal = in.operator("@") ? in.integer() : null;
    if (ordinal != null && Long.compareUnsigned(ordinal.value(), 65535) > 0) {
      errors.errorOn(ordinal, "Ordinals cannot be greater than 65535.");
    }
    return ordinal;
  }
}
