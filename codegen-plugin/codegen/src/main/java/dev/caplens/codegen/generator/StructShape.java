package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What the writers of one struct's parts share: its fields in order, and their names in Java.
final class StructShape {
  private final Node.Struct struct;
  private final Generics generics;
  private final String path;
  private final List<Field> fields;
  private final FieldNames names;

  StructShape(Node.Struct struct, TypeNames typeNames) {
    this.struct = struct;
    this.generics = typeNames.generics();
    this.path = struct.group() ? typeNames.pathInOwner(struct.id()) : "";
    this.fields = inOrder(struct);
    this.names = FieldNames.of(struct);
  }

  /// The fields of a struct in the order of the source.
  static List<Field> inOrder(Node.Struct struct) {
    return struct.fields().stream()
        .sorted(Comparator.comparingInt(field -> field.member().codeOrder()))
        .toList();
  }

  Node.Struct struct() {
    return struct;
  }

  /// The type parameters that the struct sees.
  Generics generics() {
    return generics;
  }

  /// The fields in the order of the source.
  List<Field> fields() {
    return fields;
  }

  /// The members of the unnamed union, each at the place of its discriminant.
  List<Field> members() {
    return struct.fields().stream()
        .filter(Field::inUnion)
        .sorted(Comparator.comparingInt(Field::discriminant))
        .toList();
  }

  boolean hasUnion() {
    return struct.discriminants() > 0;
  }

  /// The field's name as a part behind `get`, `set`, `init`, `has` or `is`.
  String capital(Field field) {
    return names.capital(field);
  }

  /// The name of the getter; `getClass` is taken by every object.
  String getter(Field field) {
    return Identifier.member("get" + capital(field));
  }

  /// What stands behind `get` and `set` for the raw number of an enum.
  String rawCapital(Field field) {
    return names.rawCapital(field);
  }

  /// The field's name as a constant.
  String constant(Field field) {
    return names.constant(field);
  }

  /// The constant in `Pointers` that holds a field's default.
  String defaultConstant(Field field) {
    return "DEFAULT_OF_" + constant(field);
  }

  /// The method of `Bound` that gives a field's type.
  String boundType(Field field) {
    String name = path + capital(field);
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "Type";
  }
}
