package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.FixedLayout;
import dev.caplens.core.schema.Declaration;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaError;
import dev.caplens.core.schema.SchemaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the class of a struct or group: its type, its reader and builder (or, of one with places,
/// its layout alone), and what is nested in it.
final class StructWriter {
  private final SchemaSet schemas;
  private final TypeNames names;
  private final JavaSource out;
  private final TypeWriter nested;

  StructWriter(SchemaSet schemas, TypeNames names, TypeWriter nested) {
    this.schemas = schemas;
    this.names = names;
    this.out = names.out();
    this.nested = nested;
  }

  void write(StructShape shape, boolean top) {
    Node.Struct struct = shape.struct();
    Optional<FixedLayout> layout = FixedLayout.of(schemas, struct);
    String name = names.simple(struct.id());
    out.doc(doc(struct, layout)).open("public %sfinal class %s", top ? "" : "static ", name);
    if (layout.isPresent() && layout.get().isPlaced()) {
      shared(struct, name);
    } else {
      message(shape, name);
    }
    layout.ifPresent(l -> new LayoutWriter(names).write(struct.declaration().name(), l));
    nested.writeInside(struct, top);
    out.close();
  }

  /// What a struct has besides its layout that stands in shared memory and in no message.
  private void shared(Node.Struct struct, String name) {
    if (RecordWriter.wanted(schemas, struct)) {
      throw new SchemaError(
          "%s: a struct with $Caplens.record has no places ($at), since those are not in a message"
              .formatted(struct.declaration().displayName()));
    }
    new ConstantsClass(schemas, names).writeInside(struct.declaration());
    out.gap().line("private %s() {}", name);
    String doc = "{@return the schema, with its annotations}";
    names.reflection().ifPresent(r -> schema(doc, r, "0x%016xL".formatted(struct.id())));
  }

  private void message(StructShape shape, String name) {
    Node.Struct struct = shape.struct();
    if (!struct.group()) {
      new StructTypeWriter(schemas, names).write(shape);
    }
    new ConstantsClass(schemas, names).writeInside(struct.declaration());
    pointers(shape);
    out.gap().line("private %s() {}", name);
    if (!struct.group()) {
      String doc = "{@return the schema, for access by name, for text and JSON}";
      names.reflection().ifPresent(reflection -> schema(doc, reflection, "TYPE.id()"));
    }
    FieldDoc docs = new FieldDoc(schemas, names);
    new ReaderWriter(shape, names, docs).write();
    new BuilderWriter(schemas, shape, names).write();
    if (shape.hasUnion()) {
      UnionWriter union = new UnionWriter(shape, names, false);
      union.which();
      union.variants();
      union.wrongMember();
    }
    if (RecordWriter.wanted(schemas, struct)) {
      new RecordWriter(schemas, shape, names).write();
    }
  }

  /// The accessor of the struct's schema.
  private void schema(String doc, String reflection, String id) {
    out.gap().doc(doc);
    out.open("public static %s schema()", out.type("dev.caplens.core.dynamic", "StructSchema"));
    out.line("return %s.struct(%s);", reflection, id).close();
  }

  private List<String> doc(Node.Struct struct, Optional<FixedLayout> layout) {
    Declaration declaration = struct.declaration();
    List<String> doc = new ArrayList<>(Doc.paragraphs(declaration.doc()));
    if (struct.group()) {
      doc.add("The group `%s`, a part of the struct around it.".formatted(declaration.name()));
    } else {
      String data = struct.dataWords() * 8 + " bytes of data, " + struct.pointers() + " pointers";
      String size =
          layout
              .filter(FixedLayout::isPlaced)
              .map(placed -> placed.bytes() + " bytes of shared memory")
              .orElse(data);
      doc.add(
          "The struct `%s`, id `0x%016x`: %s%s."
              .formatted(declaration.name(), struct.id(), size, names.from(struct)));
    }
    return doc;
  }

  /// The types and defaults of pointer fields that are objects of their own.
  ///
  /// They stand in a class of their own so that no generated class needs another one to be
  /// initialized: two that need each other would be a deadlock between two threads.
  private void pointers(StructShape shape) {
    List<Field.Slot> kept = new ArrayList<>();
    for (Field field : shape.fields()) {
      if (field instanceof Field.Slot slot && slot.type().pointer()) {
        PointerForm form = PointerForm.of(slot.type(), names);
        if (form.made() && !form.open() || Words.any(slot.defaultValue())) {
          kept.add(slot);
        }
      }
    }
    if (kept.isEmpty()) {
      return;
    }
    out.gap().open("private static final class Pointers");
    for (Field.Slot slot : kept) {
      pointer(shape, slot, PointerForm.of(slot.type(), names));
    }
    out.close();
  }

  private void pointer(StructShape shape, Field.Slot slot, PointerForm form) {
    if (form.made() && !form.open()) {
      String both = "<" + form.reader() + ", " + form.builder() + ">";
      String type = "static final " + names.core("PointerType") + both;
      out.code(type + " " + shape.constant(slot) + " = " + form.type() + ";");
    }
    if (Words.any(slot.defaultValue())) {
      String any = names.core("AnyPointer");
      String left = "static final %s.Reader %s".formatted(any, shape.defaultConstant(slot));
      Words.declare(out, left, any, slot.defaultValue(), ";");
    }
  }
}
