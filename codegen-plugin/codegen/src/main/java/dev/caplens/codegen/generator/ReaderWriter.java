package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the reader of a struct.
final class ReaderWriter {
  private final StructShape shape;
  private final TypeNames names;
  private final JavaSource out;
  private final FieldDoc docs;
  private final UnionWriter union;
  private final Optional<TagWord> word;

  ReaderWriter(StructShape shape, TypeNames names, FieldDoc docs) {
    this.shape = shape;
    this.names = names;
    this.out = names.out();
    this.docs = docs;
    this.union = new UnionWriter(shape, names, shape.struct().group());
    this.word = shape.struct().group() ? TagWord.of(shape) : Optional.empty();
  }

  void write() {
    String name = shape.struct().declaration().name();
    List<String> doc = new ArrayList<>(List.of("Reads a `%s` where it stands.".formatted(name)));
    doc.addAll(shape.generics().typeTags());
    out.gap().doc(doc);
    out.open(
        "public static final class Reader%s extends %s",
        shape.generics().arguments(), names.core("StructReader"));
    constructors();
    if (shape.hasUnion()) {
      union.accessors();
      union.variant();
    }
    for (Field field : shape.fields()) {
      write(field);
    }
    names.reflection().ifPresent(this::text);
    out.close();
  }

  /// `toString`, which never throws.
  private void text(String reflection) {
    Node.Struct struct = shape.struct();
    String id = struct.group() ? "0x%016xL".formatted(struct.id()) : "TYPE.id()";
    out.gap().line("@" + names.lang("Override"));
    out.open("public %s toString()", names.lang("String"));
    String text = out.type("dev.caplens.core.text", "LensText");
    List<String> arguments = new ArrayList<>(List.of(reflection, id, "this"));
    arguments.addAll(typeArguments());
    out.code("return %s.of(%s);".formatted(text, String.join(", ", arguments))).close();
  }

  /// What the type parameters are read as, scope by scope.
  private List<String> typeArguments() {
    Map<Long, List<Generics.Parameter>> scopes =
        shape.generics().parameters().stream()
            .collect(
                Collectors.groupingBy(
                    Generics.Parameter::scopeId, LinkedHashMap::new, Collectors.toList()));
    List<String> arguments = new ArrayList<>();
    for (Map.Entry<Long, List<Generics.Parameter>> scope : scopes.entrySet()) {
      String types =
          scope.getValue().stream()
              .map(parameter -> "type." + parameter.variable())
              .collect(Collectors.joining(", "));
      String name = out.type("dev.caplens.core.dynamic", "TypeArguments");
      arguments.add("%s.of(0x%016xL, %s)".formatted(name, scope.getKey(), types));
    }
    return arguments;
  }

  private void constructors() {
    String types = shape.generics().boundParameter();
    LensFields fields = new LensFields(shape.generics(), names);
    fields.declare();
    if (shape.struct().group()) {
      word.ifPresent(any -> out.line("private final long word;"));
      if (shape.hasUnion()) {
        out.line("private final int tag;").line("");
      }
      out.open("private Reader(%s parent%s)", names.core("StructReader"), types);
      group(fields);
      return;
    }
    out.open(
        "private Reader(%s segment, long address, int dataBytes, int pointerCount, int nesting%s)",
        names.core("Segment"), types);
    fields.assign("super(segment, address, dataBytes, pointerCount, nesting);");
  }

  /// The end of a group's constructor: a group is got anew for each look at it, so its discriminant
  /// is read once.
  private void group(LensFields fields) {
    if (word.isPresent()) {
      TagWord read = word.get();
      fields.assign("super(parent);", "word = " + read.read() + ";", "tag = " + read.tag() + ";");
    } else if (shape.hasUnion()) {
      fields.assign(
          "super(parent);", "tag = getUInt16(%d);".formatted(shape.struct().discriminantOffset()));
    } else {
      fields.assign("super(parent);");
    }
  }

  private void write(Field field) {
    if (field.inUnion()) {
      union.test(field);
    }
    switch (field) {
      case Field.Group group -> {
        String type = names.of(group.typeId()) + ".Reader";
        String made = "new " + type + shape.generics().diamond();
        String arguments = "(this" + shape.generics().boundArgument() + ")";
        getter(field, type + shape.generics().arguments(), made + arguments, doc(field));
      }
      case Field.Slot slot when slot.type() == Type.Simple.VOID -> {}
      case Field.Slot slot when slot.type().pointer() -> pointer(slot);
      case Field.Slot slot -> data(slot);
    }
  }

  private void data(Field.Slot slot) {
    SlotForm form = SlotForm.of(slot, names);
    String value =
        word.filter(read -> read.holds(slot))
            .map(read -> read.get(slot, form, names))
            .orElse(form.get());
    if (slot.type() instanceof Type.EnumType) {
      getter(slot, form.java(), form.java() + ".of(" + value + ")", doc(slot));
      List<String> doc =
          List.of(
              "{@return the number of `%s`, which is kept even if this code does not know it}"
                  .formatted(slot.name()));
      method("int", "get" + shape.rawCapital(slot), slot, value, doc);
    } else {
      getter(slot, form.java(), value, doc(slot));
    }
  }

  private void pointer(Field.Slot slot) {
    PointerForm form = PointerForm.of(slot.type(), names);
    String has = "hasPointer(" + slot.offset() + ")";
    String test = slot.inUnion() ? "is" + shape.capital(slot) + "() && " + has : has;
    out.gap()
        .doc(
            "{@return whether `%s` is there; if not, it reads as its default}"
                .formatted(slot.name()));
    out.open("public boolean has%s()", shape.capital(slot));
    out.line("return %s;", test).close();
    getter(slot, form.reader(), new PointerCalls(shape).get(slot, form), doc(slot));
  }

  private List<String> doc(Field field) {
    return docs.full(shape.struct(), field);
  }

  private void getter(Field field, String type, String value, List<String> doc) {
    method(type, shape.getter(field), field, value, doc);
  }

  private void method(String type, String name, Field field, String value, List<String> doc) {
    out.gap().doc(doc).open("public %s %s()", type, name);
    union.require(field);
    out.code("return " + value + ";").close();
  }
}
