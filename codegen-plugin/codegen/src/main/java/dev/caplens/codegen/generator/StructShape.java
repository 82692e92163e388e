package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.KnownAnnotations;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the writers of one struct's parts share: its fields in order, and their names in Java.
final class StructShape {
  private final Node.Struct struct;
  private final Generics generics;
  private final List<Field> fields;
  private final Set<String> capitals = new HashSet<>();

  StructShape(Node.Struct struct, Generics generics) {
    this.struct = struct;
    this.generics = generics;
    this.fields =
        struct.fields().stream()
            .sorted(Comparator.comparingInt(field -> field.member().codeOrder()))
            .toList();
    fields.forEach(field -> capitals.add(capital(field)));
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
  static String capital(Field field) {
    return KnownAnnotations.text(field.member().annotations(), KnownAnnotations.NAME)
        .map(Identifier::capital)
        .orElseGet(() -> Identifier.capital(field.name()));
  }

  /// The name of the getter; `getClass` is taken by every object.
  static String getter(Field field) {
    return Identifier.member("get" + capital(field));
  }

  /// What stands behind `get` and `set` for the raw number of an enum.
  String rawCapital(Field field) {
    String raw = capital(field) + "Raw";
    while (capitals.contains(raw)) {
      raw += "_";
    }
    return raw;
  }

  /// The constant in `Pointers` that holds a field's type.
  static String typeConstant(Field field) {
    return Identifier.constant(field.name());
  }

  /// The constant in `Pointers` that holds a field's default.
  static String defaultConstant(Field field) {
    return "DEFAULT_OF_" + Identifier.constant(field.name());
  }
}
