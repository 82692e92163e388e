package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.KnownAnnotations;
import dev.caplens.core.schema.AnnotationUse;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the methods of an interface as objects, and the contract that they make.
///
/// They stand in a class of their own, which is loaded when they are first asked for, so that the
/// interface's class needs no other class to be initialized.
final class MethodsWriter {
  private static final String PACKAGE = "dev.caplens.core.contract";

  /// The struct that stands for the results of a streaming method, in `stream.capnp`.
  static final long STREAM_RESULT = 0x995f9a3377c0b16eL;

  private final SchemaSet schemas;
  private final TypeNames names;
  private final JavaSource out;

  MethodsWriter(SchemaSet schemas, TypeNames names) {
    this.schemas = schemas;
    this.names = names;
    this.out = names.out();
  }

  /// Writes the accessor of the contract.
  void contract() {
    out.gap().doc("{@return the interface with its methods and the interfaces that it extends}");
    out.open("public static %s contract()", out.type(PACKAGE, "Contract"));
    out.line("return Methods.CONTRACT;").close();
  }

  /// Writes the class of the methods.
  void write(Node.Interface contract) {
    out.gap().doc("The methods, as calls need them.").open("public static final class Methods");
    Set<String> taken = new HashSet<>(Set.of("CONTRACT"));
    List<String> constants = new ArrayList<>();
    for (Node.Method method : contract.methods()) {
      String constant = FieldNames.unique(Identifier.constant(name(method)), taken);
      method(method, constants.size(), constant, names.from(contract, method.member().name()));
      constants.add(constant);
    }
    String type = out.type(PACKAGE, "Contract");
    String above =
        contract.superclasses().stream()
            .map(superclass -> names.of(superclass.id()) + ".contract()")
            .collect(Collectors.joining(", ", list() + "(", ")"));
    String own = constants.stream().collect(Collectors.joining(", ", list() + "(", ")"));
    String name = Literal.ofText(contract.declaration().displayName());
    out.gap();
    out.code(
        "private static final %s CONTRACT = new %s(ID, %s, %s, %s);"
            .formatted(type, type, name, above, own));
    out.gap().line("private Methods() {}").close();
  }

  private void method(Node.Method method, int ordinal, String constant, String from) {
    List<String> doc = new ArrayList<>(Doc.paragraphs(method.member().doc()));
    doc.add(declaration(method, ordinal) + from + ".");
    out.gap().doc(doc);
    String type = out.type(PACKAGE, "Method");
    String own =
        method.implicitParameters().stream()
            .map(Literal::ofText)
            .collect(Collectors.joining(", ", list() + "(", ")"));
    String signature =
        "new %s.Signature(%s, %s.TYPE, %s)"
            .formatted(type, own, names.of(method.parameters().id()), results(method));
    String left = "public static final %s %s =".formatted(type, constant);
    String name = Literal.ofText(method.member().name());
    out.line(left).deeper(2).line("new %s(", type).deeper(2);
    out.line("ID,").line("%d,", ordinal).line(name + ",").line("%s.Kind.%s,", type, kind(method));
    out.code(signature + ");").deeper(-4);
  }

  private String list() {
    return out.type("java.util", "List") + ".of";
  }

  private String results(Node.Method method) {
    return streams(method)
        ? names.core("AnyStruct") + ".TYPE"
        : names.of(method.results().id()) + ".TYPE";
  }

  private static boolean streams(Node.Method method) {
    return method.results().id() == STREAM_RESULT;
  }

  private static String kind(Node.Method method) {
    if (streams(method)) {
      return "STREAM";
    }
    List<AnnotationUse> annotations = method.member().annotations();
    return KnownAnnotations.has(annotations, KnownAnnotations.DEFERRED) ? "DEFERRED" : "CALL";
  }

  private static String name(Node.Method method) {
    return KnownAnnotations.text(method.member().annotations(), KnownAnnotations.NAME)
        .orElseGet(() -> method.member().name());
  }

  private String declaration(Node.Method method, int ordinal) {
    String own = method.implicitParameters().isEmpty() ? "" : method.implicitParameters() + " ";
    String results = streams(method) ? "stream" : struct(method.results().id());
    String parameters = struct(method.parameters().id());
    return "`%s @%d %s%s -> %s`"
        .formatted(method.member().name(), ordinal, own, parameters, results);
  }

  /// The struct as the schema writes it: by its name, or as a list of fields.
  private String struct(long id) {
    Node.Struct struct = schemas.node(id, Node.Struct.class);
    if (struct.declaration().scopeId() != 0) {
      return struct.declaration().name();
    }
    FieldDoc docs = new FieldDoc(schemas, names);
    return StructShape.inOrder(struct).stream()
        .map(docs::parameter)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
