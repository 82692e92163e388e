package dev.caplens.codegen.compiler.naming;

import dev.caplens.codegen.compiler.schema.Brand;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The generic arguments in force at one declaration and at those around it.
///
/// `Foo(Text).Bar` starts with the scope of the place where it is written, goes down to `Foo`, is
/// given `(Text)` there, and goes on to `Bar`; so the scope of `Bar` knows that its parent's
/// parameter is `Text`. Immutable.
public final class BrandScope {

  private final ErrorSink errors;
  private final @Nullable BrandScope parent;
  private final long id;
  private final int parameterCount;
  private final boolean inherited;
  private final List<BrandedDeclaration> arguments;

  /// @param inherited the arguments are whatever they are where the declaration being compiled is
  ///   used
  private BrandScope(
      ErrorSink errors,
      @Nullable BrandScope parent,
      long id,
      int parameterCount,
      boolean inherited,
      List<BrandedDeclaration> arguments) {
    this.errors = errors;
    this.parent = parent;
    this.id = id;
    this.parameterCount = parameterCount;
    this.inherited = inherited;
    this.arguments = arguments;
  }

  /// The scope of the declaration that is being compiled: nothing is bound.
  public static BrandScope starting(ErrorSink errors, Scope scope) {
    Scope around = scope.parent();
    BrandScope parent = around == null ? null : starting(errors, around);
    return new BrandScope(errors, parent, scope.id(), scope.parameterCount(), true, List.of());
  }

  /// A top-level scope without parameters.
  private BrandScope root(long rootId) {
    return new BrandScope(errors, null, rootId, 0, false, List.of());
  }

  /// Whether this scope or one around it has parameters.
  public boolean isGeneric() {
    return parameterCount > 0 || (parent != null && parent.isGeneric());
  }

  /// The scope of a declaration within this one, its parameters not bound.
  public BrandScope enter(long childId, int childParameterCount) {
    return new BrandScope(errors, this, childId, childParameterCount, false, List.of());
  }

  private BrandScope with(List<BrandedDeclaration> bound) {
    return new BrandScope(errors, parent, id, parameterCount, false, bound);
  }

  /// This scope with the arguments given; null, and an error, where they do not fit.
  @Nullable BrandScope bind(List<BrandedDeclaration> given, Kind kind, Expression source) {
    String problem = null;
    if (!arguments.isEmpty()) {
      problem = "Double-application of generic parameters.";
    } else if (given.size() > parameterCount) {
      problem =
          parameterCount == 0
              ? "Declaration does not accept generic parameters."
              : "Too many generic parameters.";
    } else if (given.size() < parameterCount) {
      problem = "Not enough generic parameters.";
    }
    if (problem != null) {
      errors.errorOn(source, problem);
      return null;
    }
    if (kind != Kind.LIST) {
      given.forEach(this::checkIsPointer);
    }
    return with(given);
  }

  private void checkIsPointer(BrandedDeclaration argument) {
    if (argument instanceof BrandedDeclaration.Declared declared
        && !declared.kind().canBeArgument()) {
      argument.error(errors, "Sorry, only pointer types can be used as generic parameters.");
    }
  }

  private BrandScope leaveTo(long scopeId) {
    if (id == scopeId) {
      return this;
    }
    return parent == null ? root(scopeId) : parent.leaveTo(scopeId);
  }

  /// The arguments of the scope `scopeId`; null if they are inherited.
  @Nullable List<BrandedDeclaration> arguments(long scopeId) {
    BrandScope scope = around(scopeId);
    return scope.inherited ? null : scope.arguments;
  }

  private BrandScope around(long scopeId) {
    for (BrandScope scope = this; scope != null; scope = scope.parent) {
      if (scope.id == scopeId) {
        return scope;
      }
    }
    throw new IllegalStateException("scope @0x%x is not around @0x%x".formatted(scopeId, id));
  }

  /// What the parameter is bound to; null if it is inherited.
  private @Nullable BrandedDeclaration argument(Resolution.Variable variable) {
    BrandScope scope = around(variable.scopeId());
    if (variable.index() < scope.arguments.size()) {
      return scope.arguments.get(variable.index());
    }
    return scope.inherited ? null : builtin(Kind.ANY_POINTER);
  }

  private BrandedDeclaration.Declared builtin(Kind kind) {
    Scope scope = Builtins.of(kind);
    return new BrandedDeclaration.Declared(
        scope,
        new BrandScope(errors, null, scope.id(), scope.parameterCount(), false, List.of()),
        null);
  }

