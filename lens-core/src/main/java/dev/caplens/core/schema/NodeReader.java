package dev.caplens.core.schema;

import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageSize;
import dev.caplens.core.message.StructList;
import dev.caplens.core.message.Text;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads the nodes of messages into records.
///
/// Records and lenses have the same simple names; here the plain ones are the records.
final class NodeReader {

  private final Map<Long, dev.caplens.core.schema.lens.Node.SourceInfo.Reader> sources =
      new HashMap<>();

  /// Keeps the comments of a node for when it is read.
  void comments(dev.caplens.core.schema.lens.Node.SourceInfo.Reader source) {
    sources.put(source.getId(), source);
  }

  /// The node as a record.
  ///
  /// @throws SchemaError if it is of a form that this version does not know
  Node node(dev.caplens.core.schema.lens.Node.Reader node) {
    Declaration declaration = declaration(node);
    return switch (node.which()) {
      case FILE -> new Node.File(declaration);
      case STRUCT -> struct(node.getStruct(), declaration);
      case ENUM -> new Node.Enum(declaration, enumerants(node));
      case INTERFACE ->
          new Node.Interface(
              declaration,
              methods(node),
              list(
                  node.getInterface().getSuperclasses(),
                  s -> new Node.Superclass(s.getId(), brand(s.getBrand()))));
      case CONST ->
          new Node.Const(
              declaration, type(node.getConst().getType()), value(node.getConst().getValue()));
      case ANNOTATION -> new Node.Annotation(declaration, type(node.getAnnotation().getType()));
      case UNKNOWN ->
          throw new SchemaError(
              declaration.displayName()
                  + " is a node of an unknown kind; the request was written by a newer compiler");
    };
  }

  private Declaration declaration(dev.caplens.core.schema.lens.Node.Reader node) {
    Text.Reader displayName = node.getDisplayName();
    long prefix = node.getDisplayNamePrefixLength();
    if (prefix > displayName.size()) {
      throw new SchemaError(
          "%s: expected a prefix within the %d bytes of the display name, got %d"
              .formatted(displayName, displayName.size(), prefix));
    }
    byte[] bytes = displayName.toByteArray();
    String name =
        new String(bytes, (int) prefix, bytes.length - (int) prefix, StandardCharsets.UTF_8);
    var source = sources.get(node.getId());
    return new Declaration(
        node.getId(),
        displayName.toString(),
        name,
        node.getScopeId(),
        list(node.getParameters(), parameter -> parameter.getName().toString()),
        node.getIsGeneric(),
        list(node.getNestedNodes(), n -> new Declaration.Nested(n.getName().toString(), n.getId())),
        annotations(node.getAnnotations()),
        source == null ? "" : source.getDocComment().toString());
  }

  private Docs docs(long id) {
    var source = sources.get(id);
    return new Docs(
        source == null
            ? List.of()
            : list(source.getMembers(), member -> member.getDocComment().toString()));
  }

  private Node.Struct struct(
      dev.caplens.core.schema.lens.Node.Struct.Reader struct, Declaration declaration) {
    Docs docs = docs(declaration.id());
    return new Node.Struct(
        declaration,
        struct.getDataWordCount(),
        struct.getPointerCount(),
        struct.getIsGroup(),
        struct.getDiscriminantCount(),
        struct.getDiscriminantOffset(),
        list(struct.getFields(), field -> field(field, docs.next())));
  }

  private static Field field(dev.caplens.core.schema.lens.Field.Reader field, String doc) {
    var annotations = annotations(field.getAnnotations());
    Member member = new Member(field.getName().toString(), field.getCodeOrder(), annotations, doc);
    int ordinal = field.getOrdinal().isExplicit() ? field.getOrdinal().getExplicit() : -1;
    int discriminant = field.getDiscriminantValue();
    return switch (field.which()) {
      case GROUP -> new Field.Group(member, ordinal, discriminant, field.getGroup().getTypeId());
      case SLOT -> {
        var slot = field.getSlot();
        yield new Field.Slot(
            member,
            ordinal,
            discriminant,
            slot.getOffset(),
            type(slot.getType()),
            value(slot.getDefaultValue()),
            slot.getHadExplicitDefault());
      }
      case UNKNOWN ->
          throw new SchemaError(
              "field "
                  + member.name()
                  + " is of an unknown kind; the request was written by a newer compiler");
    };
  }

  private List<Node.Enumerant> enumerants(dev.caplens.core.schema.lens.Node.Reader node) {
    Docs docs = docs(node.getId());
    return list(
        node.getEnum().getEnumerants(),
        e ->
            new Node.Enumerant(
                new Member(
                    e.getName().toString(),
                    e.getCodeOrder(),
                    annotations(e.getAnnotations()),
                    docs.next())));
  }

  private List<Node.Method> methods(dev.caplens.core.schema.lens.Node.Reader node) {
    Docs docs = docs(node.getId());
    return list(
        node.getInterface().getMethods(),
        m ->
            new Node.Method(
                new Member(
                    m.getName().toString(),
                    m.getCodeOrder(),
                    annotations(m.getAnnotations()),
                    docs.next()),
                list(m.getImplicitParameters(), parameter -> parameter.getName().toString()),
                new Type.StructType(m.getParamStructType(), brand(m.getParamBrand())),
                new Type.StructType(m.getResultStructType(), brand(m.getResultBrand()))));
  }

  private static List<AnnotationUse> annotations(
      StructList.Reader<dev.caplens.core.schema.lens.Annotation.Reader> uses) {
    return list(uses, use -> new AnnotationUse(use.getId(), value(use.getValue())));
  }

