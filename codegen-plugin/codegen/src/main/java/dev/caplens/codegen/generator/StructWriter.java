package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.FixedLayout;
import dev.caplens.core.schema.Declaration;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Writes the class of a struct or group: its type, its reader and builder, and what is nested in
/// it.
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

  void write(Node.Struct struct, boolean top) {
    StructShape shape = new StructShape(struct, names.generics());
    String name = names.simple(struct.id());
    out.doc(doc(struct)).open("public %sfinal class %s", top ? "" : "static ", name);
    type(shape);
    new ConstantsClass(schemas, names).writeInside(struct.declaration());
    pointers(shape);
    out.gap().line("private %s() {}", name);
    new ReaderWriter(shape, names, new FieldDoc(schemas)).write();
    new BuilderWriter(schemas, shape, names).write();
    if (shape.hasUnion()) {
      UnionWriter union = new UnionWriter(shape, names);
      union.which();
      union.variants();
      union.wrongMember();
    }
    FixedLayout.of(schemas, struct)
        .ifPresent(layout -> new LayoutWriter(names).write(struct.declaration().name(), layout));
    nested.writeInside(struct);
    out.close();
  }

  private List<String> doc(Node.Struct struct) {
    Declaration declaration = struct.declaration();
    List<String> doc = new ArrayList<>(Doc.paragraphs(declaration.doc()));
    if (struct.group()) {
      doc.add("The group `%s`, a part of the struct around it.".formatted(declaration.name()));
    } else {
      doc.add(
          "The struct `%s`, id `0x%016x`: %d bytes of data, %d pointers."
              .formatted(
                  declaration.name(), struct.id(), struct.dataWords() * 8, struct.pointers()));
    }
    return doc;
  }

  private void type(StructShape shape) {
    Node.Struct struct = shape.struct();
    Generics generics = shape.generics();
    String access = struct.group() ? "private" : "public";
    String type = names.core("StructType");
    if (!generics.any()) {
      if (!struct.group()) {
        out.doc("How to read and build one.");
      }
      out.line("%s static final %s<Reader, Builder> TYPE =", access, type).deeper(2);
      factory(shape, "");
      out.deeper(-2);
      return;
    }
    if (!struct.group()) {
      String any = names.core("AnyPointer");
      String both = any + ".Reader, " + any + ".Builder";
      String all = String.join(", ", Collections.nCopies(generics.parameters().size(), both));
      String types =
          String.join(", ", Collections.nCopies(generics.parameters().size(), any + ".TYPE"));
      out.doc("How to read and build one whose type parameters are any pointers.");
      out.code(
          "public static final %s<Reader<%s>, Builder<%s>> TYPE = type(%s);"
              .formatted(type, all, all, types));
      out.gap().doc("How to read and build one with these types for its parameters.");
    }
    String own = generics.arguments();
    out.open(
        "%s static %s %s<Reader%s, Builder%s> type(%s)",
        access, own, type, own, own, generics.parametersAlone(names));
    factory(shape, "return ");
    out.close();
  }

  /// The expression of the struct's type behind what stands before it, with a semicolon.
  private void factory(StructShape shape, String before) {
    Node.Struct struct = shape.struct();
    Generics generics = shape.generics();
    String segment = names.core("Segment");
    String own = generics.arguments();
    out.open(
        "%snew %s<>(0x%016xL, %s, %d, %d)",
        before,
        names.core("StructType"),
        struct.id(),
        Literal.ofText(struct.declaration().displayName()),
        struct.dataWords(),
        struct.pointers());
    out.line("@" + names.lang("Override"))
        .open(
            "protected Reader%s reader(%s segment, long address, int dataBytes, int pointerCount, int nesting)",
            own, segment);
    out.code(
            "return new Reader%s(segment, address, dataBytes, pointerCount, nesting%s);"
                .formatted(generics.any() ? "<>" : "", generics.variablesAfter()))
        .close();
    out.gap()
        .line("@" + names.lang("Override"))
        .open(
            "protected Builder%s builder(%s segment, long address, int dataBytes, int pointerCount)",
            own, segment);
    out.code(
            "return new Builder%s(segment, address, dataBytes, pointerCount%s);"
                .formatted(generics.any() ? "<>" : "", generics.variablesAfter()))
        .close();
    out.deeper(-1).line("};");
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
      pointer(slot, PointerForm.of(slot.type(), names));
    }
    out.close();
  }

  private void pointer(Field.Slot slot, PointerForm form) {
    if (form.made() && !form.open()) {
      String both = form.reader() + ", " + form.builder() + ">";
      declare("static final " + names.core("PointerType") + "<", both);
      String constant = StructShape.typeConstant(slot) + " = " + form.type() + ";";
      out.deeper(2).line(constant).deeper(-2);
    }
    if (Words.any(slot.defaultValue())) {
      String any = names.core("AnyPointer");
      String constant = StructShape.defaultConstant(slot);
      String words = Words.expression(any, slot.defaultValue());
      out.code("static final %s.Reader %s = %s;".formatted(any, constant, words));
    }
  }

  private void declare(String type, String arguments) {
    if (out.fits(type + arguments)) {
      out.line(type + arguments);
      return;
    }
    out.line(type).deeper(4);
    if (out.fits(arguments)) {
      out.line(arguments);
    } else {
      // The closing bracket belongs to the last part.
      List<String> parts = JavaSource.parts(arguments.substring(0, arguments.length() - 1));
      out.line(parts.get(0)).line(parts.get(1) + ">");
    }
    out.deeper(-4);
  }
}
