package dev.caplens.codegen.schema;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a `CodeGeneratorRequest` into records.
public final class RequestReader {
  private final Map<Long, RawStruct> sources = new HashMap<>();

  private RequestReader() {}

  /// The schemas of a framed request.
  ///
  /// @throws SchemaError if it refers to what it does not hold
  public static SchemaSet read(byte[] framed) {
    return new RequestReader().request(RawStruct.root(framed));
  }

  private SchemaSet request(RawStruct request) {
    request.list(3, info -> sources.put(info.number(0, 8), info));
    Map<Long, Node> nodes = new LinkedHashMap<>();
    for (Node node : request.list(0, this::node)) {
      nodes.put(node.id(), node);
    }
    List<SchemaSet.RequestedFile> files =
        request.list(1, file -> new SchemaSet.RequestedFile(file.number(0, 8), file.text(0)));
    return new SchemaSet(files, nodes);
  }

  private Node node(RawStruct node) {
    Declaration declaration = declaration(node);
    return switch (node.u16(12)) {
      case 0 -> new Node.File(declaration);
      case 1 -> struct(node, declaration);
      case 2 -> new Node.Enum(declaration, enumerants(node));
      case 3 ->
          new Node.Interface(
              declaration,
              methods(node),
              node.list(4, s -> new Node.Superclass(s.number(0, 8), brand(s.struct(0)))));
      case 4 -> new Node.Const(declaration, type(node.struct(3)), value(node.struct(4)));
      case 5 -> new Node.Annotation(declaration, type(node.struct(3)));
      default ->
          throw new SchemaError(
              declaration.displayName()
                  + " is a node of the unknown kind "
                  + node.u16(12)
                  + "; the request was written by a newer compiler");
    };
  }

  private Declaration declaration(RawStruct node) {
    String displayName = node.text(0);
    int prefix = (int) Math.min(node.number(8, 4), displayName.length());
    RawStruct source = sources.get(node.number(0, 8));
    return new Declaration(
        node.number(0, 8),
        displayName,
        displayName.substring(prefix),
        node.number(16, 8),
        node.list(5, parameter -> parameter.text(0)),
        node.bit(288),
        node.list(1, n -> new Declaration.Nested(n.text(0), n.number(0, 8))),
        annotations(node, 2),
        source == null ? "" : source.text(0));
  }

  private List<String> memberDocs(RawStruct node) {
    RawStruct source = sources.get(node.number(0, 8));
    return source == null ? List.of() : source.list(1, member -> member.text(0));
  }

  private Node.Struct struct(RawStruct node, Declaration declaration) {
    Docs docs = new Docs(memberDocs(node));
    return new Node.Struct(
        declaration,
        node.u16(14),
        node.u16(24),
        node.bit(224),
        node.u16(30),
        node.number(32, 4),
        node.list(3, field -> field(field, docs.next())));
  }

  private Field field(RawStruct field, String doc) {
    Member member = new Member(field.text(0), field.u16(0), annotations(field, 1), doc);
    int discriminant = field.u16(2) ^ Field.NO_DISCRIMINANT;
    if (field.u16(8) == 1) {
      return new Field.Group(member, discriminant, field.number(16, 8));
    }
    return new Field.Slot(
        member,
        discriminant,
        field.number(4, 4),
        type(field.struct(2)),
        value(field.struct(3)),
        field.bit(128));
  }

  private List<Node.Enumerant> enumerants(RawStruct node) {
    Docs docs = new Docs(memberDocs(node));
    return node.list(
        3,
        e -> new Node.Enumerant(new Member(e.text(0), e.u16(0), annotations(e, 1), docs.next())));
  }

  private List<Node.Method> methods(RawStruct node) {
    Docs docs = new Docs(memberDocs(node));
    return node.list(
        3,
        m ->
            new Node.Method(
                new Member(m.text(0), m.u16(0), annotations(m, 1), docs.next()),
                m.list(4, parameter -> parameter.text(0)),
                new Type.StructType(m.number(8, 8), brand(m.struct(2))),
                new Type.StructType(m.number(16, 8), brand(m.struct(3)))));
  }

  private static List<AnnotationUse> annotations(RawStruct holder, int pointer) {
    return holder.list(pointer, use -> new AnnotationUse(use.number(0, 8), value(use.struct(0))));
  }

  private static Type type(RawStruct type) {
    int which = type.u16(0);
    Type.Simple[] simple = Type.Simple.values();
    if (which < simple.length) {
      return simple[which];
    }
    return switch (which) {
      case 14 -> new Type.ListOf(type(type.struct(0)));
      case 15 -> new Type.EnumType(type.number(8, 8), brand(type.struct(0)));
      case 16 -> new Type.StructType(type.number(8, 8), brand(type.struct(0)));
      case 17 -> new Type.InterfaceType(type.number(8, 8), brand(type.struct(0)));
      case 18 -> anyPointer(type);
      default -> throw new SchemaError("unknown type number " + which);
    };
  }

  private static Type anyPointer(RawStruct type) {
    return switch (type.u16(8)) {
      case 0 -> new Type.AnyPointer(Type.AnyPointer.Kind.values()[type.u16(10) & 3]);
      case 1 -> new Type.Parameter(type.number(16, 8), type.u16(10));
      default -> new Type.MethodParameter(type.u16(10));
    };
  }

  private static Brand brand(RawStruct brand) {
    return new Brand(
        brand.list(
            0,
            scope ->
                new Brand.Scope(
                    scope.number(0, 8),
                    scope.u16(8) == 1,
                    scope.u16(8) == 1 ? List.of() : scope.list(0, RequestReader::binding))));
  }

  private static Type binding(RawStruct binding) {
    return binding.u16(0) == 1
        ? type(binding.struct(0))
        : new Type.AnyPointer(Type.AnyPointer.Kind.ANY);
  }

  private static Value value(RawStruct value) {
    return switch (value.u16(0)) {
      case 1 -> new Value.Bool(value.bit(16));
      case 2 -> new Value.Int((byte) value.number(2, 1));
      case 3 -> new Value.Int((short) value.number(2, 2));
      case 4 -> new Value.Int((int) value.number(4, 4));
      case 5, 9 -> new Value.Int(value.number(8, 8));
      case 6 -> new Value.Int(value.number(2, 1));
      case 7 -> new Value.Int(value.number(2, 2));
      case 8 -> new Value.Int(value.number(4, 4));
      case 10 -> new Value.Float32((int) value.number(4, 4));
      case 11 -> new Value.Float64(value.number(8, 8));
      case 12 -> new Value.Text(value.text(0));
      case 13 -> new Value.Data(value.bytes(0));
      case 14, 16, 18 -> new Value.Pointer(value.has(0) ? new byte[8] : new byte[0]);
      case 15 -> new Value.EnumValue(value.u16(2));
      default -> new Value.None();
    };
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
