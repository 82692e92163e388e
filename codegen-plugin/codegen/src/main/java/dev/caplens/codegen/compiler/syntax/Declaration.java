package dev.caplens.codegen.compiler.syntax;

import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.Name;
import dev.caplens.core.syntax.Number;
import dev.caplens.core.syntax.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One declaration and what is declared within it.
///
/// @param docComment each line with its newline; null where there is none
public record Declaration(
    Header header,
    Body body,
    List<Declaration> nested,
    @Nullable String docComment,
    int start,
    int end)
    implements Span {

  public Name name() {
    return header.name();
  }

  /// The name's place, or the whole declaration's where it has no name.
  public Name place() {
    return name().text().isEmpty() ? new Name("", start, end) : name();
  }

  /// What all declarations have.
  ///
  /// @param uid a given 64-bit id
  /// @param ordinal a member's number
  /// @param parameters names of generic parameters
  public record Header(
      Name name,
      @Nullable Number uid,
      @Nullable Number ordinal,
      List<Name> parameters,
      List<Application> annotations) {

    static Header of(Name name) {
      return new Header(name, null, null, List.of(), List.of());
    }
  }

  /// An annotation as applied: `$name` or `$name(value)`.
  public record Application(Expression name, @Nullable Expression value) {}

  /// A named parameter or result of a method.
  public record Parameter(
      Name name,
      Expression type,
      @Nullable Expression defaultValue,
      List<Application> annotations,
      int start,
      int end) {}

  /// The parameters or the results of a method.
  public sealed interface Parameters {

    int start();

    int end();

    record Named(List<Parameter> list, int start, int end) implements Parameters {}

    /// A struct type in place of a list.
    record Whole(Expression type) implements Parameters {

      @Override
      public int start() {
        return type.start();
      }

      @Override
      public int end() {
        return type.end();
      }
    }

    record Stream(int start, int end) implements Parameters {}
  }

  /// What distinguishes the kinds of declaration.
  public sealed interface Body {

    record File() implements Body {}

    record Using(Expression target) implements Body {}

    record Const(Expression type, Expression value) implements Body {}

    record Enum() implements Body {}

    record Enumerant() implements Body {}

    record Struct() implements Body {}

    record Field(Expression type, @Nullable Expression defaultValue) implements Body {}

    record Union() implements Body {}

    record Group() implements Body {}

    record Interface(List<Expression> superclasses) implements Body {}

    record Method(Parameters parameters, @Nullable Parameters results) implements Body {}

    record Annotation(Expression type, Set<AnnotationTarget> targets) implements Body {}

    /// `@0x…;` at the top of a file.
    record NakedId(Number id) implements Body {}

    /// `$annotation;` at the top of a file.
    record NakedAnnotation(Application application) implements Body {}
  }
}
