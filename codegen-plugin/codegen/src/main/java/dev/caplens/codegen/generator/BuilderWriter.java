package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;

/// Writes the builder of a struct.
final class BuilderWriter {
  private final SchemaSet schemas;
  private final StructShape shape;
  private final TypeNames names;
  private final JavaSource out;

  BuilderWriter(SchemaSet schemas, StructShape shape, TypeNames names) {
    this.schemas = schemas;
    this.shape = shape;
    this.names = names;
    this.out = names.out();
  }

  void write() {
    String name = shape.struct().declaration().name();
    out.gap().doc("Builds a `%s` where it stands. Setters return this builder.".formatted(name));
    out.open(
        "public static final class Builder%s extends %s",
        shape.generics().arguments(), names.core("StructBuilder"));
    constructors();
    out.gap().doc("What has been built, to read; it sees later changes.");
    String arguments = shape.generics().arguments();
    String type =
        shape.generics().any() ? "type(" + shape.generics().variablesAlone() + ")" : "TYPE";
    out.open("public Reader%s asReader()", arguments).line("return asReader(%s);", type).close();
    if (shape.hasUnion()) {
      new UnionWriter(shape, names).accessors();
    }
    new WordsWriter(schemas, shape, names).write(self());
    for (Field field : shape.fields()) {
      write(field);
    }
    out.close();
  }

  private void constructors() {
    String segment = names.core("Segment");
    String types = shape.generics().parametersAfter(names);
    LensFields fields = new LensFields(shape.generics(), names);
    fields.declare();
    if (shape.struct().group()) {
      out.open("private Builder(%s parent%s)", names.core("StructBuilder"), types);
      fields.assign("super(parent);");
      out.gap();
    }
    out.open(
        "private Builder(%s segment, long address, int dataBytes, int pointerCount%s)",
        segment, types);
    fields.assign("super(segment, address, dataBytes, pointerCount);");
  }

  /// The type of this builder, as its setters return it.
  private String self() {
    return "Builder" + shape.generics().arguments();
  }

  private void write(Field field) {
    if (field.inUnion()) {
      new UnionWriter(shape, names).test(field);
    }
    switch (field) {
      case Field.Group group -> group(group);
      case Field.Slot slot when slot.type() == Type.Simple.VOID -> {
        if (slot.inUnion()) {
          setter(slot, "", "", "Makes `%s` the member of the union.".formatted(slot.name()));
        }
      }
      case Field.Slot slot when slot.type().pointer() -> pointer(slot);
      case Field.Slot slot -> data(slot);
    }
  }

  private void group(Field.Group group) {
    String type = names.of(group.typeId()) + ".Builder" + shape.generics().arguments();
    String made = "new " + type + "(this" + shape.generics().variablesAfter() + ")";
    getter(group, type, made);
    out.gap()
        .doc("Sets all fields of `%s` to their defaults, and builds it.".formatted(group.name()));
    out.open("public %s init%s()", type, StructShape.capital(group));
    choose(group);
    GroupReset.of(schemas, group).forEach(out::line);
    out.line("return %s;", made).close();
  }

  private void data(Field.Slot slot) {
    SlotForm form = SlotForm.of(slot, names);
    String doc = "Sets `%s`.".formatted(slot.name());
    if (slot.type() instanceof Type.EnumType) {
      getter(slot, form.java(), form.java() + ".of(" + form.get() + ")");
      setter(slot, form.java() + " value", form.set("value.raw()"), doc);
      String raw = shape.rawCapital(slot);
      out.gap().doc("The number of `%s`.".formatted(slot.name())).open("public int get%s()", raw);
      UnionWriter.require(out, slot);
      out.line("return %s;", form.get()).close();
      out.gap().doc("Sets `%s` by its number, 0 to 65535.".formatted(slot.name()));
      out.open("public %s set%s(int value)", self(), raw);
      choose(slot);
      out.line(form.set("value") + ";").line("return this;").close();
    } else {
      getter(slot, form.java(), form.get());
      setter(slot, form.java() + " value", form.set("value"), doc + range(slot.type()));
    }
  }

  private static String range(Type type) {
    return switch (type) {
      case Type.Simple.UINT8 -> " From 0 to 255, or an `IllegalArgumentException`.";
      case Type.Simple.UINT16 -> " From 0 to 65535, or an `IllegalArgumentException`.";
      case Type.Simple.UINT32 -> " From 0 to 4294967295, or an `IllegalArgumentException`.";
      case Type.Simple.UINT64 -> " The 64 bits are an unsigned number.";
      default -> "";
    };
  }

