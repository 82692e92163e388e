package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.KnownAnnotations;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes what can be said of an interface without RPC: its ids, its methods' numbers and structs,
/// and the typed reference that a capability field holds.
final class InterfaceWriter {
  /// The struct that stands for the results of a streaming method, in `stream.capnp`.
  private static final long STREAM_RESULT = 0x995f9a3377c0b16eL;

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
    List<String> doc = new ArrayList<>(Doc.paragraphs(contract.declaration().doc()));
    String schemaName = contract.declaration().name();
    String extended =
        contract.superclasses().stream()
            .map(above -> schemas.node(above.id()).declaration().name())
            .collect(Collectors.joining("`, `", "; extends `", "`"));
    doc.add(
        "The interface `%s`, id `0x%016x`%s."
            .formatted(
                schemaName, contract.id(), contract.superclasses().isEmpty() ? "" : extended));
    out.doc(doc).open("public %sfinal class %s", top ? "" : "static ", name);
    type(contract);
    methods(contract);
    new ConstantsClass(schemas, names).writeInside(contract.declaration());
    out.gap().line("private %s() {}", name).gap();
    out.doc(
        "A capability of this interface in a message: its place in the message's capability table,"
            + " or -1 for null.");
    out.code(
        "public record Reference(int index) implements %s {}".formatted(names.core("Capability")));
    nested.writeInside(contract);
    out.close();
  }

  private void type(Node.Interface contract) {
    String type = names.core("CapabilityType");
    out.doc("The interface's id.");
    out.line("public static final long ID = 0x%016xL;", contract.id()).gap();
    out.doc("How a field or list holds a capability of this interface.");
    out.line("public static final %s<Reference> TYPE =", type).deeper(2);
    out.open(
        "new %s<>(0x%016xL, %s)",
        type, contract.id(), Literal.ofText(contract.declaration().displayName()));
    out.line("@" + names.lang("Override")).open("protected Reference reference(int index)");
    out.line("return new Reference(index);").close().deeper(-1).line("};").deeper(-2);
  }

  private void methods(Node.Interface contract) {
    int ordinal = 0;
    for (Node.Method method : contract.methods()) {
      List<String> doc = new ArrayList<>(Doc.paragraphs(method.member().doc()));
      doc.add(signature(method, ordinal));
      String constant = Identifier.constant(name(method)) + "_METHOD";
      out.gap().doc(doc).line("public static final int %s = %d;", constant, ordinal++);
    }
  }

  private static String name(Node.Method method) {
    return KnownAnnotations.text(method.member().annotations(), KnownAnnotations.NAME)
        .orElseGet(() -> method.member().name());
  }

  private String signature(Node.Method method, int ordinal) {
    String results =
        method.results().id() == STREAM_RESULT ? "stream" : struct(method.results().id());
    return "The number of the method `%s @%d (%s) -> %s`."
        .formatted(method.member().name(), ordinal, struct(method.parameters().id()), results);
  }

  /// The struct as the schema calls it.
  private String struct(long id) {
    return schemas.nodes().containsKey(id) ? schemas.node(id).declaration().name() : "struct";
  }
}
