package dev.caplens.codegen.export;

import dev.caplens.core.schema.Declaration;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.ArrayList;
import java.util.List;

/// A declaration of a file and the names that lead to it from the file.
///
/// @param path the names of the declarations around it and its own
record Declared(List<String> path, Node node) {

  /// Everything that a file declares, in the order of the source, what stands around before what
  /// stands inside.
  static List<Declared> of(SchemaSet schemas, Node.File file) {
    List<Declared> all = new ArrayList<>();
    collect(schemas, file, List.of(), all);
    return all;
  }

  private static void collect(
      SchemaSet schemas, Node scope, List<String> path, List<Declared> all) {
    for (Declaration.Nested nested : scope.declaration().nested()) {
      Node node = schemas.nodes().get(nested.id());
      if (node != null) {
        List<String> own = new ArrayList<>(path);
        own.add(nested.name());
        all.add(new Declared(List.copyOf(own), node));
        collect(schemas, node, own, all);
      }
    }
  }
}
