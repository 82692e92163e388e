package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Type;

/// How values of a type appear in records, and the expressions that copy them.
record RecordForms(TypeNames names) {

  /// The type of a component; a list's elements are objects.
  String type(Type type) {
    return switch (type) {
      case Type.Simple.TEXT -> names.lang("String");
      case Type.Simple.DATA -> names.out().type("java.nio", "ByteBuffer");
      case Type.StructType struct -> names.of(struct.id()) + ".Record";
      case Type.EnumType named -> names.of(named.id());
      case Type.ListOf list ->
          names.out().type("java.util", "List") + "<" + boxed(list.element()) + ">";
      default -> JavaType.ofNumber(type);
    };
  }

  private String boxed(Type type) {
    if (!(type instanceof Type.Simple simple) || simple.pointer()) {
      return type(type);
    }
    return names.lang(
        switch (JavaType.ofNumber(simple)) {
          case "boolean" -> "Boolean";
          case "byte" -> "Byte";
          case "short" -> "Short";
          case "int" -> "Integer";
          case "long" -> "Long";
          case "float" -> "Float";
          default -> "Double";
        });
  }

  /// The copy of a value that an expression reads.
  String read(Type type, String value, int depth) {
    return switch (type) {
      case Type.Simple.TEXT -> value + ".toString()";
      case Type.Simple.DATA ->
          names.out().type("java.nio", "ByteBuffer")
              + ".wrap("
              + value
              + ".toByteArray()).asReadOnlyBuffer()";
      case Type.StructType struct -> names.of(struct.id()) + ".Record.of(" + value + ")";
      case Type.ListOf list -> {
        String source = variable("list", depth);
        String index = variable("i", depth);
        String element = "%s.get%s(%s)".formatted(source, unsigned(list.element()), index);
        String copy = read(list.element(), element, depth + 1);
        String elements = names.core("Elements");
        yield "%s.of(%s, (%s, %s) -> %s)".formatted(elements, value, source, index, copy);
      }
      default -> value;
    };
  }

  /// The statement that puts a value into a field of the builder `to`.
  String write(Type type, String capital, String value) {
    return switch (type) {
      case Type.Simple.TEXT -> "to.set" + capital + "(" + value + ")";
      case Type.Simple.DATA -> bytes("to.init" + capital + "(" + value + ".remaining())", value);
      case Type.StructType struct -> value + ".writeTo(to.init" + capital + "())";
      case Type.ListOf list -> fill(list, "to.init" + capital + "(" + value + ".size())", value, 0);
      default -> throw new IllegalArgumentException("not held by a pointer: " + type);
    };
  }

  private String bytes(String target, String value) {
    return "%s.bytes().copyFrom(%s.ofBuffer(%s))"
        .formatted(target, names.out().type("java.lang.foreign", "MemorySegment"), value);
  }

  private String fill(Type.ListOf list, String target, String value, int depth) {
    String lambda =
        "(%s, %s, %s) -> %s"
            .formatted(
                variable("list", depth),
                variable("i", depth),
                variable("value", depth),
                element(list, depth));
    return "%s.write(%s, %s, %s)".formatted(names.core("Elements"), target, value, lambda);
  }

  /// A parameter of a lambda; those inside of others get a number.
  private static String variable(String name, int depth) {
    return depth == 0 ? name : name + depth;
  }

  private String element(Type.ListOf list, int depth) {
    String target = variable("list", depth);
    String index = variable("i", depth);
    String value = variable("value", depth);
    return switch (list.element()) {
      case Type.Simple.DATA ->
          bytes(target + ".init(" + index + ", " + value + ".remaining())", value);
      case Type.StructType struct -> value + ".writeTo(" + target + ".get(" + index + "))";
      case Type.ListOf inner ->
          fill(inner, target + ".init(" + index + ", " + value + ".size())", value, depth + 1);
      case Type element -> target + ".set" + unsigned(element) + "(" + index + ", " + value + ")";
    };
  }

  /// Lists of unsigned numbers have accessors of their own, but for UInt64.
  private static String unsigned(Type element) {
    return switch (element) {
      case Type.Simple.UINT8, Type.Simple.UINT16, Type.Simple.UINT32 -> "Unsigned";
      default -> "";
    };
  }
}
