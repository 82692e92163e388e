package dev.caplens.core.schema;

import dev.caplens.core.encoding.Flat;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.MessageBuilder;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// A node as text that is the same for nodes that mean the same.
///
/// ```
/// struct @0xd94307c4985be8e7 Person 2 3
///   name @0 pointer 0 Text
///   age @1 data 0 UInt16 18
///   group @0x9ea0b19b37fb4435 member 0 contact
/// ```
final class CanonicalForm {
  private final StringBuilder text = new StringBuilder();

  private CanonicalForm() {}

  /// The lines of a node, each with a line break.
  static String of(Node node) {
    CanonicalForm form = new CanonicalForm();
    form.node(node);
    return form.text.toString();
  }

  private void node(Node node) {
    switch (node) {
      case Node.File file -> line("file", id(file.id()));
      case Node.Struct struct -> struct(struct);
      case Node.Enum type -> {
        head("enum", type);
        type.enumerants().forEach(enumerant -> line(" ", enumerant.member().name()));
      }
      case Node.Interface type -> methods(type);
      case Node.Const constant ->
          line(
              "const",
              id(constant.id()),
              constant.declaration().name(),
              type(constant.type()),
              value(constant.value()));
      case Node.Annotation annotation ->
          line(
              "annotation",
              id(annotation.id()),
              annotation.declaration().name(),
              type(annotation.type()));
    }
  }

  private void struct(Node.Struct struct) {
    head(struct.group() ? "group" : "struct", struct, struct.dataWords() + " " + struct.pointers());
    if (struct.discriminants() > 0) {
      line("  union of", struct.discriminants() + " at", struct.discriminantOffset() + "");
    }
    for (Field field : struct.fields()) {
      String member = field.inUnion() ? " member " + field.discriminant() : "";
      String ordinal = field.ordinal() < 0 ? "" : " @" + field.ordinal();
      line(" ", field.name() + ordinal + member, place(field));
    }
  }

  private static String place(Field field) {
    return switch (field) {
      case Field.Group group -> "group " + id(group.typeId());
      case Field.Slot slot ->
          (slot.type().pointer() ? "pointer " : "data ")
              + slot.offset()
              + " "
              + type(slot.type())
              + " "
              + value(slot.defaultValue());
    };
  }

  private void methods(Node.Interface type) {
    head("interface", type);
    type.superclasses().stream()
        .map(superclass -> id(superclass.id()) + brand(superclass.brand()))
        .sorted()
        .forEach(superclass -> line("  extends", superclass));
    for (Node.Method method : type.methods()) {
      line(
          " ",
          method.member().name(),
          method.implicitParameters().size() + "",
          type(method.parameters()),
          type(method.results()));
    }
  }

  private void head(String kind, Node node, String... more) {
    line(
        kind,
        id(node.id()),
        node.declaration().name()
            + parameters(node.declaration().parameters())
            + (more.length == 0 ? "" : " " + more[0]));
  }

  private static String parameters(List<String> parameters) {
    return parameters.isEmpty() ? "" : "(" + parameters.size() + ")";
  }

  private void line(String... words) {
    text.append(String.join(" ", words)).append('\n');
  }

  private static String type(Type type) {
    return switch (type) {
      case Type.Simple simple -> simple.schemaName();
      case Type.ListOf list -> "List(" + type(list.element()) + ")";
      case Type.EnumType named -> id(named.id());
      case Type.StructType named -> id(named.id()) + brand(named.brand());
      case Type.InterfaceType named -> id(named.id()) + brand(named.brand());
      case Type.Parameter parameter -> id(parameter.scopeId()) + "#" + parameter.index();
      case Type.MethodParameter parameter -> "#" + parameter.index();
      case Type.AnyPointer any -> any.kind().name();
    };
  }

  /// Scopes that bind nothing say nothing.
  private static String brand(Brand brand) {
    return brand.scopes().stream()
        .filter(scope -> scope.inherit() || !scope.bindings().isEmpty())
        .sorted(Comparator.comparingLong(Brand.Scope::scopeId))
        .map(CanonicalForm::scope)
        .collect(Collectors.joining());
  }

  private static String scope(Brand.Scope scope) {
    return scope.bindings().stream()
        .map(CanonicalForm::type)
        .collect(
            Collectors.joining(
                ",", "(" + id(scope.scopeId()) + (scope.inherit() ? "*" : "="), ")"));
  }

  private static String value(Value value) {
    return switch (value) {
      case Value.None none -> "-";
      case Value.Bool bool -> String.valueOf(bool.value());
      case Value.Int number -> String.valueOf(number.value());
      case Value.Float32 number -> "0x%08x".formatted(number.bits());
      case Value.Float64 number -> "0x%016x".formatted(number.bits());
      case Value.EnumValue number -> String.valueOf(number.value());
      case Value.Text text -> quoted(text.value());
      case Value.Data data -> HexFormat.of().formatHex(data.value());
      case Value.Pointer pointer when pointer.message().length == 0 -> "null";
      case Value.Pointer pointer -> HexFormat.of().formatHex(canonical(pointer.message()));
    };
  }

  /// Without characters that end a line or the text.
  private static String quoted(String text) {
    return text.chars()
        .mapToObj(c -> c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : "" + (char) c)
        .collect(Collectors.joining("", "\"", "\""));
  }

  /// The message in canonical form, as the only pointer of a struct.
  private static byte[] canonical(byte[] message) {
    MessageBuilder holder = MessageBuilder.create();
    holder.initRoot(AnyStruct.ofSize(0, 1)).pointerAtIndex(0).set(Flat.read(message).rootPointer());
    return Flat.toBytes(Canonical.copyOf(holder.asReader().root(AnyStruct.TYPE)));
  }

  private static String id(long id) {
    return "@0x%016x".formatted(id);
  }
}
