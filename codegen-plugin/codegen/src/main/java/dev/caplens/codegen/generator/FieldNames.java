package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.KnownAnnotations;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names in Java of a struct's fields, each used once.
///
/// Two names of a schema can be one in Java, above all as constants (`aBc` and `aBC` are both
/// `A_BC`); the later one gets `_` behind it.
final class FieldNames {
  private final Map<Field, String> capitals = new HashMap<>();
  private final Map<Field, String> constants = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private FieldNames(List<Field> fields) {
    Set<String> takenConstants = new HashSet<>();
    for (Field field : fields) {
      String name =
          KnownAnnotations.text(field.member().annotations(), KnownAnnotations.NAME)
              .orElse(field.name());
      capitals.put(field, unique(Identifier.capital(name), taken));
      constants.put(field, unique(Identifier.constant(name), takenConstants));
    }
  }

  /// The names of a struct's fields.
  static FieldNames of(Node.Struct struct) {
    return new FieldNames(StructShape.inOrder(struct));
  }

  /// The name, or with as many `_` behind it as make it new; it is taken then.
  static String unique(String name, Set<String> taken) {
    String unique = name;
    while (!taken.add(unique)) {
      unique += "_";
    }
    return unique;
  }

  /// The name as a part behind `get`, `set`, `init`, `has` or `is`, and of a member's record.
  String capital(Field field) {
    return named(capitals, field);
  }

  /// The name as a constant.
  String constant(Field field) {
    return named(constants, field);
  }

  /// What stands behind `get` and `set` for the raw number of an enum.
  String rawCapital(Field field) {
    String raw = capital(field) + "Raw";
    while (taken.contains(raw)) {
      raw += "_";
    }
    return raw;
  }

  private static String named(Map<Field, String> names, Field field) {
    String name = names.get(field);
    if (name == null) {
      throw new IllegalArgumentException(field.name() + " is a field of another struct");
    }
    return name;
  }
}
