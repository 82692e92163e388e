package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.KnownAnnotations;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaError;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the record of a struct that is marked for one: a copy that depends on no message.
///
/// A field that is held by a pointer and is not set is null, so that a copy of a copy has the same
/// content.
final class RecordWriter {
  /// Java allows 255 words of parameters, of which a long takes two.
  private static final int MOST_FIELDS = 120;

  private final SchemaSet schemas;
  private final StructShape shape;
  private final TypeNames names;
  private final JavaSource out;
  private final RecordForms forms;

  RecordWriter(SchemaSet schemas, StructShape shape, TypeNames names) {
    this.schemas = schemas;
    this.shape = shape;
    this.names = names;
    this.out = names.out();
    this.forms = new RecordForms(names);
  }

  /// Whether a node has a record: a struct that is marked, and its groups.
  static boolean wanted(SchemaSet schemas, Node node) {
    Node struct = node;
    while (struct instanceof Node.Struct group && group.group()) {
      struct = schemas.node(group.declaration().scopeId());
    }
    return struct instanceof Node.Struct
        && KnownAnnotations.has(struct.declaration().annotations(), KnownAnnotations.RECORD);
  }

  void write() {
    Map<Field, String> components = components();
    String name = shape.struct().declaration().name();
    List<String> doc = new ArrayList<>();
    doc.add("A copy of a `%s`, which depends on no message.".formatted(name));
    components.forEach((field, component) ->
        doc.add("@param %s `%s`%s".formatted(component, field.name(), nulls(field))));
    out.gap().doc(doc);
    String parameters =
        components.entrySet().stream()
            .map(entry -> type(entry.getKey()) + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    out.open("public record Record(" + parameters + ")");
    read(components.keySet());
    write(components);
    out.close();
  }

  private static String nulls(Field field) {
    return field instanceof Field.Slot slot && slot.type().pointer()
        ? "; null if it is not set"
        : "";
  }

  private Map<Field, String> components() {
    Map<Field, String> components = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Field field : shape.fields()) {
      check(field);
      if (!(field instanceof Field.Slot slot) || slot.type() != Type.Simple.VOID) {
        String capital = shape.capital(field);
        String name = capital.substring(0, 1).toLowerCase(Locale.ROOT) + capital.substring(1);
        components.put(field, FieldNames.unique(Identifier.member(name), taken));
      }
    }
    if (components.size() > MOST_FIELDS) {
      throw refused("has at most " + MOST_FIELDS + " fields", shape.struct().declaration().name());
    }
    return components;
  }

  private void check(Field field) {
    if (shape.generics().any()) {
      throw refused("has no type parameters", field.name());
    }
    if (field.inUnion()) {
      throw refused("has no unions", field.name());
    }
    if (field instanceof Field.Slot slot) {
      check(slot.type(), field);
    }
  }

  private void check(Type type, Field field) {
    switch (type) {
      case Type.ListOf(Type element) when element == Type.Simple.VOID ->
          throw refused("has no lists of Void", field.name());
      case Type.ListOf list -> check(list.element(), field);
      case Type.StructType struct when !wanted(schemas, schemas.node(struct.id())) ->
          throw refused(
              "needs $Caplens.record on " + schemas.node(struct.id()).declaration().displayName(),
              field.name());
      case Type.StructType struct -> {}
      case Type.EnumType named -> {}
      case Type.Simple simple -> {}
      default ->
          throw refused("has no capabilities, any pointers and type parameters", field.name());
    }
  }

  private SchemaError refused(String why, String field) {
    return new SchemaError(
        "%s.%s: a struct with $Caplens.record %s"
            .formatted(shape.struct().declaration().displayName(), field, why));
  }

  private String type(Field field) {
    return switch (field) {
      case Field.Group group -> names.of(group.typeId()) + ".Record";
      case Field.Slot slot -> forms.type(slot.type());
    };
  }

  private void read(Set<Field> fields) {
    out.doc("{@return a copy of what a message holds}", "@param from what to copy");
    out.open("public static Record of(Reader from)");
    List<String> values = fields.stream().map(this::read).toList();
    String all = String.join(", ", values) + ");";
    if (out.fits("return new Record(" + all)) {
      out.line("return new Record(" + all).close();
      return;
    }
    out.line("return new Record(").deeper(2);
    if (out.fits(all)) {
      out.line(all).deeper(-2).close();
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      value(values.get(i) + (i < values.size() - 1 ? "," : ");"));
    }
    out.deeper(-2).close();
  }

  /// An argument; a conditional expression that is too long stands on three lines.
  private void value(String text) {
    int then = text.indexOf(" ? ");
    if (out.fits(text) || then < 0) {
      out.line(text);
      return;
    }
    int otherwise = text.lastIndexOf(" : ");
    out.line(text.substring(0, then)).deeper(2);
    out.code(text.substring(then + 1, otherwise)).line(text.substring(otherwise + 1)).deeper(-2);
  }

  private String read(Field field) {
    String get = "from." + shape.getter(field) + "()";
    return switch (field) {
      case Field.Group group -> names.of(group.typeId()) + ".Record.of(" + get + ")";
      case Field.Slot slot when slot.type().pointer() ->
          "from.has%s() ? %s : null"
              .formatted(shape.capital(field), forms.read(slot.type(), get, 0));
      case Field.Slot slot -> get;
    };
  }

  private void write(Map<Field, String> components) {
    out.gap()
        .doc(
            "Sets all fields of a struct that was just made to what this copy holds.",
            "@param to what to set");
    out.open("public void writeTo(Builder to)");
    components.forEach((field, component) -> {
      String value = component.equals("to") ? "this.to" : component;
      switch (field) {
        case Field.Group group -> out.line("%s.writeTo(to.%s());", value, shape.getter(field));
        case Field.Slot slot when slot.type().pointer() -> {
          out.open("if (%s != null)", value);
          out.code(forms.write(slot.type(), shape.capital(field), value) + ";").close();
        }
        case Field.Slot slot -> out.line("to.set%s(%s);", shape.capital(field), value);
      }
    });
    out.close();
  }
}
