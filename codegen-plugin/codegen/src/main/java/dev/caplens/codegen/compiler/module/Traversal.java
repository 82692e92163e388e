package dev.caplens.codegen.compiler.module;

import dev.caplens.codegen.compiler.schema.Annotation;
import dev.caplens.codegen.compiler.schema.Brand;
import dev.caplens.codegen.compiler.schema.Field;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.translation.Translation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Completes a requested file, all that stands in it, and all that these refer to with the scopes
/// around.
final class Traversal {

  private final Workspace workspace;
  private final Set<ScopeNode> requested = new HashSet<>();
  private final Set<ScopeNode> referred = new HashSet<>();

  Traversal(Workspace workspace) {
    this.workspace = workspace;
  }

  /// A declaration of a requested file, with its children.
  void request(ScopeNode declaration) {
    if (!requested.add(declaration)) {
      return;
    }
    complete(declaration);
    declaration.children().forEach(this::request);
    declaration.aliases().forEach(Alias::resolve);
  }

  /// A declaration that another one refers to, with its parents.
  private void refer(@Nullable ScopeNode declaration) {
    if (declaration == null || !referred.add(declaration)) {
      return;
    }
    complete(declaration);
    refer(declaration.parent());
  }

  private void complete(ScopeNode declaration) {
    Translation translation = declaration.complete();
    if (translation == null) {
      return;
    }
    workspace.load(translation);
    dependencies(translation.node());
    translation.auxiliary().forEach(this::dependencies);
  }

  private void dependencies(SchemaNode node) {
    switch (node.body()) {
      case SchemaNode.File file -> {}
      case SchemaNode.Struct struct -> struct.fields().forEach(this::field);
      case SchemaNode.Enum type ->
          type.enumerants().forEach(enumerant -> annotations(enumerant.annotations()));
      case SchemaNode.Interface type -> {
        for (SchemaNode.Superclass superclass : type.superclasses()) {
          declaration(superclass.id(), superclass.brand());
        }
        type.methods().forEach(this::method);
      }
      case SchemaNode.Const constant -> type(constant.type());
      case SchemaNode.AnnotationDeclaration annotation -> type(annotation.type());
    }
    annotations(node.annotations());
  }

  private void field(Field field) {
    if (field.body() instanceof Field.Slot slot) {
      type(slot.type());
    }
    annotations(field.annotations());
  }

  private void method(SchemaNode.Method method) {
    declaration(method.parameters().id(), method.parameters().brand());
    declaration(method.results().id(), method.results().brand());
    annotations(method.annotations());
  }

  private void type(@Nullable Type type) {
    switch (type) {
      case Type.ListOf(Type element) -> type(element);
      case Type.EnumType(long id, Brand brand) -> declaration(id, brand);
      case Type.StructType(long id, Brand brand) -> declaration(id, brand);
      case Type.InterfaceType(long id, Brand brand) -> declaration(id, brand);
      case null, default -> {}
    }
  }

  private void declaration(long id, Brand brand) {
    refer(workspace.declaration(id));
    for (Brand.Scope scope : brand.scopes()) {
      if (scope instanceof Brand.Scope.Bind bind) {
        bind.arguments().forEach(this::type);
      }
    }
  }

  private void annotations(List<Annotation> annotations) {
    annotations.forEach(annotation -> refer(workspace.declaration(annotation.id())));
  }
}
