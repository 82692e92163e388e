package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.FixedLayout;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.Optional;

/// Writes a type of any kind, with all that is nested in it, into one file.
final class TypeWriter {
  private final SchemaSet schemas;
  private final JavaNames javaNames;
  private final TypeNames names;
  private final Optional<ReflectionWriter> reflection;

  TypeWriter(
      SchemaSet schemas,
      JavaNames javaNames,
      TypeNames names,
      Optional<ReflectionWriter> reflection) {
    this.reflection = reflection;
    this.schemas = schemas;
    this.javaNames = javaNames;
    this.names = names;
  }

  /// Writes the top-level type of the file.
  void write(Node node) {
    write(node, true);
  }

  /// Writes the types inside a node, and behind those of a top-level one the schema of all.
  void writeInside(Node node, boolean top) {
    for (Node child : javaNames.inside(node)) {
      if (!isPart(child, node)) {
        names.out().gap();
        write(child, false);
      }
    }
    if (top) {
      reflection.ifPresent(writer -> writer.write(node, names));
    }
  }

  /// Whether a group has no class, since its fields are those of the layout around it.
  private boolean isPart(Node child, Node around) {
    return child instanceof Node.Struct group
        && group.group()
        && FixedLayout.isPlaced(schemas, around);
  }

  private void write(Node node, boolean top) {
    References.requireMessages(schemas, node);
    switch (node) {
      case Node.Struct struct -> {
        TypeNames inside = names.with(javaNames.generics(struct));
        new StructWriter(schemas, inside, this).write(new StructShape(struct, inside), top);
      }
      case Node.Enum values -> new EnumWriter(names, this).write(values, top);
      case Node.Interface contract ->
          new InterfaceWriter(schemas, names.with(javaNames.generics(contract)), this)
              .write(contract, top);
      case Node.File file -> throw notAType(file);
      case Node.Const constant -> throw notAType(constant);
      case Node.Annotation annotation -> throw notAType(annotation);
    }
  }

  private static IllegalArgumentException notAType(Node node) {
    return new IllegalArgumentException(node.declaration().displayName() + " is no type");
  }
}
