package dev.caplens.codegen.compiler.syntax;

import dev.caplens.codegen.compiler.syntax.Declaration.Body;
import dev.caplens.codegen.compiler.syntax.Declaration.Header;
import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.ExpressionParser;
import dev.caplens.core.syntax.ItemParser;
import dev.caplens.core.syntax.Name;
import dev.caplens.core.syntax.Number;
import dev.caplens.core.syntax.Statement;
import dev.caplens.core.syntax.Token;
import dev.caplens.core.syntax.TokenCursor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The grammar of declarations, tried in a fixed order: what an attempt reports stays reported, as
/// in the reference.
final class DeclarationParser {

  /// Where a statement stands, which decides what it may be.
  enum Level {
    FILE,
    ENUM,
    STRUCT,
    INTERFACE
  }

  /// A declaration without its block.
  ///
  /// @param members what may stand in the block; null where a semicolon is due
  record Parsed(Header header, Body body, @Nullable Level members) {}

  private final ExpressionParser expressions;
  private final AnnotationParser annotations;
  private final MemberParser members;
  private final ItemParser items;
  private final ErrorSink errors;

  DeclarationParser(ErrorSink errors) {
    this.expressions = new ExpressionParser(errors);
    this.annotations = new AnnotationParser(expressions);
    this.members = new MemberParser(expressions, errors);
    this.items = new ItemParser(errors);
    this.errors = errors;
  }

  /// The declaration that a statement makes, with its nested ones; null, and an error, where it
  /// makes none.
  @Nullable Declaration parse(Statement statement, Level level) {
    TokenCursor in = new TokenCursor(statement.tokens());
    Parsed parsed = parse(in, level);
    if (parsed == null || !in.atEnd()) {
      Token failure = in.failure();
      int at = failure == null ? in.end(statement.start()) : failure.start();
      errors.error(at, at, "Parse error.");
      return null;
    }
    List<Declaration> nested = nested(statement, parsed.members());
    return new Declaration(
        parsed.header(),
        parsed.body(),
        nested,
        statement.docComment(),
        statement.start(),
        statement.end());
  }

  private List<Declaration> nested(Statement statement, @Nullable Level level) {
    List<Statement> block = statement.block();
    List<Declaration> nested = new ArrayList<>();
    if (block == null && level != null) {
      errors.error(
          statement.start(),
          statement.end(),
          "This statement should end with a block, not a semicolon.");
    } else if (block != null && level == null) {
      errors.error(
          statement.start(),
          statement.end(),
          "This statement should end with a semicolon, not a block.");
    } else if (block != null && level != null) {
      for (Statement member : block) {
        Declaration declaration = parse(member, level);
        if (declaration != null) {
          nested.add(declaration);
        }
      }
    }
    return nested;
  }

  private @Nullable Parsed parse(TokenCursor in, Level level) {
    return switch (level) {
      case FILE -> first(in, List.of(this::generic, this::nakedId, this::nakedAnnotation));
      case ENUM -> in.optional(members::enumerant);
      case STRUCT ->
          first(in, List.of(members::union, members::field, members::group, this::generic));
      case INTERFACE -> first(in, List.of(members::method, this::generic));
    };
  }

  private @Nullable Parsed generic(TokenCursor in) {
    return first(
        in,
        List.of(
            this::using,
            this::constant,
            this::annotation,
            this::enumeration,
            this::struct,
            this::interfaces));
  }

  private static @Nullable Parsed first(TokenCursor in, List<TokenCursor.Rule<Parsed>> rules) {
    for (TokenCursor.Rule<Parsed> rule : rules) {
      Parsed parsed = in.optional(rule);
      if (parsed != null) {
        return parsed;
      }
    }
    return null;
  }

  private @Nullable Parsed using(TokenCursor in) {
    if (!in.keyword("using")) {
      return null;
    }
    Name alias =
        in.optional(cursor -> {
          Name name = cursor.identifier();
          return name != null && cursor.operator("=") ? name : null;
        });
    Expression target = expressions.expression(in);
    if (target == null) {
      return null;
    }
    if (alias == null && target instanceof Expression.Member member) {
      alias = member.name();
    } else if (alias == null) {
      errors.errorOn(
          target,
          "'using' declaration without '=' must specify a named declaration from a different "
              + "scope.");
    }
    return new Parsed(Header.of(alias == null ? Name.NONE : alias), new Body.Using(target), null);
  }

