package dev.caplens.codegen.generator;

import static java.util.stream.Collectors.joining;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import dev.caplens.core.schema.Value;
import java.util.ArrayList;
import java.util.List;

/// What the comment of an accessor says: the schema's comment, then declaration and place.
final class FieldDoc {
  private final SchemaSet schemas;
  private final TypeNames names;

  FieldDoc(SchemaSet schemas, TypeNames names) {
    this.schemas = schemas;
    this.names = names;
  }

  /// The comment of the field's getter in the reader of its struct.
  List<String> full(Node.Struct struct, Field field) {
    List<String> paragraphs = new ArrayList<>(Doc.paragraphs(field.member().doc()));
    paragraphs.add(declaration(field) + place(field) + names.from(struct, field.name()));
    return Doc.returning(paragraphs);
  }

  private String declaration(Field field) {
    String ordinal = field.ordinal() < 0 ? "" : "@" + field.ordinal() + " ";
    return "`" + declaration(field, ordinal) + "`";
  }

  private String declaration(Field field, String ordinal) {
    return switch (field) {
      case Field.Slot slot ->
          slot.name() + " " + ordinal + ":" + type(slot.type()) + defaultValue(slot);
      case Field.Group group -> group.name() + " :group";
    };
  }

  /// The field as a parameter of a method: `name :Text = "x"`.
  String parameter(Field field) {
    return declaration(field, "");
  }

  private String place(Field field) {
    String member = field.inUnion() ? ", member " + field.discriminant() + " of the union" : "";
    if (!(field instanceof Field.Slot slot)) {
      return member;
    }
    Type type = slot.type();
    String unsigned = type == Type.Simple.UINT64 ? "; for `Long.compareUnsigned` and its kin" : "";
    if (type.pointer()) {
      return ", pointer " + slot.offset() + member;
    }
    return switch (type.bits()) {
      case 0 -> member;
      case 1 -> ", bit " + slot.offset() + member;
      default -> ", byte " + slot.offset() * type.bits() / 8 + member + unsigned;
    };
  }

  private String defaultValue(Field.Slot slot) {
    if (!slot.explicitDefault()) {
      return "";
    }
    return switch (slot.defaultValue()) {
      case Value.Bool bool -> " = " + bool.value();
      case Value.Int number when slot.type() == Type.Simple.UINT64 ->
          " = " + Long.toUnsignedString(number.value());
      case Value.Int number -> " = " + number.value();
      case Value.EnumValue number -> " = " + enumerant(slot.type(), number.value());
      case Value.Float32 number -> " = " + Float.intBitsToFloat(number.bits());
      case Value.Float64 number -> " = " + Double.longBitsToDouble(number.bits());
      case Value.Text text -> " = " + Literal.ofText(text.value()).replace('`', '\'');
      case Value.Data data -> " = (" + data.value().length + " bytes)";
      case Value.Pointer pointer -> " = (" + pointer.message().length / 8 + " words)";
      case Value.None none -> "";
    };
  }

  private String enumerant(Type type, int value) {
    var enumerants = schemas.node(((Type.EnumType) type).id(), Node.Enum.class).enumerants();
    return value < enumerants.size()
        ? enumerants.get(value).member().name()
        : Integer.toString(value);
  }

  /// The type as the schema would write it, by the last part of its name.
  String type(Type type) {
    return switch (type) {
      case Type.ListOf list -> "List(" + type(list.element()) + ")";
      case Type.EnumType named -> schemas.node(named.id()).declaration().name();
      case Type.StructType named -> branded(named);
      case Type.InterfaceType named -> schemas.node(named.id()).declaration().name();
      case Type.Parameter parameter -> parameter(parameter);
      default -> JavaType.schemaName(type);
    };
  }

  private String branded(Type.StructType struct) {
    Node node = schemas.node(struct.id());
    List<Type> bound = names.genericsOf(struct.id()).bound(struct.brand());
    boolean open = bound.stream().allMatch(Type.AnyPointer.class::isInstance);
    String name = node.declaration().name();
    return open ? name : name + bound.stream().map(this::type).collect(joining(", ", "(", ")"));
  }

  private String parameter(Type.Parameter parameter) {
    List<String> names = schemas.node(parameter.scopeId()).declaration().parameters();
    return parameter.index() < names.size() ? names.get(parameter.index()) : "AnyPointer";
  }
}
