package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import java.util.ArrayList;
import java.util.List;

/// Writes the builder of a struct.
final class BuilderWriter {
  private final SchemaSet schemas;
  private final StructShape shape;
  private final TypeNames names;
  private final JavaSource out;
  private final UnionWriter union;
  private final PointerWriter pointers;

  BuilderWriter(SchemaSet schemas, StructShape shape, TypeNames names) {
    this.schemas = schemas;
    this.shape = shape;
    this.names = names;
    this.out = names.out();
    this.union = new UnionWriter(shape, names, false);
    this.pointers = new PointerWriter(shape, names, this);
  }

  void write() {
    Generics generics = shape.generics();
    String name = shape.struct().declaration().name();
    List<String> doc =
        new ArrayList<>(
            List.of("Builds a `%s` where it stands. Setters return this builder.".formatted(name)));
    doc.addAll(generics.typeTags());
    out.gap().doc(doc);
    out.open(
        "public static final class Builder%s extends %s",
        generics.arguments(), names.core("StructBuilder"));
    constructors();
    asReader();
    if (shape.hasUnion()) {
      union.accessors();
    }
    new WordsWriter(schemas, shape, names).write(self());
    for (Field field : shape.fields()) {
      write(field);
    }
    if (names.reflection().isPresent()) {
      out.gap().line("@" + names.lang("Override"));
      out.open("public %s toString()", names.lang("String"));
      out.line("return asReader().toString();").close();
    }
    out.close();
  }

  private void constructors() {
    String types = shape.generics().boundParameter();
    LensFields fields = new LensFields(shape.generics(), names);
    fields.declare();
    if (shape.struct().group()) {
      out.open("private Builder(%s parent%s)", names.core("StructBuilder"), types);
      fields.assign("super(parent);");
      return;
    }
    out.open(
        "private Builder(%s segment, long address, int dataBytes, int pointerCount%s)",
        names.core("Segment"), types);
    fields.assign("super(segment, address, dataBytes, pointerCount);");
  }

  /// A group is read through the struct that it is a part of.
  private void asReader() {
    Generics generics = shape.generics();
    String struct = "asReader(" + (generics.any() ? "type" : "TYPE") + ")";
    String group =
        "new Reader%s(%s%s)".formatted(generics.diamond(), struct, generics.boundArgument());
    boolean keepsUnion = shape.struct().group() && shape.hasUnion();
    String later = keepsUnion ? "its union stays as it is now" : "it sees later changes";
    out.gap().doc("{@return what has been built, to read; " + later + "}");
    out.open("public Reader%s asReader()", generics.arguments());
    out.line("return %s;", shape.struct().group() ? group : struct).close();
  }

  /// The type of this builder, as its setters return it.
  private String self() {
    return "Builder" + shape.generics().arguments();
  }

  private void write(Field field) {
    if (field.inUnion()) {
      union.test(field);
    }
    switch (field) {
      case Field.Group group -> group(group);
      case Field.Slot slot when slot.type() == Type.Simple.VOID -> {
        if (slot.inUnion()) {
          String doc = "Makes `%s` the member of the union.".formatted(slot.name());
          setter(slot, "", "", List.of(doc));
        }
      }
      case Field.Slot slot when slot.type().pointer() -> pointers.write(slot);
      case Field.Slot slot -> data(slot);
    }
  }

  private void group(Field.Group group) {
    Generics generics = shape.generics();
    String name = names.of(group.typeId()) + ".Builder";
    String type = name + generics.arguments();
    String made = "new " + name + generics.diamond() + "(this" + generics.boundArgument() + ")";
    getter(group, type, made);
    out.gap().doc("{@return `%s` with all its fields at their defaults}".formatted(group.name()));
    out.open("public %s init%s()", type, shape.capital(group));
    choose(group);
    GroupReset.of(schemas, group).forEach(out::line);
    out.line("return %s;", made).close();
  }

  private void data(Field.Slot slot) {
    SlotForm form = SlotForm.of(slot, names);
    String doc = "Sets `%s`.".formatted(slot.name());
    if (slot.type() instanceof Type.EnumType) {
      getter(slot, form.java(), form.java() + ".of(" + form.get() + ")");
      setter(slot, form.java() + " value", form.set("value.raw()"), enumDoc(doc));
      raw(slot, form);
    } else {
      getter(slot, form.java(), form.get());
      setter(slot, form.java() + " value", form.set("value"), numberDoc(doc, slot.type()));
    }
  }

  private void raw(Field.Slot slot, SlotForm form) {
    String raw = shape.rawCapital(slot);
    out.gap().doc("{@return the number of `%s`}".formatted(slot.name()));
    out.open("public int get%s()", raw);
    union.require(slot);
    out.line("return %s;", form.get()).close();
    String doc = "Sets `%s` by its number.".formatted(slot.name());
    out.gap().doc(numberDoc(doc, Type.Simple.UINT16));
    out.open("public %s set%s(int value)", self(), raw);
    choose(slot);
    out.line(form.set("value") + ";").line("return this;").close();
  }

  private List<String> enumDoc(String doc) {
    return List.of(
        doc,
        "@param value the new value",
        "@return this builder",
        "@throws %s for `UNKNOWN`, which has no number".formatted(refusal()));
  }

  private List<String> numberDoc(String doc, Type type) {
    return switch (type) {
      case Type.Simple.UINT8 -> ranged(doc, "255");
      case Type.Simple.UINT16 -> ranged(doc, "65535");
      case Type.Simple.UINT32 -> ranged(doc, "4294967295");
      case Type.Simple.UINT64 ->
          List.of(doc, "@param value the 64 bits, an unsigned number", "@return this builder");
      default -> List.of(doc, "@param value the new value", "@return this builder");
    };
  }

  private List<String> ranged(String doc, String most) {
    return List.of(
        doc,
        "@param value from 0 to " + most,
        "@return this builder",
        "@throws %s if it is not in that range".formatted(refusal()));
  }

  private String refusal() {
    return names.lang("IllegalArgumentException");
  }

  /// Writes a getter of the same name as the reader's.
  void getter(Field field, String type, String value) {
    String getter = shape.getter(field);
    out.gap().doc("{@return as [Reader#%s()], to build on}".formatted(getter));
    out.open("public %s %s()", type, getter);
    union.require(field);
    out.code("return " + value + ";").close();
  }

  /// Writes a setter.
  ///
  /// @param call what sets the value, or nothing for a void
  void setter(Field field, String parameter, String call, List<String> doc) {
    List<String> whole = new ArrayList<>(doc);
    if (!doc.contains("@return this builder")) {
      whole.add("@return this builder");
    }
    out.gap().doc(whole);
    out.open("public %s set%s(%s)", self(), shape.capital(field), parameter);
    choose(field);
    if (!call.isEmpty()) {
      out.code(call + ";");
    }
    out.line("return this;").close();
  }

  /// Makes the field the active member of its union, if it is in one.
  void choose(Field field) {
    if (field.inUnion()) {
      out.line("setUInt16(%d, %d);", shape.struct().discriminantOffset(), field.discriminant());
    }
  }

  /// Writes the check that the field is the active member of its union, if it is in one.
  void require(Field field) {
    union.require(field);
  }
}
