package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.naming.BrandScope;
import dev.caplens.codegen.compiler.naming.BrandedDeclaration;
import dev.caplens.codegen.compiler.naming.Kind;
import dev.caplens.codegen.compiler.naming.MethodParameters;
import dev.caplens.codegen.compiler.naming.NameInterpreter;
import dev.caplens.codegen.compiler.naming.Resolution;
import dev.caplens.codegen.compiler.naming.Scope;
import dev.caplens.codegen.compiler.schema.Brand;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.SchemaNode.StructReference;
import dev.caplens.codegen.compiler.schema.SourceRange;
import dev.caplens.codegen.compiler.syntax.AnnotationTarget;
import dev.caplens.codegen.compiler.syntax.Declaration;
import dev.caplens.codegen.compiler.syntax.Declaration.Body;
import dev.caplens.codegen.compiler.syntax.Declaration.Parameters;
import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.Name;
import dev.caplens.core.syntax.Number;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Translates superclasses and methods; lists of parameters and of results become structs.
final class InterfaceTranslator {

  private static final long STREAM_RESULT = 0x995f9a3377c0b16eL;
  private static final StructReference NONE = new StructReference(0, Brand.NONE);

  /// A method whose annotations may be pending.
  private record MethodDraft(
      String name,
      int codeOrder,
      List<String> implicitParameters,
      StructReference parameters,
      StructReference results,
      List<Annotations.Draft> annotations) {

    SchemaNode.Method finish() {
      return new SchemaNode.Method(
          name,
          codeOrder,
          implicitParameters,
          parameters,
          results,
          Annotations.finish(annotations));
    }
  }

  private record ParameterStruct(Member root, StructTranslator struct, List<String> parameters) {}

  private record Side(boolean results, int ordinal, String methodName, List<Name> implicit) {}

  private final NameInterpreter names;
  private final PendingValues values;
  private final Annotations annotations;
  private final NodeIdentity identity;
  private final List<SchemaNode.Superclass> superclasses = new ArrayList<>();
  private final List<MethodDraft> methods = new ArrayList<>();
  private final List<ParameterStruct> structs = new ArrayList<>();
  private final List<@Nullable String> docComments = new ArrayList<>();

  InterfaceTranslator(
      NameInterpreter names, PendingValues values, Annotations annotations, NodeIdentity identity) {
    this.names = names;
    this.values = values;
    this.annotations = annotations;
    this.identity = identity;
  }

  void translate(Body.Interface body, List<Declaration> nested) {
    body.superclasses().forEach(this::superclass);
    DuplicateOrdinals ordinals = new DuplicateOrdinals(names.errors());
    for (OrderedMember member : OrderedMember.sorted(nested, Body.Method.class)) {
      Declaration declaration = member.declaration();
      ordinals.check(member.ordinal());
      docComments.add(declaration.docComment());
      method(declaration, (Body.Method) declaration.body(), member);
    }
  }

  private void superclass(Expression source) {
    BrandedDeclaration declaration = names.interpret(source, MethodParameters.NONE);
    switch (declaration) {
      case null -> {}
      case BrandedDeclaration.Declared declared when declared.kind() == Kind.INTERFACE ->
          superclasses.add(new SchemaNode.Superclass(declared.id(), declared.brand()));
      case BrandedDeclaration.Declared declared ->
          declared.error(names.errors(), "'" + declared.text() + "' is not an interface.");
      case BrandedDeclaration.Variable variable ->
          variable.error(
              names.errors(),
              "'"
                  + variable.text()
                  + "' is an unbound generic parameter. Currently we don't support extending "
                  + "these.");
    }
  }

  private void method(Declaration declaration, Body.Method body, OrderedMember member) {
    List<Name> implicit = declaration.header().parameters();
    int ordinal = (int) member.ordinal().value() & 0xffff;
    String name = declaration.name().text();
    if (body.parameters() instanceof Parameters.Stream stream) {
      names
          .errors()
          .error(stream.start(), stream.end(), "'stream' can only appear after '->', not before.");
    }
    StructReference parameters =
        reference(body.parameters(), new Side(false, ordinal, name, implicit));
    Parameters declaredResults = body.results();
    Parameters results =
        declaredResults == null ? new Parameters.Named(List.of(), 0, 0) : declaredResults;
    StructReference resultReference = reference(results, new Side(true, ordinal, name, implicit));
    methods.add(
        new MethodDraft(
            name,
            member.codeOrder(),
            implicit.stream().map(Name::text).toList(),
            parameters,
            resultReference,
            annotations.translate(declaration.header().annotations(), AnnotationTarget.METHOD)));
  }

