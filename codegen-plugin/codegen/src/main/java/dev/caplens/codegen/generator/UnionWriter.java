package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Type;
import java.util.ArrayList;
import java.util.List;

/// Writes what a struct with an unnamed union has on top: the kind of its active member, cheap, and
/// the member with its value, for patterns.
final class UnionWriter {
  private final StructShape shape;
  private final TypeNames names;
  private final JavaSource out;
  private final String tag;

  /// @param held whether the lens has read the discriminant into a field `tag`
  UnionWriter(StructShape shape, TypeNames names, boolean held) {
    this.shape = shape;
    this.tag = held ? "tag" : "getUInt16(" + shape.struct().discriminantOffset() + ")";
    this.names = names;
    this.out = names.out();
  }

  /// The check at the head of an accessor of a member.
  void require(Field field) {
    if (field.inUnion()) {
      out.line("requireMember(%d);", field.discriminant());
    }
  }

  /// The enum of the members.
  void which() {
    out.gap().doc("The members of the union.").open("public enum Which");
    for (Field field : shape.members()) {
      out.gap().doc("`%s`.".formatted(field.name())).line(shape.constant(field) + ",");
    }
    out.gap().doc("A member that this code does not know; the sender's schema is newer.");
    out.line(unknown() + ";").gap().line("private static final Which[] VALUES = values();").gap();
    out.open("private static Which of(int tag)");
    out.line("return tag < %s.ordinal() ? VALUES[tag] : %s;", unknown(), unknown()).close().close();
  }

  /// The sealed interface of the members with their values.
  void variants() {
    List<String> types = shape.generics().typeTags();
    documented("The active member of the union with its value, for `switch` with patterns.", types);
    String arguments = shape.generics().arguments();
    out.open("public sealed interface Variant%s", arguments);
    for (Field field : shape.members()) {
      String value = valueType(field);
      String component = value.isEmpty() ? "" : value + " value";
      List<String> tags = new ArrayList<>(types);
      if (!component.isEmpty()) {
        tags.add("@param value its value");
      }
      documented("`%s`.".formatted(field.name()), tags);
      out.code(
          "record %s%s(%s) implements Variant%s {}"
              .formatted(record(field), arguments, component, arguments));
    }
    List<String> tags = new ArrayList<>(types);
    tags.add("@param tag its number");
    documented("A member that this code does not know; the sender's schema is newer.", tags);
    out.code(
            "record %s%s(int tag) implements Variant%s {}"
                .formatted(unknownRecord(), arguments, arguments))
        .close();
  }

  private void documented(String text, List<String> tags) {
    List<String> doc = new ArrayList<>(List.of(text));
    doc.addAll(tags);
    out.gap().doc(doc);
  }

  /// `which`, and the check that accessors use.
  void accessors() {
    String when = tag.equals("tag") ? "; it was read once, when this was got" : "";
    if (!when.isEmpty() && TagWord.of(shape).isPresent()) {
      when += ", with the members in its word";
    }
    out.gap().doc("{@return which member of the union is active" + when + "}");
    out.open("public Which which()").line("return Which.of(%s);", tag).close().gap();
    out.open("private void requireMember(int member)");
    out.open("if (%s != member)", tag).line("throw wrongMember(%s, member);", tag).close().close();
  }

  /// The exception for access to a member that is not active; apart, so that accessors stay small.
  void wrongMember() {
    String name = shape.struct().declaration().name();
    String exception = names.lang("IllegalStateException");
    out.gap().open("private static %s wrongMember(int active, int asked)", exception);
    out.line("return new %s(", exception).deeper(2);
    String text = "\"" + name + ": the active member of the union is \"";
    List<String> parts = List.of("+ Which.of(active)", "+ \", not \"", "+ Which.of(asked));");
    String whole = text + " " + String.join(" ", parts);
    if (out.fits(whole)) {
      out.line(whole).deeper(-2).close();
    } else {
      out.line(text).deeper(2);
      parts.forEach(out::line);
      out.deeper(-4).close();
    }
  }

  /// `isX`.
  void test(Field field) {
    out.gap()
        .doc("{@return whether `%s` is the active member of the union}".formatted(field.name()));
    out.open("public boolean is%s()", shape.capital(field));
    out.line("return %s == %d;", tag, field.discriminant()).close();
  }

  /// `variant`.
  void variant() {
    out.gap()
        .doc("{@return the active member of the union with its value}")
        .open("public Variant%s variant()", shape.generics().arguments());
    String diamond = shape.generics().diamond();
    if (!tag.equals("tag")) {
      out.line("int tag = %s;", tag);
    }
    out.open("return switch (tag)");
    for (Field field : shape.members()) {
      String value = valueType(field).isEmpty() ? "" : shape.getter(field) + "()";
      out.line(
          "case %d -> new Variant.%s%s(%s);", field.discriminant(), record(field), diamond, value);
    }
    out.line("default -> new Variant.%s%s(tag);", unknownRecord(), diamond);
    out.deeper(-1).line("};").close();
  }

  private String valueType(Field field) {
    return switch (field) {
      case Field.Group group -> names.of(group.typeId()) + ".Reader" + shape.generics().arguments();
      case Field.Slot slot when slot.type() == Type.Simple.VOID -> "";
      case Field.Slot slot when slot.type().pointer() ->
          PointerForm.of(slot.type(), names).reader();
      case Field.Slot slot -> SlotForm.of(slot, names).java();
    };
  }

  private String record(Field field) {
    return names.recordName(shape.struct().id(), shape.capital(field));
  }

  private String unknownRecord() {
    List<String> taken = shape.members().stream().map(shape::capital).toList();
    return taken.contains("Unknown") ? "UnknownMember" : "Unknown";
  }

  private String unknown() {
    List<String> taken = shape.members().stream().map(shape::constant).toList();
    return taken.contains("UNKNOWN") ? "UNKNOWN_MEMBER" : "UNKNOWN";
  }
}
