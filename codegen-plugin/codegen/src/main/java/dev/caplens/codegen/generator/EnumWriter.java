package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.KnownAnnotations;
import dev.caplens.core.schema.Member;
import dev.caplens.core.schema.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes an enum: its enumerants, and one constant for all values that it does not know.
final class EnumWriter {
  private final TypeNames names;
  private final JavaSource out;
  private final TypeWriter nested;

  EnumWriter(TypeNames names, TypeWriter nested) {
    this.names = names;
    this.nested = nested;
    this.out = names.out();
  }

  void write(Node.Enum node, boolean top) {
    String name = names.simple(node.id());
    List<String> constants = constants(node);
    String unknown = FieldNames.unique("UNKNOWN", new HashSet<>(constants));
    List<String> doc = new ArrayList<>(Doc.paragraphs(node.declaration().doc()));
    doc.add(
        "The enum `%s`, id `0x%016x`%s."
            .formatted(node.declaration().name(), node.id(), names.from(node)));
    out.doc(doc).open("public enum %s", name);
    for (int i = 0; i < constants.size(); i++) {
      Member member = node.enumerants().get(i).member();
      List<String> own = new ArrayList<>(Doc.paragraphs(member.doc()));
      own.add("`%s @%d`%s.".formatted(member.name(), i, names.from(node, member.name())));
      out.gap().doc(own).line(constants.get(i) + ",");
    }
    out.gap()
        .doc("Stands for every value that this code does not know; the sender's schema is newer.");
    out.line(unknown + ";").gap();
    writeType(node, name);
    writeConversions(name, unknown);
    nested.writeInside(node, top);
    out.close();
  }

  private void writeType(Node.Enum node, String name) {
    String type = names.core("EnumType") + "<" + name + ">";
    out.doc("How a list holds this enum.");
    out.line("public static final %s TYPE =", type).deeper(2);
    String id = "0x%016xL".formatted(node.id());
    out.open("new %s(%s, %s)", type, id, Literal.ofText(node.declaration().displayName()));
    out.line("@" + names.lang("Override")).open("protected %s of(int raw)", name);
    out.line("return %s.of(raw);", name).close();
    out.gap().line("@" + names.lang("Override")).open("protected int raw(%s value)", name);
    out.line("return value.raw();").close();
    out.deeper(-1).line("};").deeper(-2).gap();
    out.line("private static final %s[] VALUES = values();", name);
  }

  private void writeConversions(String name, String unknown) {
    out.gap()
        .doc(
            "{@return the enumerant of that number, or [#" + unknown + "]}",
            "@param raw the number, as a message holds it");
    out.open("public static %s of(int raw)", name);
    out.line("return raw >= 0 && raw < %s.ordinal() ? VALUES[raw] : %s;", unknown, unknown);
    out.close();
    out.gap()
        .doc(
            "{@return the number of this enumerant}",
            "@throws %s for [#%s], which has none"
                .formatted(names.lang("IllegalArgumentException"), unknown));
    out.open("public int raw()").open("if (this == %s)", unknown);
    out.code(
        "throw new %s(\"%s.%s has no number; set the raw value instead\");"
            .formatted(names.lang("IllegalArgumentException"), name, unknown));
    out.close().line("return ordinal();").close();
  }

  private static List<String> constants(Node.Enum node) {
    Set<String> taken = new HashSet<>(Set.of("TYPE", "VALUES"));
    List<String> constants = new ArrayList<>();
    for (Node.Enumerant enumerant : node.enumerants()) {
      String name =
          KnownAnnotations.text(enumerant.member().annotations(), KnownAnnotations.NAME)
              .orElseGet(() -> Identifier.constant(enumerant.member().name()));
      constants.add(FieldNames.unique(name, taken));
    }
    return constants;
  }
}
