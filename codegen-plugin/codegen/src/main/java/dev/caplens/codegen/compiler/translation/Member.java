package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.layout.FieldScope;
import dev.caplens.codegen.compiler.layout.UnionLayout;
import dev.caplens.codegen.compiler.schema.Field;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.SourceInfo;
import dev.caplens.codegen.compiler.schema.SourceRange;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.syntax.AnnotationTarget;
import dev.caplens.codegen.compiler.syntax.Declaration;
import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.Name;
import dev.caplens.core.syntax.Number;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A struct, or a field, group or union in it, while the struct is being laid out.
///
/// Members get their index, and members of a union their discriminant, when they are first touched,
/// which happens in the order of ordinals; a group is touched with its first member.
final class Member {

  /// The declaration, which may be a field's or a parameter's.
  record Source(
      Name name,
      @Nullable Number ordinal,
      AnnotationTarget kind,
      List<Declaration.Application> annotations,
      @Nullable String docComment,
      int start,
      int end) {}

  /// A field's type and default.
  record FieldSource(Expression type, @Nullable Expression defaultValue) {}

  final @Nullable Member parent;
  final Source source;
  final int codeOrder;
  final boolean inUnion;

  /// Members in the order in which they were first touched.
  final List<Member> touched = new ArrayList<>();

  /// Fields: where their space is taken from.
  @Nullable FieldScope scope;

  @Nullable FieldSource field;

  /// The struct and groups: their union, if any.
  @Nullable UnionLayout union;

  String displayName = "";
  int prefixLength;
  long id;
  int ordinal = Field.NO_ORDINAL;
  List<Annotations.Draft> annotations = List.of();

  private int index = -1;
  private int discriminant = Field.NO_DISCRIMINANT;
  private int discriminants;
  private int counted;

  private Type type = Type.Builtin.VOID;
  private ValueCell value = new ValueCell(type);
  private boolean explicitDefault;
  private int offset;

  Member(@Nullable Member parent, Source source, int codeOrder, boolean inUnion) {
    this.parent = parent;
    this.source = source;
    this.codeOrder = codeOrder;
    this.inUnion = inUnion;
  }

  /// Gives the member its place among its siblings, unless it has one.
  void touch() {
    if (parent == null || index >= 0) {
      return;
    }
    index = parent.touched.size();
    parent.touched.add(this);
    if (index == 0) {
      parent.touch();
    }
    if (inUnion) {
      discriminant = parent.discriminants++;
    }
  }

  boolean isField() {
    return field != null;
  }

  void place(Type fieldType, ValueCell fieldValue, boolean explicit, int fieldOffset) {
    this.type = fieldType;
    this.value = fieldValue;
    this.explicitDefault = explicit;
    this.offset = fieldOffset;
  }

  /// Gives a group its id, which depends on its place, and its union the discriminant.
  ///
  /// An empty group, which is an error, is first touched here. It takes the id of its parent's
  /// first member, and a union does not count it: what the reference reports after that depends on
  /// both.
  void finishGroup() {
    if (union != null) {
      union.addDiscriminant();
      counted = discriminants;
    }
    if (parent != null) {
      id = DerivedIds.group(parent.id, Math.max(index, 0));
      touch();
    }
  }

  Field toField() {
    Field.Body body =
        isField()
            ? new Field.Slot(offset, type, value.value(), explicitDefault)
            : new Field.Group(id);
    return new Field(
        source.name().text(),
        codeOrder,
        discriminant,
        ordinal,
        Annotations.finish(annotations),
        body);
  }

  SchemaNode.Struct toStruct(int dataWords, int pointers) {
    return new SchemaNode.Struct(
        dataWords,
        pointers,
        parent != null,
        counted,
        union == null ? 0 : union.discriminantOffset(),
        touched.stream().map(Member::toField).toList());
  }

  SourceInfo toSourceInfo() {
    List<@Nullable String> members = new ArrayList<>();
    touched.forEach(member -> members.add(member.source.docComment()));
    return new SourceInfo(id, SourceRange.NONE, source.docComment(), members, !members.isEmpty());
  }
}
