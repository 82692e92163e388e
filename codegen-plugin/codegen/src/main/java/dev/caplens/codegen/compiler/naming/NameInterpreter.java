package dev.caplens.codegen.compiler.naming;

import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Interprets expressions as names of declarations, at one place of one file.
///
/// @param scope where the expressions stand
/// @param brands the generic arguments in force there
/// @param errors takes what is not defined, and what does not fit
public record NameInterpreter(Scope scope, BrandScope brands, ErrorSink errors) {

  /// Interpreting within `scope` itself, its own parameters not bound.
  public static NameInterpreter within(Scope scope, ErrorSink errors) {
    return new NameInterpreter(scope, BrandScope.starting(errors, scope), errors);
  }

  /// The declaration that `source` names; null, and an error, if there is none.
  public @Nullable BrandedDeclaration interpret(Expression source, MethodParameters parameters) {
    return switch (source) {
      case Expression.Unknown unknown -> null;
      case Expression.RelativeName(Name name) -> relative(source, name, parameters);
      case Expression.AbsoluteName(Name name, int start, int end) ->
          found(source, name, scope.top().member(name.text()));
      case Expression.Import(Name path, int start, int end) -> imported(source, path);
      case Expression.Application application -> applied(application, parameters);
      case Expression.Member member -> member(member, parameters);
      case Expression.PositiveInteger value -> notAName(source);
      case Expression.NegativeInteger value -> notAName(source);
      case Expression.Decimal value -> notAName(source);
      case Expression.Text value -> notAName(source);
      case Expression.Binary value -> notAName(source);
      case Expression.ListLiteral value -> notAName(source);
      case Expression.Tuple value -> notAName(source);
      case Expression.Embed value -> notAName(source);
    };
  }

  private @Nullable BrandedDeclaration notAName(Expression source) {
    errors.errorOn(source, "Expected name.");
    return null;
  }

  private @Nullable BrandedDeclaration relative(
      Expression source, Name name, MethodParameters parameters) {
    int index = parameters.indexOf(name.text());
    if (index >= 0) {
      return new BrandedDeclaration.Variable(
          new Resolution.Variable(parameters.scopeId(), index), null);
    }
    return found(source, name, scope.resolve(name.text()));
  }

  private @Nullable BrandedDeclaration found(
      Expression source, Name name, @Nullable Resolution resolution) {
    if (resolution == null) {
      errors.errorOn(name, "Not defined: " + name.text());
      return null;
    }
    note(source, resolution);
    return brands.interpret(resolution, source);
  }

  private void note(Expression source, Resolution resolution) {
    if (resolution instanceof Resolution.Declared declared) {
      scope.refers(source, declared.scope().id());
    }
  }

  private @Nullable BrandedDeclaration imported(Expression source, Name path) {
    Scope file = scope.importFile(path.text());
    if (file == null) {
      errors.errorOn(path, "Import failed: " + path.text());
      return null;
    }
    scope.refers(source, file.id());
    return new BrandedDeclaration.Declared(file, BrandScope.starting(errors, file), source);
  }

  private @Nullable BrandedDeclaration applied(
      Expression.Application source, MethodParameters parameters) {
    BrandedDeclaration function = interpret(source.function(), parameters);
    if (function == null) {
      return null;
    }
    List<BrandedDeclaration> arguments = new ArrayList<>();
    for (Expression.Parameter parameter : source.parameters()) {
      if (parameter.name() != null) {
        errors.errorOn(parameter.name(), "Named parameter not allowed here.");
      }
      BrandedDeclaration argument = interpret(parameter.value(), parameters);
      if (argument != null) {
        arguments.add(argument);
      }
    }
    boolean complete = arguments.size() == source.parameters().size();
    if (!complete || !(function instanceof BrandedDeclaration.Declared generic)) {
      return function;
    }
    BrandScope bound = generic.arguments().bind(arguments, generic.kind(), source);
    return bound == null
        ? function
        : new BrandedDeclaration.Declared(generic.scope(), bound, source);
  }

  private @Nullable BrandedDeclaration member(
      Expression.Member source, MethodParameters parameters) {
    BrandedDeclaration parent = interpret(source.parent(), parameters);
    if (parent == null) {
      return null;
    }
    if (parent instanceof BrandedDeclaration.Declared declared) {
      Resolution resolution = declared.scope().member(source.name().text());
      if (resolution != null) {
        note(source, resolution);
        return declared.arguments().interpret(resolution, source);
      }
    }
    errors.errorOn(
        source.name(),
        "'" + source.parent() + "' has no member named '" + source.name().text() + "'");
    return null;
  }
}
