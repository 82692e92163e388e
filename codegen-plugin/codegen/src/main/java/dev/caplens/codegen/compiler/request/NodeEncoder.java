package dev.caplens.codegen.compiler.request;

import dev.caplens.codegen.compiler.schema.Annotation;
import dev.caplens.codegen.compiler.schema.Field;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.SourceInfo;
import dev.caplens.codegen.compiler.syntax.AnnotationTarget;
import java.util.List;

/// Nodes as structs of `schema.capnp`.
///
/// What the reference writes as an empty list and what it leaves null differs from field to field;
/// nodes are compared in canonical form, where that shows.
final class NodeEncoder {

  static final int NODE_DATA_WORDS = 5;
  static final int NODE_POINTERS = 6;

  private static final int INLINE_COMPOSITE = 7;
  private static final int FIRST_TARGET_BIT = 112;

  private NodeEncoder() {}

  static Draft node(SchemaNode node) {
    Draft draft =
        new Draft(NODE_DATA_WORDS, NODE_POINTERS)
            .u64(0, node.id())
            .text(0, node.displayName())
            .u32(2, node.prefixLength())
            .u64(2, node.scopeId())
            .bit(288, node.generic())
            .listUnlessEmpty(5, 0, 1, node.parameters(), NodeEncoder::parameter);
    annotations(draft, 2, node.annotations());
    if (node.nested() != null) {
      draft.list(
          1,
          1,
          1,
          node.nested(),
          nested -> new Draft(1, 1).u64(0, nested.id()).text(0, nested.name()));
    }
    return body(draft, node.body());
  }

  private static Draft parameter(String name) {
    return new Draft(0, 1).text(0, name);
  }

  private static Draft annotations(Draft draft, int index, List<Annotation> annotations) {
    return draft.listUnlessEmpty(index, 1, 2, annotations, TypeEncoder::annotation);
  }

  private static Draft body(Draft draft, SchemaNode.Body body) {
    return switch (body) {
      case SchemaNode.File file -> draft.u16(6, 0);
      case SchemaNode.Struct struct -> struct(draft.u16(6, 1), struct);
      case SchemaNode.Enum type ->
          draft.u16(6, 2).list(3, 1, 2, type.enumerants(), NodeEncoder::enumerant);
      case SchemaNode.Interface type ->
          draft
              .u16(6, 3)
              .list(3, 3, 5, type.methods(), NodeEncoder::method)
              .list(4, 1, 1, type.superclasses(), NodeEncoder::superclass);
      case SchemaNode.Const constant ->
          draft
              .u16(6, 4)
              .pointer(3, TypeEncoder.type(constant.type()).struct())
              .pointer(4, TypeEncoder.value(constant.type(), constant.value()).struct());
      case SchemaNode.AnnotationDeclaration annotation -> {
        draft.u16(6, 5).pointer(3, TypeEncoder.type(annotation.type()).struct());
        for (AnnotationTarget target : annotation.targets()) {
          draft.bit(FIRST_TARGET_BIT + target.ordinal(), true);
        }
        yield draft;
      }
    };
  }

  private static Draft struct(Draft draft, SchemaNode.Struct struct) {
    return draft
        .u16(7, struct.dataWords())
        .u16(12, struct.pointers())
        .u16(13, INLINE_COMPOSITE)
        .bit(224, struct.group())
        .u16(15, struct.discriminantCount())
        .u32(8, struct.discriminantOffset())
        .listUnlessEmpty(3, 3, 4, struct.fields(), NodeEncoder::field);
  }

  private static Draft field(Field field) {
    Draft draft =
        new Draft(3, 4)
            .text(0, field.name())
            .u16(0, field.codeOrder())
            // The default is 65535, and what is stored is the difference.
            .u16(1, field.discriminant() ^ Field.NO_DISCRIMINANT);
    annotations(draft, 1, field.annotations());
    if (field.ordinal() != Field.NO_ORDINAL) {
      draft.u16(5, 1).u16(6, field.ordinal());
    }
    return switch (field.body()) {
      case Field.Group(long id) -> draft.u16(4, 1).u64(2, id);
      case Field.Slot slot ->
          draft
              .u32(1, slot.offset())
              .pointer(2, TypeEncoder.type(slot.type()).struct())
              .pointer(3, TypeEncoder.value(slot.type(), slot.defaultValue()).struct())
              .bit(128, slot.explicitDefault());
    };
  }

  private static Draft enumerant(SchemaNode.Enumerant enumerant) {
    Draft draft = new Draft(1, 2).text(0, enumerant.name()).u16(0, enumerant.codeOrder());
    return annotations(draft, 1, enumerant.annotations());
  }

  private static Draft method(SchemaNode.Method method) {
    Draft draft =
        new Draft(3, 5)
            .text(0, method.name())
            .u16(0, method.codeOrder())
            .u64(1, method.parameters().id())
            .u64(2, method.results().id())
            .pointer(2, TypeEncoder.brand(method.parameters().brand()))
            .pointer(3, TypeEncoder.brand(method.results().brand()))
            .list(4, 0, 1, method.implicitParameters(), NodeEncoder::parameter);
    return annotations(draft, 1, method.annotations());
  }

  private static Draft superclass(SchemaNode.Superclass superclass) {
    return new Draft(1, 1)
        .u64(0, superclass.id())
        .pointer(0, TypeEncoder.brand(superclass.brand()));
  }

  static Draft sourceInfo(SourceInfo info) {
    Draft draft = new Draft(1, 2).u64(0, info.id()).text(0, info.docComment());
    return info.hasMembers()
        ? draft.list(1, 0, 1, info.members(), comment -> new Draft(0, 1).text(0, comment))
        : draft;
  }
}
