package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Declaration;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// Writes what can be said of an interface without RPC: its id and type, its methods with their
/// structs, and the typed reference that a capability field holds.
final class InterfaceWriter {
  private final SchemaSet schemas;
  private final TypeNames names;
  private final JavaSource out;
  private final TypeWriter nested;

  InterfaceWriter(SchemaSet schemas, TypeNames names, TypeWriter nested) {
    this.schemas = schemas;
    this.names = names;
    this.out = names.out();
    this.nested = nested;
  }

  void write(Node.Interface contract, boolean top) {
    String name = names.simple(contract.id());
    out.doc(doc(contract)).open("public %sfinal class %s", top ? "" : "static ", name);
    out.doc("The interface's id.");
    out.line("public static final long ID = 0x%016xL;", contract.id()).gap();
    type(contract);
    new ConstantsClass(schemas, names).writeInside(contract.declaration());
    out.gap().line("private %s() {}", name);
    MethodsWriter methods = new MethodsWriter(schemas, names);
    methods.contract();
    reference();
    methods.write(contract);
    nested.writeInside(contract, top);
    out.close();
  }

  private List<String> doc(Node.Interface contract) {
    Declaration declaration = contract.declaration();
    List<String> doc = new ArrayList<>(Doc.paragraphs(declaration.doc()));
    String extended =
        contract.superclasses().stream()
            .map(above -> schemas.node(above.id()).declaration().name())
            .collect(Collectors.joining("`, `", "; extends `", "`"));
    String above = contract.superclasses().isEmpty() ? "" : extended;
    doc.add(
        "The interface `%s`, id `0x%016x`%s%s."
            .formatted(declaration.name(), contract.id(), above, names.from(contract)));
    return doc;
  }

  private void type(Node.Interface contract) {
    Generics generics = names.generics();
    String type = names.core("CapabilityType");
    String doc = "How a field or list holds a capability of this interface";
    if (!generics.any()) {
      out.doc(doc + ".").line("public static final %s<Reference> TYPE =", type).deeper(2);
      factory(contract, "");
      out.deeper(-2);
      return;
    }
    String any = names.core("AnyPointer");
    int parameters = generics.parameters().size();
    String both = any + ".Reader, " + any + ".Builder";
    String all = String.join(", ", Collections.nCopies(parameters, both));
    String types = String.join(", ", Collections.nCopies(parameters, any + ".TYPE"));
    out.doc(doc + " whose type parameters are any pointers.");
    out.code("public static final %s<Reference<%s>> TYPE = type(%s);".formatted(type, all, types));
    out.gap().doc(StructTypeWriter.typeDoc(generics));
    String own = generics.arguments();
    out.open(
        "public static %s %s<Reference%s> type(%s)", own, type, own, generics.declarations(names));
    factory(contract, "return ");
    out.close();
  }

  private void factory(Node.Interface contract, String before) {
    Generics generics = names.generics();
    out.open(
        "%snew %s<>(ID, %s)",
        before, names.core("CapabilityType"), Literal.ofText(contract.declaration().displayName()));
    out.line("@" + names.lang("Override"));
    out.open("protected Reference%s reference(int index)", generics.arguments());
    out.line("return new Reference%s(index);", generics.diamond()).close();
    out.deeper(-1).line("};");
  }

  private void reference() {
    Generics generics = names.generics();
    List<String> doc = new ArrayList<>();
    doc.add("A capability of this interface in a message.");
    doc.addAll(generics.typeTags());
    doc.add("@param index its place in the message's capability table, or -1 for null");
    out.gap().doc(doc);
    out.code(
        "public record Reference%s(int index) implements %s {}"
            .formatted(generics.arguments(), names.core("Capability")));
  }
}
