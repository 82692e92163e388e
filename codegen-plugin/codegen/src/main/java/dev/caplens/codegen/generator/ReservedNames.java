package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.KnownAnnotations;
import dev.caplens.core.schema.AnnotationUse;
import dev.caplens.core.schema.Declaration;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The names of the classes that a generated class has inside for itself, or will have with RPC.
record ReservedNames(SchemaSet schemas) {
  /// Inside every top-level class.
  static final String REFLECTION = "Reflection";

  /// Those directly inside the class of a node: no type nested in it can have them.
  Set<String> by(Node node) {
    Set<String> names = new HashSet<>(own(node));
    if (schemas.nodes().get(node.declaration().scopeId()) instanceof Node.File) {
      names.add(REFLECTION);
    }
    if (RecordWriter.wanted(schemas, node)) {
      names.add("Record");
    }
    return names;
  }

  private static Set<String> own(Node node) {
    return switch (node) {
      case Node.Struct struct -> byStruct(struct);
      case Node.Interface contract ->
          Set.of("Reference", "Methods", "Constants", "Client", "Server", "Pipeline");
      default -> Set.of();
    };
  }

  private static Set<String> byStruct(Node.Struct struct) {
    Set<String> names = new HashSet<>(Set.of("Reader", "Builder", "Pointers", "Constants"));
    if (struct.discriminants() > 0) {
      names.addAll(Set.of("Which", "Variant"));
    }
    if (struct.declaration().generic()) {
      names.add("Bound");
    }
    List<AnnotationUse> annotations = struct.declaration().annotations();
    if (KnownAnnotations.has(annotations, KnownAnnotations.FIXED_LAYOUT)) {
      names.add("Layout");
    }
    return names;
  }

  /// Those at any depth inside the class of a node: it cannot have them itself, since a class
  /// cannot have the name of one around it. The set may be added to.
  Set<String> inside(Node node) {
    Set<String> names = new HashSet<>(by(node));
    for (Declaration.Nested nested : node.declaration().nested()) {
      add(names, nested.id());
    }
    switch (node) {
      case Node.Struct struct -> {
        for (Field field : struct.fields()) {
          if (field instanceof Field.Group group) {
            add(names, group.typeId());
          }
        }
      }
      case Node.Interface contract -> {
        if (!contract.methods().isEmpty()) {
          names.addAll(Set.of("Reader", "Builder", "Pointers", "Constants", "Which", "Variant"));
        }
      }
      default -> {}
    }
    return names;
  }

  private void add(Set<String> names, long id) {
    Node child = schemas.nodes().get(id);
    if (child != null) {
      names.addAll(inside(child));
    }
  }
}
