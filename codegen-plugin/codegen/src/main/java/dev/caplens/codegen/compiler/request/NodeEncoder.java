package dev.caplens.codegen.compiler.request;

import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.SourceInfo;
import dev.caplens.codegen.compiler.syntax.AnnotationTarget;
import dev.caplens.core.schema.lens.ElementSize;
import dev.caplens.core.schema.lens.Enumerant;
import dev.caplens.core.schema.lens.Field;
import dev.caplens.core.schema.lens.Method;
import dev.caplens.core.schema.lens.Node;
import dev.caplens.core.schema.lens.Superclass;
import org.jspecify.annotations.Nullable;

/// Writes nodes.
///
/// What the reference writes as an empty list and what it leaves null differs from field to field;
/// nodes are compared in canonical form, where that shows.
final class NodeEncoder {

  private NodeEncoder() {}

  static void node(Node.Builder target, SchemaNode node) {
    target
        .setId(node.id())
        .setDisplayName(node.displayName())
        .setDisplayNamePrefixLength(node.prefixLength())
        .setScopeId(node.scopeId())
        .setIsGeneric(node.generic())
        .setStartByte(node.range().start())
        .setEndByte(node.range().end());
    Lists.writeUnlessEmpty(node.parameters(), target::initParameters, NodeEncoder::parameter);
    Lists.writeUnlessEmpty(node.annotations(), target::initAnnotations, TypeEncoder::annotation);
    if (node.nested() != null) {
      Lists.write(
          node.nested(),
          target::initNestedNodes,
          (nested, declaration) -> nested.setName(declaration.name()).setId(declaration.id()));
    }
    body(target, node.body());
  }

  private static void parameter(Node.Parameter.Builder target, String name) {
    target.setName(name);
  }

  private static void body(Node.Builder target, SchemaNode.Body body) {
    switch (body) {
      case SchemaNode.File file -> target.setFile();
      case SchemaNode.Struct struct -> struct(target.initStruct(), struct);
      case SchemaNode.Enum type ->
          Lists.write(type.enumerants(), target.initEnum()::initEnumerants, NodeEncoder::enumerant);
      case SchemaNode.Interface type -> {
        Node.Interface.Builder builder = target.initInterface();
        Lists.write(type.methods(), builder::initMethods, NodeEncoder::method);
        Lists.write(type.superclasses(), builder::initSuperclasses, NodeEncoder::superclass);
      }
      case SchemaNode.Const constant -> {
        Node.Const.Builder builder = target.initConst();
        TypeEncoder.type(builder.initType(), constant.type());
        TypeEncoder.value(builder.initValue(), constant.type(), constant.value());
      }
      case SchemaNode.AnnotationDeclaration annotation -> {
        Node.Annotation.Builder builder = target.initAnnotation();
        TypeEncoder.type(builder.initType(), annotation.type());
        annotation.targets().forEach(allowed -> target(builder, allowed));
      }
    }
  }

  private static void target(Node.Annotation.Builder annotation, AnnotationTarget target) {
    switch (target) {
      case FILE -> annotation.setTargetsFile(true);
      case CONST -> annotation.setTargetsConst(true);
      case ENUM -> annotation.setTargetsEnum(true);
      case ENUMERANT -> annotation.setTargetsEnumerant(true);
      case STRUCT -> annotation.setTargetsStruct(true);
      case FIELD -> annotation.setTargetsField(true);
      case UNION -> annotation.setTargetsUnion(true);
      case GROUP -> annotation.setTargetsGroup(true);
      case INTERFACE -> annotation.setTargetsInterface(true);
      case METHOD -> annotation.setTargetsMethod(true);
      case PARAM -> annotation.setTargetsParam(true);
      case ANNOTATION -> annotation.setTargetsAnnotation(true);
    }
  }

  private static void struct(Node.Struct.Builder target, SchemaNode.Struct struct) {
    target
        .setDataWordCount(struct.dataWords())
        .setPointerCount(struct.pointers())
        .setPreferredListEncoding(ElementSize.INLINE_COMPOSITE)
        .setIsGroup(struct.group())
        .setDiscriminantCount(struct.discriminantCount())
        .setDiscriminantOffset(struct.discriminantOffset());
    Lists.writeUnlessEmpty(struct.fields(), target::initFields, NodeEncoder::field);
  }

  private static void field(Field.Builder target, dev.caplens.codegen.compiler.schema.Field field) {
    target
        .setName(field.name())
        .setCodeOrder(field.codeOrder())
        .setDiscriminantValue(field.discriminant());
    Lists.writeUnlessEmpty(field.annotations(), target::initAnnotations, TypeEncoder::annotation);
    if (field.ordinal() != dev.caplens.codegen.compiler.schema.Field.NO_ORDINAL) {
      target.initOrdinal().setExplicit(field.ordinal());
    }
    switch (field.body()) {
      case dev.caplens.codegen.compiler.schema.Field.Group(long id) ->
          target.initGroup().setTypeId(id);
      case dev.caplens.codegen.compiler.schema.Field.Slot slot -> {
        Field.Slot.Builder builder =
            target
                .initSlot()
                .setOffset(slot.offset())
                .setHadExplicitDefault(slot.explicitDefault());
        TypeEncoder.type(builder.initType(), slot.type());
        TypeEncoder.value(builder.initDefaultValue(), slot.type(), slot.defaultValue());
      }
    }
  }

  private static void enumerant(Enumerant.Builder target, SchemaNode.Enumerant enumerant) {
    target.setName(enumerant.name()).setCodeOrder(enumerant.codeOrder());
    Lists.writeUnlessEmpty(
        enumerant.annotations(), target::initAnnotations, TypeEncoder::annotation);
  }

  private static void method(Method.Builder target, SchemaNode.Method method) {
    target
        .setName(method.name())
        .setCodeOrder(method.codeOrder())
        .setParamStructType(method.parameters().id())
        .setResultStructType(method.results().id());
    TypeEncoder.brand(method.parameters().brand(), target::initParamBrand);
    TypeEncoder.brand(method.results().brand(), target::initResultBrand);
    Lists.write(
        method.implicitParameters(), target::initImplicitParameters, NodeEncoder::parameter);
    Lists.writeUnlessEmpty(method.annotations(), target::initAnnotations, TypeEncoder::annotation);
  }

  private static void superclass(Superclass.Builder target, SchemaNode.Superclass superclass) {
    target.setId(superclass.id());
    TypeEncoder.brand(superclass.brand(), target::initBrand);
  }

  static void sourceInfo(Node.SourceInfo.Builder target, SourceInfo info) {
    target.setId(info.id()).setStartByte(info.range().start()).setEndByte(info.range().end());
    if (info.docComment() != null) {
      target.setDocComment(info.docComment());
    }
    if (info.hasMembers()) {
      Lists.write(info.members(), target::initMembers, NodeEncoder::member);
    }
  }

  private static void member(Node.SourceInfo.Member.Builder target, @Nullable String docComment) {
    if (docComment != null) {
      target.setDocComment(docComment);
    }
  }
}
