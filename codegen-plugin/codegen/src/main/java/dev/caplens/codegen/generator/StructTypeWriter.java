package dev.caplens.codegen.generator;

import dev.caplens.core.message.StructType;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Writes the type of a struct: a constant, or where the struct has type parameters, a class that
/// keeps the types that depend on them.
final class StructTypeWriter {
  private final SchemaSet schemas;
  private final TypeNames names;
  private final JavaSource out;

  StructTypeWriter(SchemaSet schemas, TypeNames names) {
    this.schemas = schemas;
    this.names = names;
    this.out = names.out();
  }

  void write(StructShape shape) {
    if (shape.generics().any()) {
      generic(shape);
      return;
    }
    out.doc("How to read and build one.");
    out.line("public static final %s<Reader, Builder> TYPE =", names.core("StructType")).deeper(2);
    out.open("new %s<>(%s)", names.core("StructType"), description(shape.struct()));
    factories(shape);
    out.deeper(-1).line("};").deeper(-2);
  }

  /// The id, the name, the size and the form, as the constructor of `StructType` takes them.
  private static String description(Node.Struct struct) {
    return "0x%016xL, %s, %d, %d, %d"
        .formatted(
            struct.id(),
            Literal.ofText(struct.declaration().displayName()),
            struct.dataWords(),
            struct.pointers(),
            StructType.FORM);
  }

  private void factories(StructShape shape) {
    String segment = names.core("Segment");
    String own = shape.generics().arguments();
    String diamond = shape.generics().diamond();
    String bound = shape.generics().any() ? ", this" : "";
    out.line("@" + names.lang("Override"))
        .open(
            "protected Reader%s reader(%s segment, long address, int dataBytes, int pointerCount, int nesting)",
            own, segment);
    out.code(
            "return new Reader%s(segment, address, dataBytes, pointerCount, nesting%s);"
                .formatted(diamond, bound))
        .close();
    out.gap()
        .line("@" + names.lang("Override"))
        .open(
            "protected Builder%s builder(%s segment, long address, int dataBytes, int pointerCount)",
            own, segment);
    out.code(
            "return new Builder%s(segment, address, dataBytes, pointerCount%s);"
                .formatted(diamond, bound))
        .close();
  }

  private void generic(StructShape shape) {
    Generics generics = shape.generics();
    String type = names.core("StructType");
    String any = names.core("AnyPointer");
    int parameters = generics.parameters().size();
    String both = any + ".Reader, " + any + ".Builder";
    String all = String.join(", ", Collections.nCopies(parameters, both));
    String types = String.join(", ", Collections.nCopies(parameters, any + ".TYPE"));
    out.doc("How to read and build one whose type parameters are any pointers.");
    out.code(
        "public static final %s<Reader<%s>, Builder<%s>> TYPE = type(%s);"
            .formatted(type, all, all, types));
    out.gap().doc(typeDoc(generics));
    String own = generics.arguments();
    out.open(
        "public static %s %s<Reader%s, Builder%s> type(%s)",
        own, type, own, own, generics.declarations(names));
    out.code("return new Bound<>(" + generics.variables() + ");").close();
    bound(shape);
  }

  /// The comment of `type`.
  static List<String> typeDoc(Generics generics) {
    List<String> doc =
        new ArrayList<>(
            List.of(
                "{@return how to read and build one with these types for its parameters; each call makes it anew}"));
    doc.addAll(generics.typeTags());
    generics
        .parameters()
        .forEach(p -> doc.add("@param %s the type of `%s`".formatted(p.variable(), p.name())));
    return doc;
  }

  private void bound(StructShape shape) {
    Generics generics = shape.generics();
    String own = generics.arguments();
    String above = "%s<Reader%s, Builder%s>".formatted(names.core("StructType"), own, own);
    out.gap().doc("The types that depend on the parameters, each made when it is first needed.");
    out.open("private static final class Bound%s extends %s", own, above);
    for (Generics.Parameter parameter : generics.parameters()) {
      out.line("private final %s;", Generics.declaration(parameter, names));
    }
    kept(shape, false);
    out.gap().open("Bound(%s)", generics.declarations(names));
    out.code("super(" + description(shape.struct()) + ");");
    for (Generics.Parameter parameter : generics.parameters()) {
      out.line("this.%s = %s;", parameter.variable(), parameter.variable());
    }
    out.close().gap();
    factories(shape);
    kept(shape, true);
    out.close();
  }

  /// Declares or makes the types of the fields of a struct and of its groups.
  private void kept(StructShape shape, boolean make) {
    for (Field field : shape.fields()) {
      switch (field) {
        case Field.Group group ->
            kept(new StructShape(schemas.node(group.typeId(), Node.Struct.class), names), make);
        case Field.Slot slot when slot.type().pointer() -> {
          PointerForm form = PointerForm.of(slot.type(), names);
          if (form.open() && form.made()) {
            kept(shape.boundType(slot), form, make);
          }
        }
        case Field.Slot slot -> {}
      }
    }
  }

  /// Two threads may both make such a type; either serves, since it does not change.
  private void kept(String name, PointerForm form, boolean make) {
    String type = names.core("PointerType");
    String both = form.reader() + ", " + form.builder() + ">";
    if (!make) {
      out.typed("private " + type + "<" + both, " " + name + ";");
      return;
    }
    out.gap().typed(type + "<" + both, " " + name + "() {").deeper(1);
    out.typed(type + "<" + both, " made = " + name + ";");
    out.open("if (made == null)").code("made = " + form.type() + ";");
    out.line("%s = made;", name).close().line("return made;").close();
  }
}
