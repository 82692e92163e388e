package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.CamelCase;
import dev.caplens.codegen.schema.FixedLayout;
import dev.caplens.core.schema.Type;
import java.util.stream.Collectors;

/// Writes the lens of a struct at fixed offsets in shared memory.
final class LayoutWriter {
  private static final String VALUE = "@param value the new value";

  private final TypeNames names;
  private final JavaSource out;

  LayoutWriter(TypeNames names) {
    this.names = names;
    this.out = names.out();
  }

  void write(String name, FixedLayout layout) {
    String region = out.type("dev.caplens.core.memory", "Region");
    out.gap()
        .doc(
            "A `%s` at a fixed place in shared memory: %d bytes.".formatted(name, layout.bytes()),
            "Plain accessors order nothing; `Acquire` and `Release` do what they say;"
                + " `compareAndSet` and `getAndAdd` have full ordering.");
    out.open(
        "public static final class Layout extends %s",
        out.type("dev.caplens.core.memory", "FixedLens"));
    out.doc("The size in bytes.").line("public static final int SIZE = %d;", layout.bytes());
    layout.fields().forEach(this::constant);
    out.gap().open("private Layout(%s region, long offset)", region);
    out.line("super(region, offset, SIZE);").close();
    out.gap()
        .doc(
            "{@return the lens over bytes of a region}",
            "@param region where the bytes are",
            "@param offset where they begin in it, a multiple of 8",
            "@throws %s if they are not all in the region"
                .formatted(names.lang("IndexOutOfBoundsException")));
    out.open("public static Layout at(%s region, long offset)", region);
    out.line("return new Layout(region, offset);").close();
    layout.fields().forEach(this::accessors);
    out.close();
  }

  private void constant(FixedLayout.Entry entry) {
    boolean bit = entry.slot().type() == Type.Simple.BOOL;
    String unit = bit ? "in bits" : "in bytes";
    out.gap().doc("Where `%s` stands, %s from the start.".formatted(dotted(entry), unit));
    long place = bit ? entry.bit() : entry.bit() / 8;
    out.line("public static final int %s = %d;", constantName(entry), place);
  }

  private void accessors(FixedLayout.Entry entry) {
    switch (entry.slot().type()) {
      case Type.EnumType named -> {
        String type = names.of(named.id());
        plain(
            entry, type, type + ".of(getShort(%s) & 0xffff)", "putUnsignedShort(%s, value.raw())");
      }
      case Type.Simple.BOOL -> plain(entry, "boolean", "getBit(%s)", "putBit(%s, value)");
      case Type.Simple.INT8 -> plain(entry, "byte", "getByte(%s)", "putByte(%s, value)");
      case Type.Simple.UINT8 ->
          plain(entry, "int", "getByte(%s) & 0xff", "putUnsignedByte(%s, value)");
      case Type.Simple.INT16 -> plain(entry, "short", "getShort(%s)", "putShort(%s, value)");
      case Type.Simple.UINT16 ->
          plain(entry, "int", "getShort(%s) & 0xffff", "putUnsignedShort(%s, value)");
      case Type.Simple.FLOAT32 ->
          plain(
              entry,
              "float",
              names.lang("Float") + ".intBitsToFloat(getInt(%s))",
              "putInt(%s, " + names.lang("Float") + ".floatToRawIntBits(value))");
      case Type.Simple.FLOAT64 ->
          plain(
              entry,
              "double",
              names.lang("Double") + ".longBitsToDouble(getLong(%s))",
              "putLong(%s, " + names.lang("Double") + ".doubleToRawLongBits(value))");
      case Type.Simple.INT32, Type.Simple.UINT32 -> atomic(entry, "int", "Int");
      case Type.Simple.INT64, Type.Simple.UINT64 -> atomic(entry, "long", "Long");
      default -> throw new IllegalArgumentException("no fixed place: " + entry);
    }
  }

  private void plain(FixedLayout.Entry entry, String type, String get, String set) {
    String constant = constantName(entry);
    out.gap().doc("{@return `%s :%s`%s}".formatted(dotted(entry), type(entry), bits(entry)));
    out.open("public %s get%s()", type, capital(entry));
    out.code("return " + get.formatted(constant) + ";").close();
    out.gap().doc("Stores `%s`.".formatted(dotted(entry)), VALUE);
    out.open("public void set%s(%s value)", capital(entry), type);
    out.code(set.formatted(constant) + ";").close();
  }

  /// All accessors of a field of 4 or 8 bytes. Unsigned ones hand out the bits, since an atomic
  /// exchange of a wider type would not be one.
  private void atomic(FixedLayout.Entry entry, String type, String accessor) {
    String constant = constantName(entry);
    String capital = capital(entry);
    plain(entry, type, "get" + accessor + "(%s)", "put" + accessor + "(%s, value)");
    out.gap()
        .doc(
            "{@return `%s`, loaded with acquire ordering%s}".formatted(dotted(entry), bits(entry)));
    out.open("public %s get%sAcquire()", type, capital);
    out.line("return get%sAcquire(%s);", accessor, constant).close();
    out.gap().doc("Stores `%s` with release ordering.".formatted(dotted(entry)), VALUE);
    out.open("public void set%sRelease(%s value)", capital, type);
    out.line("put%sRelease(%s, value);", accessor, constant).close();
    out.gap()
        .doc(
            "Stores `%s` if it holds what is expected.".formatted(dotted(entry)),
            "@param expected what it should hold",
            VALUE,
            "@return whether it held that and now holds the new value");
    out.open("public boolean compareAndSet%s(%s expected, %s value)", capital, type, type);
    out.code("return compareAndSet" + accessor + "(" + constant + ", expected, value);").close();
    out.gap()
        .doc(
            "Adds to `%s`.".formatted(dotted(entry)),
            "@param delta what to add",
            "@return what it held before" + bits(entry));
    out.open("public %s getAndAdd%s(%s delta)", type, capital, type);
    out.code("return getAndAdd" + accessor + "(" + constant + ", delta);").close();
  }

  /// What is to be done with the bits of an unsigned number that no wider type holds.
  private static String bits(FixedLayout.Entry entry) {
    return switch (entry.slot().type()) {
      case Type.Simple.UINT32 -> "; the bits of an unsigned number, for `Integer.toUnsignedLong`";
      case Type.Simple.UINT64 ->
          "; the bits of an unsigned number, for `Long.compareUnsigned` and its kin";
      default -> "";
    };
  }

  private static String type(FixedLayout.Entry entry) {
    return JavaType.schemaName(entry.slot().type());
  }

  private static String dotted(FixedLayout.Entry entry) {
    return String.join(".", entry.path());
  }

  private static String capital(FixedLayout.Entry entry) {
    return entry.path().stream().map(Identifier::capital).collect(Collectors.joining());
  }

  private static String constantName(FixedLayout.Entry entry) {
    String name = entry.path().stream().map(CamelCase::upperSnake).collect(Collectors.joining("_"));
    return name + (entry.slot().type() == Type.Simple.BOOL ? "_BIT" : "_OFFSET");
  }
}