  private static Type type(dev.caplens.core.schema.lens.Type.Reader type) {
    return switch (type.which()) {
      case VOID -> Type.Simple.VOID;
      case BOOL -> Type.Simple.BOOL;
      case INT8 -> Type.Simple.INT8;
      case INT16 -> Type.Simple.INT16;
      case INT32 -> Type.Simple.INT32;
      case INT64 -> Type.Simple.INT64;
      case UINT8 -> Type.Simple.UINT8;
      case UINT16 -> Type.Simple.UINT16;
      case UINT32 -> Type.Simple.UINT32;
      case UINT64 -> Type.Simple.UINT64;
      case FLOAT32 -> Type.Simple.FLOAT32;
      case FLOAT64 -> Type.Simple.FLOAT64;
      case TEXT -> Type.Simple.TEXT;
      case DATA -> Type.Simple.DATA;
      case LIST -> new Type.ListOf(type(type.getList().getElementType()));
      case ENUM -> new Type.EnumType(type.getEnum().getTypeId(), brand(type.getEnum().getBrand()));
      case STRUCT ->
          new Type.StructType(type.getStruct().getTypeId(), brand(type.getStruct().getBrand()));
      case INTERFACE ->
          new Type.InterfaceType(
              type.getInterface().getTypeId(), brand(type.getInterface().getBrand()));
      case ANY_POINTER -> anyPointer(type.getAnyPointer());
      case UNKNOWN ->
          throw new SchemaError(
              "unknown kind of type; the request was written by a newer compiler");
    };
  }

  private static Type anyPointer(dev.caplens.core.schema.lens.Type.AnyPointer.Reader type) {
    return switch (type.which()) {
      case UNCONSTRAINED ->
          new Type.AnyPointer(
              switch (type.getUnconstrained().which()) {
                case ANY_KIND, UNKNOWN -> Type.AnyPointer.Kind.ANY;
                case STRUCT -> Type.AnyPointer.Kind.STRUCT;
                case LIST -> Type.AnyPointer.Kind.LIST;
                case CAPABILITY -> Type.AnyPointer.Kind.CAPABILITY;
              });
      case PARAMETER ->
          new Type.Parameter(
              type.getParameter().getScopeId(), type.getParameter().getParameterIndex());
      case IMPLICIT_METHOD_PARAMETER ->
          new Type.MethodParameter(type.getImplicitMethodParameter().getParameterIndex());
      case UNKNOWN -> new Type.AnyPointer(Type.AnyPointer.Kind.ANY);
    };
  }

  private static Brand brand(dev.caplens.core.schema.lens.Brand.Reader brand) {
    return new Brand(
        list(
            brand.getScopes(),
            scope ->
                new Brand.Scope(
                    scope.getScopeId(),
                    scope.isInherit(),
                    scope.isBind() ? list(scope.getBind(), NodeReader::binding) : List.of())));
  }

  private static Type binding(dev.caplens.core.schema.lens.Brand.Binding.Reader binding) {
    return binding.isType()
        ? type(binding.getType())
        : new Type.AnyPointer(Type.AnyPointer.Kind.ANY);
  }

  private static Value value(dev.caplens.core.schema.lens.Value.Reader value) {
    return switch (value.which()) {
      case VOID, INTERFACE, UNKNOWN -> new Value.None();
      case BOOL -> new Value.Bool(value.getBool());
      case INT8 -> new Value.Int(value.getInt8());
      case INT16 -> new Value.Int(value.getInt16());
      case INT32 -> new Value.Int(value.getInt32());
      case INT64 -> new Value.Int(value.getInt64());
      case UINT8 -> new Value.Int(value.getUint8());
      case UINT16 -> new Value.Int(value.getUint16());
      case UINT32 -> new Value.Int(value.getUint32());
      case UINT64 -> new Value.Int(value.getUint64());
      case FLOAT32 -> new Value.Float32(Float.floatToRawIntBits(value.getFloat32()));
      case FLOAT64 -> new Value.Float64(Double.doubleToRawLongBits(value.getFloat64()));
      case TEXT -> new Value.Text(value.getText().toString());
      case DATA -> new Value.Data(value.getData().toByteArray());
      case LIST -> new Value.Pointer(flat(value.getList()));
      case ENUM -> new Value.EnumValue(value.getEnum());
      case STRUCT -> new Value.Pointer(flat(value.getStruct()));
      case ANY_POINTER -> new Value.Pointer(flat(value.getAnyPointer()));
    };
  }

  /// A copy as a message of one segment, without framing; empty for null.
  private static byte[] flat(AnyPointer.Reader pointer) {
    if (pointer.isNull()) {
      return new byte[0];
    }
    MessageSize size = pointer.totalSize();
    if (size.capabilities() > 0) {
      throw new SchemaError(
          "value of a schema: expected no capabilities, which a schema cannot hold, got "
              + size.capabilities());
    }
    MessageBuilder copy = MessageBuilder.create(size.words() + 1);
    copy.rootPointer().set(pointer);
    if (copy.segmentCount() != 1) {
      throw new AssertionError("a copy needed more than " + size);
    }
    return copy.segmentBytes(0).toArray(ValueLayout.JAVA_BYTE);
  }

  private static <E, T> List<T> list(Iterable<E> elements, Function<E, T> record) {
    List<T> records = new ArrayList<>();
    elements.forEach(element -> records.add(record.apply(element)));
    return List.copyOf(records);
  }

  /// The comments of a node's members, one after the other; empty ones where there are too few.
  private static final class Docs {
    private final List<String> docs;
    private int index;

    Docs(List<String> docs) {
      this.docs = docs;
    }

    String next() {
      String doc = index < docs.size() ? docs.get(index) : "";
      index++;
      return doc;
    }
  }
}
