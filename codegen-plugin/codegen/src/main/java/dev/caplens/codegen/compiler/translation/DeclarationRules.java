package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.syntax.Declaration;
import dev.caplens.codegen.compiler.syntax.Declaration.Body;
import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.Name;
import java.util.HashMap;
import java.util.Map;

/// Checks what is declared within a declaration: unique names, their spelling, and what may stand
/// where.
///
/// Members of an unnamed union share the scope around it.
final class DeclarationRules {

  private final ErrorSink errors;
  private final Map<String, Name> seen = new HashMap<>();

  DeclarationRules(ErrorSink errors) {
    this.errors = errors;
  }

  void check(Declaration parent) {
    for (Declaration declaration : parent.nested()) {
      checkDuplicate(declaration);
      checkSpelling(declaration);
      checkPlace(declaration, parent.body());
    }
  }

  private void checkDuplicate(Declaration declaration) {
    Name name = declaration.name();
    Name previous = seen.putIfAbsent(name.text(), name);
    if (previous == null) {
      return;
    }
    if (name.text().isEmpty() && declaration.body() instanceof Body.Union) {
      errors.errorOn(name, "An unnamed union is already defined in this scope.");
      errors.errorOn(previous, "Previously defined here.");
    } else {
      errors.errorOn(name, "'" + name.text() + "' is already defined in this scope.");
      errors.errorOn(previous, "'" + name.text() + "' previously defined here.");
    }
  }

  private void checkSpelling(Declaration declaration) {
    Name name = declaration.name();
    if (name.text().isEmpty()) {
      return;
    }
    char first = name.text().charAt(0);
    if (isType(declaration.body())) {
      if (first < 'A' || first > 'Z') {
        errors.errorOn(name, "Type names must begin with a capital letter.");
      }
    } else if (first < 'a' || first > 'z') {
      errors.errorOn(name, "Non-type names must begin with a lower-case letter.");
    }
    if (name.text().indexOf('_') >= 0) {
      errors.errorOn(
          name,
          "Cap'n Proto declaration names should use camelCase and must not contain underscores. "
              + "(Code generators may convert names to the appropriate style for the target "
              + "language.)");
    }
  }

  private static boolean isType(Body body) {
    return switch (body) {
      case Body.Using(Expression target) -> {
        String name = targetName(target);
        yield name.isEmpty() || name.charAt(0) < 'a' || name.charAt(0) > 'z';
      }
      case Body.Enum type -> true;
      case Body.Struct type -> true;
      case Body.Interface type -> true;
      default -> false;
    };
  }

  /// The last name of an alias's target; empty where it has none, as an import.
  private static String targetName(Expression target) {
    return switch (target) {
      case Expression.AbsoluteName absolute -> absolute.name().text();
      case Expression.RelativeName relative -> relative.name().text();
      case Expression.Member member -> member.name().text();
      case Expression.Application application -> targetName(application.function());
      default -> "";
    };
  }

  private void checkPlace(Declaration declaration, Body parent) {
    switch (declaration.body()) {
      case Body.Using using -> checkScope(declaration, parent);
      case Body.Const constant -> checkScope(declaration, parent);
      case Body.Enum type -> checkScope(declaration, parent);
      case Body.Struct type -> checkScope(declaration, parent);
      case Body.Interface type -> checkScope(declaration, parent);
      case Body.Annotation annotation -> checkScope(declaration, parent);
      case Body.Field field -> checkMember(declaration);
      case Body.Union union -> checkMember(declaration);
      case Body.Group group -> checkMember(declaration);
      // The grammar lets these stand only where they belong.
      case Body.Enumerant enumerant -> {}
      case Body.Method method -> {}
      case Body.File file -> {}
      case Body.NakedId id -> {}
      case Body.NakedAnnotation annotation -> {}
    }
  }

  private void checkScope(Declaration declaration, Body parent) {
    if (parent instanceof Body.Union || parent instanceof Body.Group) {
      errors.errorOn(declaration, "This kind of declaration doesn't belong here.");
    }
  }

  private void checkMember(Declaration declaration) {
    DeclarationRules rules =
        declaration.name().text().isEmpty() ? this : new DeclarationRules(errors);
    rules.check(declaration);
  }
}
