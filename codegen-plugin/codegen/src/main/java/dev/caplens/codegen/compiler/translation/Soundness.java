package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.Field;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Whether a node is fit for use, after errors in its declaration.
///
/// What refers to an unsound node is not looked at: its errors would only be consequences of those
/// that were reported.
final class Soundness {

  private Soundness() {}

  static boolean isSound(SchemaNode node) {
    return switch (node.body()) {
      case SchemaNode.Struct struct -> isSound(struct);
      case SchemaNode.Enum type -> areUnique(type.enumerants(), SchemaNode.Enumerant::name);
      case SchemaNode.Interface type -> areUnique(type.methods(), SchemaNode.Method::name);
      case SchemaNode.File file -> true;
      case SchemaNode.Const constant -> true;
      case SchemaNode.AnnotationDeclaration annotation -> true;
    };
  }

  private static boolean isSound(SchemaNode.Struct struct) {
    int nextOrdinal = 0;
    for (Field field : struct.fields()) {
      if (field.discriminant() != Field.NO_DISCRIMINANT
          && field.discriminant() >= struct.discriminantCount()) {
        return false;
      }
      if (field.ordinal() != Field.NO_ORDINAL) {
        if (field.ordinal() < nextOrdinal) {
          return false;
        }
        nextOrdinal = field.ordinal() + 1;
      }
    }
    return struct.discriminantCount() != 1 && areUnique(struct.fields(), Field::name);
  }

  private static <T> boolean areUnique(List<T> members, Function<T, String> name) {
    Set<String> names = new HashSet<>();
    return members.stream().map(name).allMatch(names::add);
  }
}
