package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Type;
import java.util.ArrayList;
import java.util.List;

/// Writes what a builder has for a field that is held by a pointer.
final class PointerWriter {
  private final StructShape shape;
  private final TypeNames names;
  private final JavaSource out;
  private final PointerCalls calls;
  private final BuilderWriter builder;

  PointerWriter(StructShape shape, TypeNames names, BuilderWriter builder) {
    this.shape = shape;
    this.names = names;
    this.out = names.out();
    this.calls = new PointerCalls(shape);
    this.builder = builder;
  }

  void write(Field.Slot slot) {
    PointerForm form = PointerForm.of(slot.type(), names);
    String capital = shape.capital(slot);
    String has = "hasPointer(" + slot.offset() + ")";
    out.gap().doc("{@return whether `%s` is there}".formatted(slot.name()));
    out.open("public boolean has%s()", capital);
    out.line("return %s;", slot.inUnion() ? "is" + capital + "() && " + has : has).close();
    builder.getter(slot, form.builder(), calls.get(slot, form));
    if (form.capability()) {
      String doc = "Sets `%s`; null clears it.".formatted(slot.name());
      set(slot, form.reader(), form, doc, "what refers to the message's table of capabilities");
    } else {
      setters(slot, form);
      init(slot, form);
      orphans(slot, form);
    }
  }

  private void setters(Field.Slot slot, PointerForm form) {
    String doc = "Sets `%s` to a copy.".formatted(slot.name());
    switch (slot.type()) {
      case Type.Simple.TEXT ->
          set(slot, names.lang("CharSequence"), form, doc, "what to write in UTF-8");
      case Type.Simple.DATA -> set(slot, "byte[]", form, doc, "what to copy");
      default -> {}
    }
    set(slot, form.reader(), form, doc, "what to copy, from any message");
  }

  private void set(Field.Slot slot, String type, PointerForm form, String doc, String value) {
    builder.setter(
        slot, type + " value", calls.set(slot, form), List.of(doc, "@param value " + value));
  }

  private void init(Field.Slot slot, PointerForm form) {
    if (slot.type() instanceof Type.AnyPointer any && any.kind() != Type.AnyPointer.Kind.ANY) {
      return;
    }
    init(slot, form, form.sized(), calls.init(slot, form));
    if (slot.type() instanceof Type.Parameter && form.open()) {
      String sized = "initPointer(%d, %s, size)".formatted(slot.offset(), calls.type(slot, form));
      init(slot, form, true, sized);
    }
  }

  private void init(Field.Slot slot, PointerForm form, boolean sized, String call) {
    String doc =
        switch (slot.type()) {
          case Type.Simple.TEXT -> "a text of that many bytes, to be filled";
          case Type.Simple.DATA -> "that many zero bytes, to be filled";
          case Type.ListOf list -> "a list of that many elements, all zero or default";
          case Type.Parameter parameter when sized -> "a list, text or data of that size";
          default -> "with all its fields at their defaults";
        };
    List<String> whole = new ArrayList<>();
    whole.add("{@return `%s`, made anew: %s}".formatted(slot.name(), doc));
    if (sized) {
      boolean bytes = slot.type() == Type.Simple.TEXT || slot.type() == Type.Simple.DATA;
      whole.add("@param size how many " + (bytes ? "bytes" : "elements"));
    }
    out.gap().doc(whole);
    out.open("public %s init%s(%s)", form.builder(), shape.capital(slot), sized ? "int size" : "");
    builder.choose(slot);
    out.code("return " + call + ";").close();
  }

  private void orphans(Field.Slot slot, PointerForm form) {
    String orphan = names.core("Orphan") + "<" + form.builder() + ">";
    String type = calls.type(slot, form);
    String capital = shape.capital(slot);
    out.gap()
        .doc(
            "{@return `%s`, taken out of the message's tree; the field is null then}"
                .formatted(slot.name()));
    out.open("public %s disown%s()", orphan, capital);
    builder.require(slot);
    out.code("return disownPointer(%d, %s);".formatted(slot.offset(), type)).close();
    out.gap()
        .doc(
            "Puts an orphan of the same message into `%s`, without a copy.".formatted(slot.name()),
            "@param orphan what to put here",
            "@return this builder");
    String self = "Builder" + shape.generics().arguments();
    out.open("public %s adopt%s(%s orphan)", self, capital, orphan);
    builder.choose(slot);
    out.code("adoptPointer(%d, orphan);".formatted(slot.offset())).line("return this;").close();
  }
}
