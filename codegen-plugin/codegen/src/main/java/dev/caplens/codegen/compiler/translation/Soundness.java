package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.Brand;
import dev.caplens.codegen.compiler.schema.Field;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
      case SchemaNode.Interface type -> isSound(type);
      case SchemaNode.File file -> true;
      case SchemaNode.Const constant -> isBound(constant.type());
      case SchemaNode.AnnotationDeclaration annotation -> isBound(annotation.type());
    };
  }

  private static boolean isSound(SchemaNode.Interface type) {
    return areUnique(type.methods(), SchemaNode.Method::name)
        && type.superclasses().stream().allMatch(above -> isBound(above.brand()))
        && type.methods().stream()
            .allMatch(method ->
                isBound(method.parameters().brand()) && isBound(method.results().brand()));
  }

  /// Whether all arguments of generics in a type are pointers.
  private static boolean isBound(Type type) {
    return switch (type) {
      case Type.ListOf(Type element) -> isBound(element);
      case Type.EnumType(long id, Brand brand) -> isBound(brand);
      case Type.StructType(long id, Brand brand) -> isBound(brand);
      case Type.InterfaceType(long id, Brand brand) -> isBound(brand);
      default -> true;
    };
  }

  private static boolean isBound(Brand brand) {
    for (Brand.Scope scope : brand.scopes()) {
      if (scope instanceof Brand.Scope.Bind(long id, List<@Nullable Type> arguments)) {
        for (Type argument : arguments) {
          if (argument != null && !(argument.isPointer() && isBound(argument))) {
            return false;
          }
        }
      }
    }
    return true;
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
      if (field.body() instanceof Field.Slot slot && !isBound(slot.type())) {
        return false;
      }
    }
    return struct.discriminantCount() != 1 && areUnique(struct.fields(), Field::name);
  }

  private static <T> boolean areUnique(List<T> members, Function<T, String> name) {
    Set<String> names = new HashSet<>();
    return members.stream().map(name).allMatch(names::add);
  }
}