  private @Nullable Parsed constant(TokenCursor in) {
    Name name = in.keyword("const") ? in.identifier() : null;
    if (name == null) {
      return null;
    }
    Number id = in.optional(this::id);
    Expression type = in.operator(":") ? expressions.expression(in) : null;
    Expression value = type != null && in.operator("=") ? expressions.expression(in) : null;
    if (type == null || value == null) {
      return null;
    }
    return new Parsed(header(name, id, List.of(), in), new Body.Const(type, value), null);
  }

  private @Nullable Parsed annotation(TokenCursor in) {
    Name name = in.keyword("annotation") ? in.identifier() : null;
    if (name == null) {
      return null;
    }
    Number id = in.optional(this::id);
    if (!(in.take() instanceof Token.Parentheses list)) {
      return null;
    }
    List<Name> names = items.parse(list.items(), list, DeclarationParser::target, () -> Name.NONE);
    Expression type = in.operator(":") ? expressions.expression(in) : null;
    if (type == null) {
      return null;
    }
    Header header = header(name, id, List.of(), in);
    return new Parsed(header, new Body.Annotation(type, targets(names)), null);
  }

  private static @Nullable Name target(TokenCursor in) {
    Name name = in.optional(TokenCursor::identifier);
    if (name != null) {
      return name;
    }
    return in.operator("*") ? new Name("*", in.last().start(), in.last().end()) : null;
  }

  private Set<AnnotationTarget> targets(List<Name> names) {
    Set<AnnotationTarget> targets = EnumSet.noneOf(AnnotationTarget.class);
    for (Name name : names) {
      if (name == Name.NONE) {
        continue;
      }
      AnnotationTarget target = AnnotationTarget.named(name.text());
      if (name.text().equals("*")) {
        if (names.size() > 1) {
          errors.errorOn(name, "Wildcard should not be specified together with other targets.");
        }
        targets.addAll(EnumSet.allOf(AnnotationTarget.class));
      } else if (target == null) {
        errors.errorOn(name, "Not a valid annotation target.");
      } else if (!targets.add(target)) {
        errors.errorOn(name, "Duplicate target specification.");
      }
    }
    return targets;
  }

  private @Nullable Parsed enumeration(TokenCursor in) {
    Name name = in.keyword("enum") ? in.identifier() : null;
    if (name == null) {
      return null;
    }
    Number id = in.optional(this::id);
    return new Parsed(header(name, id, List.of(), in), new Body.Enum(), Level.ENUM);
  }

  private @Nullable Parsed struct(TokenCursor in) {
    Name name = in.keyword("struct") ? in.identifier() : null;
    if (name == null) {
      return null;
    }
    Number id = in.optional(this::id);
    List<Name> parameters = genericParameters(in);
    return new Parsed(header(name, id, parameters, in), new Body.Struct(), Level.STRUCT);
  }

  private @Nullable Parsed interfaces(TokenCursor in) {
    Name name = in.keyword("interface") ? in.identifier() : null;
    if (name == null) {
      return null;
    }
    Number id = in.optional(this::id);
    List<Name> parameters = genericParameters(in);
    List<Expression> superclasses = in.optional(this::superclasses);
    Body body = new Body.Interface(superclasses == null ? List.of() : superclasses);
    return new Parsed(header(name, id, parameters, in), body, Level.INTERFACE);
  }

  private @Nullable List<Expression> superclasses(TokenCursor in) {
    return in.keyword("extends") && in.take() instanceof Token.Parentheses list
        ? items.parse(list.items(), list, expressions::expression, ExpressionParser::unknown)
        : null;
  }

  private List<Name> genericParameters(TokenCursor in) {
    List<Name> names =
        in.optional(cursor ->
            cursor.take() instanceof Token.Parentheses list
                ? items.parse(list.items(), list, TokenCursor::identifier, () -> Name.NONE)
                : null);
    return names == null ? List.of() : names;
  }

  private @Nullable Parsed nakedId(TokenCursor in) {
    Number id = id(in);
    return id == null ? null : new Parsed(Header.of(Name.NONE), new Body.NakedId(id), null);
  }

  private @Nullable Parsed nakedAnnotation(TokenCursor in) {
    Declaration.Application application = annotations.annotation(in);
    return application == null
        ? null
        : new Parsed(Header.of(Name.NONE), new Body.NakedAnnotation(application), null);
  }

  private Header header(Name name, @Nullable Number id, List<Name> parameters, TokenCursor in) {
    return new Header(name, id, null, parameters, in.many(annotations::annotation));
  }

  private @Nullable Number id(TokenCursor in) {
    Number id = in.operator("@") ? in.integer() : null;
    // An id has its top bit set, that is, it is negative as a signed number.
    if (id != null && id.value() >= 0) {
      errors.errorOn(id, "Invalid ID.  Please generate a new one with 'capnpc -i'.");
    }
    return id;
  }
}
