package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.naming.BrandedDeclaration;
import dev.caplens.codegen.compiler.naming.Kind;
import dev.caplens.codegen.compiler.naming.MethodParameters;
import dev.caplens.codegen.compiler.naming.NameInterpreter;
import dev.caplens.codegen.compiler.schema.Annotation;
import dev.caplens.codegen.compiler.schema.Brand;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.syntax.AnnotationTarget;
import dev.caplens.codegen.compiler.syntax.Declaration;
import dev.caplens.core.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Translates the annotations that are applied to one declaration and to its members.
record Annotations(NameInterpreter names, PendingValues values, SchemaLookup schemas) {

  /// An annotation whose value may still be pending.
  record Draft(long id, Brand brand, Type type, ValueCell value) {

    Annotation finish() {
      return new Annotation(id, brand, type, value.value());
    }
  }

  static List<Annotation> finish(List<Draft> drafts) {
    return drafts.stream().map(Draft::finish).toList();
  }

  List<Draft> translate(List<Declaration.Application> applications, AnnotationTarget target) {
    List<Draft> drafts = new ArrayList<>();
    for (Declaration.Application application : applications) {
      Draft draft = translate(application, target);
      if (draft != null) {
        drafts.add(draft);
      }
    }
    return drafts;
  }

  private @Nullable Draft translate(Declaration.Application application, AnnotationTarget target) {
    Expression name = application.name();
    BrandedDeclaration declaration = names.interpret(name, MethodParameters.NONE);
    if (declaration == null) {
      return null;
    }
    if (!(declaration instanceof BrandedDeclaration.Declared declared)
        || declared.kind() != Kind.ANNOTATION) {
      names.errors().errorOn(name, "'" + name + "' is not an annotation.");
      return null;
    }
    SchemaNode node = schemas.outline(declared.id());
    return node != null
            && node.body()
                instanceof
                SchemaNode.AnnotationDeclaration(Type type, Set<AnnotationTarget> targets)
        ? apply(application, declared, type, targets.contains(target))
        : null;
  }

  private Draft apply(
      Declaration.Application application,
      BrandedDeclaration.Declared declared,
      Type type,
      boolean allowed) {
    Expression name = application.name();
    if (!allowed) {
      names.errors().errorOn(name, "'" + name + "' cannot be applied to this kind of declaration.");
    }
    Brand brand = declared.brand();
    ValueCell cell = new ValueCell(type);
    if (application.value() != null) {
      values.evaluate(application.value(), type, new Bindings(brand), cell);
    } else if (type != Type.Builtin.VOID) {
      names.errors().errorOn(name, "'" + name + "' requires a value.");
    }
    return new Draft(declared.id(), brand, new Bindings(brand).apply(type), cell);
  }
}
