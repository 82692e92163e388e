package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How types are written inside one file.
///
/// A type of the same file is named from the outermost class inwards, without that class where the
/// rest is unambiguous; one whose simple name means something else inside the file is named in
/// full.
final class TypeNames {
  private static final String CORE = "dev.caplens.core.message";

  /// What is known of the schemas besides themselves.
  ///
  /// @param reflection whether the classes carry their schema
  /// @param lines where declarations stand
  record Known(boolean reflection, JavaGenerator.Lines lines) {}

  private final SchemaSet schemas;
  private final JavaNames names;
  private final ClassName top;
  private final JavaSource out;
  private final Map<String, Integer> nested;
  private final Generics generics;
  private final Known known;

  private TypeNames(TypeNames around, Generics generics) {
    this.known = around.known;
    this.schemas = around.schemas;
    this.names = around.names;
    this.top = around.top;
    this.nested = around.nested;
    this.out = around.out;
    this.generics = generics;
  }

  private TypeNames(
      SchemaSet schemas, JavaNames names, ClassName top, Map<String, Integer> nested, Known known) {
    this.known = known;
    this.schemas = schemas;
    this.names = names;
    this.top = top;
    this.nested = nested;
    this.generics = Generics.NONE;
    var taken = names.inPackage(top.packageName());
    taken.addAll(nested.keySet());
    this.out = new JavaSource(top.packageName(), taken);
  }

  /// The names for the file of a top-level node; `out` is where it will be written.
  ///
  /// @param known what is known of the schemas besides themselves
  static TypeNames of(SchemaSet schemas, JavaNames names, Node node, Known known) {
    Map<String, Integer> nested = new HashMap<>();
    collect(schemas, names, node, nested);
    return new TypeNames(schemas, names, names.of(node.id()), nested, known);
  }

  /// The names for the class of a file's constants.
  static TypeNames ofConstants(
      SchemaSet schemas, JavaNames names, ClassName top, JavaGenerator.Lines lines) {
    return new TypeNames(schemas, names, top, Map.of(), new Known(false, lines));
  }

  /// The same names inside a struct that sees type parameters.
  TypeNames with(Generics inside) {
    return new TypeNames(this, inside);
  }

  /// The type parameters that can be named here.
  Generics generics() {
    return generics;
  }

  /// The type parameters that a struct or interface has.
  Generics genericsOf(long structId) {
    return names.generics(schemas.node(structId));
  }

  private static void collect(
      SchemaSet schemas, JavaNames names, Node node, Map<String, Integer> nested) {
    for (Node child : names.inside(node)) {
      nested.merge(names.of(child.id()).simple(), 1, Integer::sum);
      collect(schemas, names, child, nested);
    }
    if (node instanceof Node.Struct struct && struct.discriminants() > 0) {
      FieldNames members = FieldNames.of(struct);
      for (Field field : struct.fields()) {
        if (field.inUnion()) {
          nested.merge(recordName(names.of(node.id()), members.capital(field)), 1, Integer::sum);
        }
      }
    }
  }

  /// The expression of the schema that the file's class carries; empty if it carries none.
  Optional<String> reflection() {
    return known.reflection() ? Optional.of(top.name() + ".Reflection.SCHEMA") : Optional.empty();
  }

  /// Where a type is declared, for the end of its comment: "; from `person.capnp:12`", or nothing.
  String from(Node node) {
    return from(node, "");
  }

  /// The same of a member of a type.
  String from(Node node, String member) {
    int line = known.lines().of(node, member);
    String file = node.declaration().displayName().replaceFirst(":.*", "");
    return line == 0 ? "" : "; from `%s:%d`".formatted(file, line);
  }

  /// The file that is written.
  JavaSource out() {
    return out;
  }

  /// A type of the runtime, such as `Text.Reader`.
  String core(String name) {
    return out.type(CORE, name);
  }

  /// A type of `java.lang`, in full where a schema has taken its name.
  String lang(String name) {
    return out.type("java.lang", name);
  }

  /// The class of a node.
  String of(long id) {
    ClassName name = names.of(id);
    if (!name.packageName().equals(top.packageName())) {
      return out.type(name.packageName(), name.name());
    }
    String outer = top.name() + '.';
    if (name.name().startsWith(outer)) {
      String rest = name.name().substring(outer.length());
      String first = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
      return nested.getOrDefault(first, 0) == 1 ? rest : name.name();
    }
    String outermost =
        name.name().contains(".")
            ? name.name().substring(0, name.name().indexOf('.'))
            : name.name();
    return nested.containsKey(outermost) ? name.packageName() + '.' + name.name() : name.name();
  }

  /// The classes of the groups from the struct inwards to this one, each with `_` behind it.
  String pathInOwner(long groupId) {
    if (!generics.any()) {
      return "";
    }
    String owner = names.of(generics.owner()).name() + '.';
    return names.of(groupId).name().substring(owner.length()).replace('.', '_') + "_";
  }

  /// The record of a union's member: it cannot bear the name of a class around it.
  String recordName(long structId, String capital) {
    return recordName(names.of(structId), capital);
  }

  private static String recordName(ClassName struct, String name) {
    Set<String> taken = new HashSet<>(List.of(struct.name().split("\\.")));
    taken.add("Variant");
    return FieldNames.unique(name, taken);
  }

  /// The last part of a node's class name, for its own declaration.
  String simple(long id) {
    return names.of(id).simple();
  }
}
