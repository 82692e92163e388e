package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.layout.FieldScope;
import dev.caplens.codegen.compiler.layout.GroupLayout;
import dev.caplens.codegen.compiler.layout.StructLayout;
import dev.caplens.codegen.compiler.layout.UnionLayout;
import dev.caplens.codegen.compiler.syntax.AnnotationTarget;
import dev.caplens.codegen.compiler.syntax.Declaration;
import dev.caplens.codegen.compiler.syntax.Declaration.Body;
import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Number;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Collects the members of a struct, then lays them out in the order of their ordinals.
final class StructTranslator {

  private final StructLayout layout = new StructLayout();
  private final TreeMap<Long, List<Member>> byOrdinal = new TreeMap<>();
  private final List<Member> members = new ArrayList<>();
  private final List<Member> groups = new ArrayList<>();
  private final FieldTranslator fields;
  private final ErrorSink errors;
  private final Member root;

  StructTranslator(FieldTranslator fields, ErrorSink errors, Member root) {
    this.fields = fields;
    this.errors = errors;
    this.root = root;
  }

  /// A struct as declared.
  void translate(Declaration declaration) {
    collect(declaration, root, layout);
    translate();
  }

  /// A struct made from a list of parameters.
  void translate(List<Declaration.Parameter> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      Declaration.Parameter parameter = parameters.get(i);
      Member.Source source =
          new Member.Source(
              parameter.name(),
              null,
              AnnotationTarget.PARAM,
              parameter.annotations(),
              null,
              parameter.start(),
              parameter.end());
      Member member = new Member(root, source, i, false);
      member.scope = layout;
      member.field = new Member.FieldSource(parameter.type(), parameter.defaultValue());
      members.add(member);
      at(i, member);
    }
    translate();
  }

  StructLayout layout() {
    return layout;
  }

  /// The groups and named unions, in the order of their declarations.
  List<Member> groups() {
    return groups;
  }

  private void at(long ordinal, Member member) {
    byOrdinal.computeIfAbsent(ordinal, key -> new ArrayList<>()).add(member);
  }

  private void atOwnOrdinal(Declaration declaration, Member member) {
    Number ordinal = declaration.header().ordinal();
    if (ordinal != null) {
      at(ordinal.value() & 0xffffffffL, member);
    }
  }

  private void collect(Declaration parent, Member into, FieldScope scope) {
    int[] codeOrder = {0};
    for (Declaration declaration : parent.nested()) {
      switch (declaration.body()) {
        case Body.Field field -> {
          Member member = member(declaration, AnnotationTarget.FIELD, into, codeOrder[0]++, false);
          field(declaration, field, member, scope);
        }
        case Body.Union union when declaration.name().text().isEmpty() -> {
          into.union = new UnionLayout(scope);
          collectUnion(declaration, into, into.union, codeOrder);
        }
        case Body.Union union ->
            namedUnion(declaration, group(declaration, into, codeOrder[0]++, false), scope);
        case Body.Group group -> {
          Member member = group(declaration, into, codeOrder[0]++, false);
          // What is not in a union is laid out as if it stood in the parent itself.
          collectGroup(declaration, member, scope);
        }
        default -> {}
      }
    }
  }

  private void collectGroup(Declaration declaration, Member member, FieldScope scope) {
    if (declaration.nested().isEmpty()) {
      errors.errorOn(declaration, "Group must have at least one member.");
    }
    collect(declaration, member, scope);
  }

  private void namedUnion(Declaration declaration, Member member, FieldScope scope) {
    member.union = new UnionLayout(scope);
    collectUnion(declaration, member, member.union, new int[1]);
    atOwnOrdinal(declaration, member);
  }

  private void collectUnion(Declaration parent, Member into, UnionLayout union, int[] codeOrder) {
    if (parent.nested().size() < 2) {
      errors.errorOn(parent, "Union must have at least two members.");
    }
    for (Declaration declaration : parent.nested()) {
      switch (declaration.body()) {
        // For the layout, a field in a union is a group of one.
        case Body.Field field -> {
          Member member = member(declaration, AnnotationTarget.FIELD, into, codeOrder[0]++, true);
          field(declaration, field, member, new GroupLayout(union));
        }
        case Body.Union inner when declaration.name().text().isEmpty() ->
            errors.errorOn(declaration, "Unions cannot contain unnamed unions.");
        case Body.Union inner -> {
          Member member = group(declaration, into, codeOrder[0]++, true);
          namedUnion(declaration, member, new GroupLayout(union));
        }
        case Body.Group group -> {
          Member member = group(declaration, into, codeOrder[0]++, true);
          collectGroup(declaration, member, new GroupLayout(union));
        }
        default -> {}
      }
    }
  }

  private void field(Declaration declaration, Body.Field field, Member member, FieldScope scope) {
    member.scope = scope;
    member.field = new Member.FieldSource(field.type(), field.defaultValue());
    atOwnOrdinal(declaration, member);
  }

  private Member group(Declaration declaration, Member into, int codeOrder, boolean inUnion) {
    AnnotationTarget kind =
        declaration.body() instanceof Body.Union ? AnnotationTarget.UNION : AnnotationTarget.GROUP;
    Member member = member(declaration, kind, into, codeOrder, inUnion);
    member.displayName = into.displayName + "." + declaration.name().text();
    groups.add(member);
    return member;
  }

  private Member member(
      Declaration declaration, AnnotationTarget kind, Member into, int codeOrder, boolean inUnion) {
    Member.Source source =
        new Member.Source(
            declaration.name(),
            declaration.header().ordinal(),
            kind,
            declaration.header().annotations(),
            declaration.docComment(),
            declaration.start(),
            declaration.end());
    Member member = new Member(into, source, codeOrder, inUnion);
    members.add(member);
    return member;
  }

  private void translate() {
    DuplicateOrdinals ordinals = new DuplicateOrdinals(errors);
    byOrdinal.forEach((ordinal, sharing) -> {
      for (Member member : sharing) {
        Number declared = member.source.ordinal();
        if (declared != null) {
          ordinals.check(declared);
        }
        member.touch();
        member.ordinal = (int) (ordinal & 0xffff);
        place(member);
      }
    });
    root.finishGroup();
    for (Member member : members) {
      if (!member.isField()) {
        member.finishGroup();
      }
      member.touch();
      member.annotations =
          fields.annotations().translate(member.source.annotations(), member.source.kind());
    }
  }

  private void place(Member member) {
    if (member.isField()) {
      fields.place(member);
    } else if (member.union != null && !member.union.addDiscriminant()) {
      Number ordinal = member.source.ordinal();
      if (ordinal != null) {
        errors.errorOn(
            ordinal,
            "Union ordinal, if specified, must be greater than no more than one of its member "
                + "ordinals (i.e. there can only be one field retroactively unionized).");
      }
    }
  }
}
