package dev.caplens.codegen.compiler.module;

import dev.caplens.codegen.compiler.schema.CompiledSchemas.Import;
import dev.caplens.codegen.compiler.schema.CompiledSchemas.RequestedFile;
import dev.caplens.codegen.compiler.syntax.Declaration;
import dev.caplens.codegen.compiler.syntax.Declaration.Body;
import dev.caplens.codegen.compiler.syntax.Declaration.Parameters;
import dev.caplens.core.syntax.Expression;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The imports that generated code needs: those of types and annotations, but not those of values,
/// which are in the nodes already.
final class Imports {

  private final Set<String> paths =
      new TreeSet<>((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));

  static RequestedFile of(SchemaFile file) {
    Imports imports = new Imports();
    imports.find(file.declaration());
    List<Import> found = new ArrayList<>();
    for (String path : imports.paths) {
      SchemaFile imported = file.importFile(path);
      if (imported != null) {
        found.add(new Import(imported.root().id(), path));
      }
    }
    return new RequestedFile(file.root().id(), file.path(), found, file.uses());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void find(Declaration declaration) {
    switch (declaration.body()) {
      case Body.Using using -> find(using.target());
      case Body.Const constant -> find(constant.type());
      case Body.Field field -> find(field.type());
      case Body.Interface type -> type.superclasses().forEach(this::find);
      case Body.Method method -> {
        find(method.parameters());
        find(method.results());
      }
      default -> {}
    }
    findIn(declaration.header().annotations());
    declaration.nested().forEach(this::find);
  }

  private void find(@Nullable Parameters parameters) {
    switch (parameters) {
      case Parameters.Named named ->
          named
              .list()
              .forEach(parameter -> {
                find(parameter.type());
                findIn(parameter.annotations());
              });
      case Parameters.Whole whole -> find(whole.type());
      case Parameters.Stream stream -> paths.add("/capnp/stream.capnp");
      case null -> {}
    }
  }

  private void findIn(List<Declaration.Application> annotations) {
    annotations.forEach(annotation -> find(annotation.name()));
  }

  private void find(Expression expression) {
    switch (expression) {
      case Expression.Import imported -> paths.add(imported.path().text());
      case Expression.ListLiteral list -> list.elements().forEach(this::find);
      case Expression.Tuple tuple -> tuple.members().forEach(member -> find(member.value()));
      case Expression.Application application -> {
        find(application.function());
        application.parameters().forEach(parameter -> find(parameter.value()));
      }
      case Expression.Member member -> find(member.parent());
      default -> {}
    }
  }
}