  private void pointer(Field.Slot slot) {
    PointerForm form = PointerForm.of(slot.type(), names);
    String has = "hasPointer(" + slot.offset() + ")";
    String test = slot.inUnion() ? "is" + StructShape.capital(slot) + "() && " + has : has;
    out.gap().doc("Whether `%s` is there.".formatted(slot.name()));
    out.open("public boolean has%s()", StructShape.capital(slot));
    out.line("return %s;", test).close();
    getter(slot, form.builder(), PointerCalls.get(slot, form));
    setters(slot, form);
    if (!(slot.type() instanceof Type.InterfaceType)) {
      init(slot, form);
      orphans(slot, form);
    }
  }

  private void setters(Field.Slot slot, PointerForm form) {
    String set = PointerCalls.set(slot, form);
    String doc = "Sets `%s` to a copy.".formatted(slot.name());
    switch (slot.type()) {
      case Type.Simple.TEXT -> setter(slot, names.lang("CharSequence") + " value", set, doc);
      case Type.Simple.DATA -> setter(slot, "byte[] value", set, doc);
      default -> {}
    }
    if (slot.type() instanceof Type.InterfaceType) {
      String nullable = out.type("org.jspecify.annotations", "Nullable");
      int dot = form.reader().lastIndexOf('.');
      String type =
          form.reader().substring(0, dot)
              + ".@"
              + nullable
              + form.reader().substring(dot).replace('.', ' ');
      setter(slot, type + " value", set, "Sets `%s`; null clears it.".formatted(slot.name()));
    } else {
      setter(slot, form.reader() + " value", set, doc);
    }
  }

  private void init(Field.Slot slot, PointerForm form) {
    String size = form.sized() ? "int size" : "";
    String doc =
        switch (slot.type()) {
          case Type.Simple.TEXT -> "Makes `%s` a text of that many bytes, to be filled.";
          case Type.Simple.DATA -> "Makes `%s` that many zero bytes, to be filled.";
          case Type.ListOf list -> "Makes `%s` a list of that many elements, all zero or default.";
          default -> "Makes `%s` anew, with all defaults.";
        };
    if (slot.type() instanceof Type.AnyPointer any && any.kind() != Type.AnyPointer.Kind.ANY) {
      return;
    }
    out.gap().doc(doc.formatted(slot.name()));
    out.open("public %s init%s(%s)", form.builder(), StructShape.capital(slot), size);
    choose(slot);
    out.code("return " + PointerCalls.init(slot, form) + ";").close();
    if (slot.type() instanceof Type.Parameter && form.open()) {
      out.gap().doc("As above, where the type is a list, text or data of that size.");
      out.open("public %s init%s(int size)", form.builder(), StructShape.capital(slot));
      choose(slot);
      out.line("return initPointer(%d, %s, size);", slot.offset(), form.type()).close();
    }
  }

  private void orphans(Field.Slot slot, PointerForm form) {
    String orphan = names.core("Orphan") + "<" + form.builder() + ">";
    String type = PointerCalls.type(slot, form);
    out.gap()
        .doc(
            "Takes `%s` out of the message's tree; the field is null then.".formatted(slot.name()));
    out.open("public %s disown%s()", orphan, StructShape.capital(slot));
    UnionWriter.require(out, slot);
    out.code("return disownPointer(%d, %s);".formatted(slot.offset(), type)).close();
    out.gap().doc("Puts an orphan of the same message here, without a copy.");
    out.open("public %s adopt%s(%s orphan)", self(), StructShape.capital(slot), orphan);
    choose(slot);
    out.code("adoptPointer(%d, orphan);".formatted(slot.offset())).line("return this;").close();
  }

  private void getter(Field field, String type, String value) {
    out.gap().doc("As [Reader#%s()], to build on.".formatted(StructShape.getter(field)));
    out.open("public %s %s()", type, StructShape.getter(field));
    UnionWriter.require(out, field);
    out.code("return " + value + ";").close();
  }

  private void setter(Field field, String parameter, String call, String doc) {
    out.gap().doc(doc);
    out.open("public %s set%s(%s)", self(), StructShape.capital(field), parameter);
    choose(field);
    if (!call.isEmpty()) {
      out.code(call + ";");
    }
    out.line("return this;").close();
  }

  /// Makes the field the active member of its union, if it is in one.
  private void choose(Field field) {
    if (field.inUnion()) {
      out.line("setUInt16(%d, %d);", shape.struct().discriminantOffset(), field.discriminant());
    }
  }
}