  /// The brand that says what is bound here.
  public Brand brand() {
    List<Brand.Scope> scopes = new ArrayList<>();
    for (BrandScope scope = this; scope != null; scope = scope.parent) {
      if (!scope.arguments.isEmpty()) {
        scopes.add(new Brand.Scope.Bind(scope.id, types(scope.arguments)));
      } else if (scope.inherited && scope.parameterCount > 0) {
        scopes.add(new Brand.Scope.Inherit(scope.id));
      }
    }
    return scopes.isEmpty() ? Brand.NONE : new Brand(List.copyOf(scopes));
  }

  private List<@Nullable Type> types(List<BrandedDeclaration> declarations) {
    List<@Nullable Type> types = new ArrayList<>();
    for (BrandedDeclaration declaration : declarations) {
      types.add(declaration.type(errors).type());
    }
    return types;
  }

  /// Gives what a name resolved to the arguments that are in force here.
  BrandedDeclaration interpret(Resolution resolution, @Nullable Expression source) {
    return switch (resolution) {
      case Resolution.Declared(Scope scope, long scopeId, Brand brand) -> {
        BrandScope around = leaveTo(scopeId);
        BrandScope inner =
            brand == null
                ? around.enter(scope.id(), scope.parameterCount())
                : around.evaluate(scope, brand.scopes(), 0);
        yield new BrandedDeclaration.Declared(scope, inner, source);
      }
      case Resolution.Variable variable -> {
        BrandedDeclaration bound = argument(variable);
        yield bound != null ? bound : new BrandedDeclaration.Variable(variable, source);
      }
    };
  }

  /// The scope that `brand` describes for a declaration, seen from here.
  private BrandScope evaluate(Scope scope, List<Brand.Scope> brand, int index) {
    List<BrandedDeclaration> bound = List.of();
    boolean inherits = false;
    int next = index;
    if (index < brand.size() && brand.get(index).id() == scope.id()) {
      next++;
      switch (brand.get(index)) {
        case Brand.Scope.Bind(long bindId, List<@Nullable Type> types) ->
            bound = types.stream().map(type -> declaration(type, scope)).toList();
        case Brand.Scope.Inherit inherit -> {
          List<BrandedDeclaration> here = arguments(scope.id());
          inherits = here == null;
          bound = here == null ? List.of() : here;
        }
      }
    }
    Scope around = scope.parent();
    BrandScope outer = around == null ? null : evaluate(around, brand, next);
    return new BrandScope(errors, outer, scope.id(), scope.parameterCount(), inherits, bound);
  }

  /// The declaration that `type`, as found in a brand, stands for.
  private BrandedDeclaration declaration(@Nullable Type type, Scope scopes) {
    return switch (type) {
      case null -> builtin(Kind.ANY_POINTER);
      case Type.Builtin builtin -> builtin(Kind.valueOf(builtin.name()));
      case Type.AnyPointer any ->
          switch (any) {
            case ANY -> builtin(Kind.ANY_POINTER);
            case STRUCT -> builtin(Kind.ANY_STRUCT);
            case LIST -> builtin(Kind.ANY_LIST);
            case CAPABILITY -> builtin(Kind.CAPABILITY);
          };
      case Type.EnumType(long typeId, Brand brand) -> declared(scopes.withId(typeId), brand);
      case Type.StructType(long typeId, Brand brand) -> declared(scopes.withId(typeId), brand);
      case Type.InterfaceType(long typeId, Brand brand) -> declared(scopes.withId(typeId), brand);
      case Type.ListOf(Type element) -> {
        BrandedDeclaration.Declared list = builtin(Kind.LIST);
        BrandScope bound = list.arguments().with(List.of(declaration(element, scopes)));
        yield new BrandedDeclaration.Declared(list.scope(), bound, null);
      }
      case Type.Parameter(long scopeId, int index) -> {
        Resolution.Variable variable = new Resolution.Variable(scopeId, index);
        BrandedDeclaration bound = argument(variable);
        yield bound != null ? bound : new BrandedDeclaration.Variable(variable, null);
      }
      case Type.MethodParameter(int index) ->
          throw new IllegalStateException(
              "an alias cannot name parameter " + index + " of a method");
    };
  }

  private BrandedDeclaration declared(Scope scope, Brand brand) {
    return new BrandedDeclaration.Declared(scope, evaluate(scope, brand.scopes(), 0), null);
  }
}
