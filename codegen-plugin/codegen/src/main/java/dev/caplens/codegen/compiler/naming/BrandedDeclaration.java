package dev.caplens.codegen.compiler.naming;

import dev.caplens.codegen.compiler.schema.Brand;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an expression refers to, with its generic arguments.
public sealed interface BrandedDeclaration {

  /// The expression that named it; null where no source text did.
  @Nullable Expression source();

  /// The type that this is; not valid, and an error, where it is none.
  TypeReading type(ErrorSink errors);

  /// A generic parameter that is not bound here.
  record Variable(Resolution.Variable variable, @Nullable Expression source)
      implements BrandedDeclaration {

    @Override
    public TypeReading type(ErrorSink errors) {
      return TypeReading.of(
          variable.scopeId() == 0
              ? new Type.MethodParameter(variable.index())
              : new Type.Parameter(variable.scopeId(), variable.index()));
    }
  }

  /// A declaration.
  ///
  /// @param arguments the generic arguments in force at it and around it
  record Declared(Scope scope, BrandScope arguments, @Nullable Expression source)
      implements BrandedDeclaration {

    public Kind kind() {
      return scope.kind();
    }

    public long id() {
      return scope.id();
    }

    public Brand brand() {
      return arguments.brand();
    }

    @Override
    public TypeReading type(ErrorSink errors) {
      Type builtin = kind().builtinType();
      if (kind() == Kind.OBJECT) {
        error(
            errors,
            "As of Cap'n Proto 0.4, 'Object' has been renamed to 'AnyPointer'.  Sorry for the "
                + "inconvenience, and thanks for being an early adopter.  :)");
      }
      if (builtin != null) {
        return TypeReading.of(builtin);
      }
      return switch (kind()) {
        case ENUM -> TypeReading.of(new Type.EnumType(id(), brand()));
        case STRUCT -> TypeReading.of(new Type.StructType(id(), brand()));
        case INTERFACE -> TypeReading.of(new Type.InterfaceType(id(), brand()));
        case LIST -> list(errors);
        default -> {
          error(errors, "'" + text() + "' is not a type.");
          yield TypeReading.NONE;
        }
      };
    }

    private TypeReading list(ErrorSink errors) {
      List<BrandedDeclaration> parameters = arguments.arguments(id());
      TypeReading element = TypeReading.NONE;
      if (parameters == null || parameters.size() != 1) {
        error(errors, "'List' requires exactly one parameter.");
      } else {
        element = parameters.getFirst().type(errors);
        String refused = refusedElement(element.type());
        if (refused != null) {
          error(errors, "'List(" + refused + ")' is not supported.");
          element = TypeReading.NONE;
        }
      }
      return new TypeReading(new Type.ListOf(element.type()), element.valid());
    }

    /// What the reference calls an element that it refuses; null for what it takes. It takes the
    /// index of a generic parameter for the kind of pointer, so that of a declaration's parameters
    /// it refuses only the first two.
    private static @Nullable String refusedElement(Type element) {
      int kind =
          switch (element) {
            case Type.AnyPointer any -> any.ordinal();
            case Type.Parameter parameter -> parameter.index();
            case Type.MethodParameter parameter -> parameter.index();
            default -> -1;
          };
      return kind == 0 ? "AnyPointer" : kind == 1 ? "AnyStruct" : null;
    }

    /// This, reached through an alias that stands in `scopeId`.
    public Resolution.Declared aliased(long scopeId) {
      Brand brand = brand();
      return new Resolution.Declared(scope, scopeId, brand.isEmpty() ? null : brand);
    }
  }

  /// The expression as source text.
  default String text() {
    Expression source = source();
    return source == null ? "<parse error>" : source.toString();
  }

  default void error(ErrorSink errors, String message) {
    Expression source = source();
    if (source == null) {
      errors.error(0, 0, message);
    } else {
      errors.errorOn(source, message);
    }
  }
}