  private StructReference reference(Parameters parameters, Side side) {
    return switch (parameters) {
      case Parameters.Named(var list, int start, int end) -> struct(list, side);
      case Parameters.Whole(Expression type) -> whole(type, side);
      case Parameters.Stream stream -> stream(stream);
    };
  }

  private StructReference struct(List<Declaration.Parameter> list, Side side) {
    String simpleName = side.methodName() + (side.results() ? "$Results" : "$Params");
    Member.Source source =
        new Member.Source(Name.NONE, null, AnnotationTarget.STRUCT, List.of(), null, 0, 0);
    Member root = new Member(null, source, 0, false);
    root.id = DerivedIds.parameters(identity.id(), side.ordinal(), side.results());
    root.displayName = identity.displayName() + "." + simpleName;
    root.prefixLength = NodeTranslator.byteLength(identity.displayName()) + 1;
    FieldTranslator fields =
        new FieldTranslator(
            names, values, annotations, new MethodParameters(root.id, side.implicit()));
    StructTranslator struct = new StructTranslator(fields, names.errors(), root);
    struct.translate(list);
    structs.add(
        new ParameterStruct(root, struct, side.implicit().stream().map(Name::text).toList()));
    // The struct stands within the interface; its parameters mirror the method's, and are left
    // unbound.
    BrandScope brand = names.brands().enter(root.id, side.implicit().size());
    return new StructReference(root.id, brand.brand());
  }

  private StructReference whole(Expression type, Side side) {
    BrandedDeclaration declaration =
        names.interpret(type, new MethodParameters(0, side.implicit()));
    return switch (declaration) {
      case null -> NONE;
      case BrandedDeclaration.Declared declared when declared.kind() == Kind.STRUCT ->
          new StructReference(declared.id(), declared.brand());
      case BrandedDeclaration.Declared declared -> {
        names.errors().errorOn(type, "'" + type + "' is not a struct type.");
        yield NONE;
      }
      case BrandedDeclaration.Variable variable -> {
        variable.error(
            names.errors(),
            "Cannot use generic parameter as whole input or output of a method. Instead, use a "
                + "parameter/result list containing a field with this type.");
        yield NONE;
      }
    };
  }

  private StructReference stream(Parameters.Stream stream) {
    Scope file = names.scope().importFile("/capnp/stream.capnp");
    if (file == null) {
      names
          .errors()
          .error(
              stream.start(),
              stream.end(),
              "A method declaration uses streaming, but '/capnp/stream.capnp' is not found in the "
                  + "import path. This is a standard file that should always be installed with "
                  + "the Cap'n Proto compiler.");
    } else if (!(file.member("StreamResult") instanceof Resolution.Declared)) {
      names
          .errors()
          .error(
              stream.start(),
              stream.end(),
              "The version of '/capnp/stream.capnp' found in your import path does not appear to "
                  + "be the official one; it is missing the declaration of StreamResult.");
    }
    return new StructReference(STREAM_RESULT, Brand.NONE);
  }

  SchemaNode.Interface body() {
    return new SchemaNode.Interface(
        List.copyOf(superclasses), methods.stream().map(MethodDraft::finish).toList());
  }

  List<@Nullable String> docComments() {
    return docComments;
  }

  /// The structs made from parameters and results.
  List<SchemaNode> auxiliary(boolean generic) {
    return structs.stream()
        .map(struct ->
            new SchemaNode(
                struct.root().id,
                struct.root().displayName,
                struct.root().prefixLength,
                0,
                struct.parameters(),
                generic || !struct.parameters().isEmpty(),
                null,
                List.of(),
                SourceRange.NONE,
                struct
                    .root()
                    .toStruct(
                        struct.struct().layout().dataWords(), struct.struct().layout().pointers())))
        .toList();
  }

  /// A member with an ordinal, in the order of ordinals.
  record OrderedMember(Declaration declaration, Number ordinal, int codeOrder) {

    static List<OrderedMember> sorted(List<Declaration> nested, Class<? extends Body> kind) {
      List<OrderedMember> members = new ArrayList<>();
      for (Declaration declaration : nested) {
        Number ordinal = declaration.header().ordinal();
        if (kind.isInstance(declaration.body()) && ordinal != null) {
          members.add(new OrderedMember(declaration, ordinal, members.size()));
        }
      }
      members.sort(
          (a, b) -> Long.compare(a.ordinal.value() & 0xffffffffL, b.ordinal.value() & 0xffffffffL));
      return members;
    }
  }
}
