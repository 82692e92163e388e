package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.naming.MethodParameters;
import dev.caplens.codegen.compiler.naming.NameInterpreter;
import dev.caplens.codegen.compiler.naming.TypeReading;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.SourceInfo;
import dev.caplens.codegen.compiler.schema.SourceRange;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.syntax.AnnotationTarget;
import dev.caplens.codegen.compiler.syntax.Declaration;
import dev.caplens.codegen.compiler.syntax.Declaration.Body;
import dev.caplens.codegen.compiler.translation.InterfaceTranslator.OrderedMember;
import dev.caplens.core.syntax.Name;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Translates one declaration, in two steps; see the package.
public final class NodeTranslator {

  private final NameInterpreter names;
  private final NodeIdentity identity;
  private final Declaration declaration;
  private final PendingValues values;
  private final Annotations annotations;
  private final List<Annotations.Draft> applied;
  private final boolean generic;

  private Supplier<SchemaNode.Body> body = SchemaNode.File::new;
  private Supplier<List<SchemaNode>> auxiliary = List::of;
  private Supplier<List<SourceInfo>> auxiliarySourceInfo = List::of;
  private List<@Nullable String> memberComments = List.of();
  private boolean hasMembers;
  private boolean valued = true;

  /// Does the first step.
  public NodeTranslator(
      NameInterpreter names, SchemaLookup schemas, NodeIdentity identity, Declaration declaration) {
    this.names = names;
    this.identity = identity;
    this.declaration = declaration;
    this.values = new PendingValues(names, schemas);
    this.annotations = new Annotations(names, values, schemas);
    this.generic = names.brands().isGeneric();
    new DeclarationRules(names.errors()).check(declaration);
    AnnotationTarget target = translate();
    this.applied = annotations.translate(declaration.header().annotations(), target);
  }

  /// The result of the first step.
  public Translation outline() {
    List<SourceInfo> sourceInfo = new ArrayList<>();
    sourceInfo.add(
        new SourceInfo(
            identity.id(),
            new SourceRange(declaration.start(), declaration.end()),
            declaration.docComment(),
            memberComments,
            hasMembers));
    sourceInfo.addAll(auxiliarySourceInfo.get());
    return new Translation(node(), auxiliary.get(), sourceInfo, valued);
  }

  /// Does the second step.
  public Translation finish() {
    values.finish();
    return outline();
  }

  private SchemaNode node() {
    return new SchemaNode(
        identity.id(),
        identity.displayName(),
        identity.prefixLength(),
        identity.scopeId(),
        declaration.header().parameters().stream().map(Name::text).toList(),
        generic,
        identity.nested(),
        Annotations.finish(applied),
        SourceRange.NONE,
        body.get());
  }

  private AnnotationTarget translate() {
    return switch (declaration.body()) {
      case Body.File file -> AnnotationTarget.FILE;
      case Body.Const constant -> constant(constant);
      case Body.Annotation annotation -> annotation(annotation);
      case Body.Enum type -> enumeration();
      case Body.Struct type -> struct();
      case Body.Interface type -> interfaces(type);
      default -> throw new IllegalStateException("no node comes from " + declaration.body());
    };
  }

  private AnnotationTarget constant(Body.Const constant) {
    TypeReading reading = Types.translate(constant.type(), names, MethodParameters.NONE);
    Type type = reading.type();
    ValueCell value = new ValueCell(type);
    valued = reading.valid() || !type.isPointer();
    if (reading.valid()) {
      values.evaluate(constant.value(), type, Bindings.UNBOUND, value);
    }
    body = () -> new SchemaNode.Const(type, value.value());
    return AnnotationTarget.CONST;
  }

  private AnnotationTarget annotation(Body.Annotation annotation) {
    Type type = Types.translate(annotation.type(), names, MethodParameters.NONE).type();
    body = () -> new SchemaNode.AnnotationDeclaration(type, annotation.targets());
    return AnnotationTarget.ANNOTATION;
  }

  private record EnumerantDraft(String name, int codeOrder, List<Annotations.Draft> annotations) {

    SchemaNode.Enumerant finish() {
      return new SchemaNode.Enumerant(name, codeOrder, Annotations.finish(annotations));
    }
  }

  private AnnotationTarget enumeration() {
    List<EnumerantDraft> enumerants = new ArrayList<>();
    List<@Nullable String> comments = new ArrayList<>();
    DuplicateOrdinals ordinals = new DuplicateOrdinals(names.errors());
    for (OrderedMember member : OrderedMember.sorted(declaration.nested(), Body.Enumerant.class)) {
      Declaration enumerant = member.declaration();
      ordinals.check(member.ordinal());
      comments.add(enumerant.docComment());
      enumerants.add(
          new EnumerantDraft(
              enumerant.name().text(),
              member.codeOrder(),
              annotations.translate(enumerant.header().annotations(), AnnotationTarget.ENUMERANT)));
    }
    memberComments = comments;
    hasMembers = true;
    body = () -> new SchemaNode.Enum(enumerants.stream().map(EnumerantDraft::finish).toList());
    return AnnotationTarget.ENUM;
  }

  private AnnotationTarget struct() {
    Member.Source source =
        new Member.Source(declaration.name(), null, AnnotationTarget.STRUCT, List.of(), null, 0, 0);
    Member root = new Member(null, source, 0, false);
    root.id = identity.id();
    root.displayName = identity.displayName();
    FieldTranslator fields = new FieldTranslator(names, values, annotations, MethodParameters.NONE);
    StructTranslator struct = new StructTranslator(fields, names.errors(), root);
    struct.translate(declaration);
    memberComments = root.toSourceInfo().members();
    hasMembers = !memberComments.isEmpty();
    int dataWords = struct.layout().dataWords();
    int pointers = struct.layout().pointers();
    body = () -> root.toStruct(dataWords, pointers);
    auxiliary =
        () -> struct.groups().stream().map(group -> group(group, dataWords, pointers)).toList();
    auxiliarySourceInfo = () -> struct.groups().stream().map(Member::toSourceInfo).toList();
    return AnnotationTarget.STRUCT;
  }

  private SchemaNode group(Member group, int dataWords, int pointers) {
    Member parent = group.parent;
    return new SchemaNode(
        group.id,
        group.displayName,
        byteLength(group.displayName) - byteLength(group.source.name().text()),
        parent == null ? 0 : parent.id,
        List.of(),
        generic,
        null,
        List.of(),
        SourceRange.NONE,
        group.toStruct(dataWords, pointers));
  }

  private AnnotationTarget interfaces(Body.Interface type) {
    InterfaceTranslator translator = new InterfaceTranslator(names, values, annotations, identity);
    translator.translate(type, declaration.nested());
    memberComments = translator.docComments();
    hasMembers = true;
    body = translator::body;
    auxiliary = () -> translator.auxiliary(generic);
    return AnnotationTarget.INTERFACE;
  }

  static int byteLength(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
