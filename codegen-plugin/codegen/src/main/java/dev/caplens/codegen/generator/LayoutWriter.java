package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.CamelCase;
import dev.caplens.codegen.schema.FixedLayout;
import dev.caplens.core.schema.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the lens of a struct at fixed offsets in shared memory.
final class LayoutWriter {
  /// Accessors of an array take an index: those of one called so would be those of the runtime.
  private static final Set<String> PRIMITIVES = Set.of("Bit", "Byte", "Short", "Int", "Long");

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
            "Plain accessors order nothing; `Acquire`, `Release` and `Volatile` do what they say;"
                + " `compareAndSet` and `getAnd` have full ordering.");
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
    if (entry.isArray()) {
      String elements = isBytes(entry) ? "bytes" : "elements";
      out.gap().doc("How many %s `%s` has.".formatted(elements, dotted(entry)));
      out.line("public static final int %s = %d;", lengthName(entry), entry.length());
    }
  }

  private void accessors(FixedLayout.Entry entry) {
    if (isBytes(entry)) {
      bytes(entry);
      return;
    }
    switch (entry.unit()) {
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

  private void bytes(FixedLayout.Entry entry) {
    boolean isText = entry.slot().type() == Type.Simple.TEXT;
    String type = isText ? names.lang("String") : "byte[]";
    String accessor = isText ? "Text" : "Bytes";
    String place = constantName(entry) + ", " + lengthName(entry);
    out.gap()
        .doc(
            isText
                ? "{@return `%s`: UTF-8 up to the first NUL}".formatted(dotted(entry))
                : "{@return a copy of the bytes of `%s`}".formatted(dotted(entry)));
    out.open("public %s get%s()", type, capital(entry));
    out.code("return get" + accessor + "(" + place + ");").close();
    String stores = "Stores `%s`".formatted(dotted(entry));
    if (isText) {
      String cut = " as UTF-8, padded with NUL and cut behind the last character that fits.";
      out.gap().doc(stores + cut, VALUE);
    } else {
      String wrong =
          "@throws " + names.lang("IllegalArgumentException") + " if it has another length";
      out.gap().doc(stores + ".", VALUE + ", as many bytes as there are", wrong);
    }
    out.open("public void set%s(%s value)", capital(entry), type);
    out.code("put" + accessor + "(" + place + ", value);").close();
  }

  private void plain(FixedLayout.Entry entry, String type, String get, String set) {
    String place = place(entry);
    method(entry, "{@return %s%s}".formatted(typed(entry), bits(entry)), "");
    out.open("public %s get%s(%s)", type, capital(entry), parameters(entry, ""));
    out.code("return " + get.formatted(place) + ";").close();
    method(entry, "Stores `%s`.".formatted(dotted(entry)), VALUE);
    out.open("public void set%s(%s)", capital(entry), parameters(entry, type + " value"));
    out.code(set.formatted(place) + ";").close();
  }

  /// All accessors of a field of 4 or 8 bytes. Unsigned ones hand out the bits, since an atomic
  /// exchange of a wider type would not be one.
  private void atomic(FixedLayout.Entry entry, String type, String accessor) {
    plain(entry, type, "get" + accessor + "(%s)", "put" + accessor + "(%s, value)");
    load(entry, type, accessor, "Acquire");
    store(entry, type, accessor, "Release");
    load(entry, type, accessor, "Volatile");
    store(entry, type, accessor, "Volatile");
    method(
        entry,
        "Stores `%s` if it holds what is expected.".formatted(dotted(entry)),
        "@param expected what it should hold",
        VALUE,
        "@return whether it held that and now holds the new value");
    out.open(
        "public boolean compareAndSet%s(%s)",
        capital(entry), parameters(entry, type + " expected, " + type + " value"));
    String place = place(entry);
    out.code("return compareAndSet" + accessor + "(" + place + ", expected, value);").close();
    update(entry, type, accessor, "Add", "Adds to `%s`.", "delta what to add");
    update(entry, type, accessor, "BitwiseOr", "Sets bits of `%s`.", "mask the bits to set");
    update(entry, type, accessor, "BitwiseAnd", "Clears bits of `%s`.", "mask the bits that stay");
  }

  private void load(FixedLayout.Entry entry, String type, String accessor, String ordering) {
    String loaded = "{@return `%s`, loaded with %s ordering%s}";
    method(entry, loaded.formatted(dotted(entry), lower(ordering), bits(entry)), "");
    out.open("public %s get%s%s(%s)", type, capital(entry), ordering, parameters(entry, ""));
    out.code("return get" + accessor + ordering + "(" + place(entry) + ");").close();
  }

  private void store(FixedLayout.Entry entry, String type, String accessor, String ordering) {
    String stores = "Stores `%s` with %s ordering.".formatted(dotted(entry), lower(ordering));
    method(entry, stores, VALUE);
    String parameters = parameters(entry, type + " value");
    out.open("public void set%s%s(%s)", capital(entry), ordering, parameters);
    out.code("put" + accessor + ordering + "(" + place(entry) + ", value);").close();
  }

  private void update(
      FixedLayout.Entry entry,
      String type,
      String accessor,
      String verb,
      String text,
      String parameter) {
    String name = parameter.substring(0, parameter.indexOf(' '));
    method(
        entry,
        text.formatted(dotted(entry)),
        "@param " + parameter,
        "@return what it held before" + bits(entry));
    String parameters = parameters(entry, type + " " + name);
    out.open("public %s getAnd%s%s(%s)", type, verb, capital(entry), parameters);
    out.code("return getAnd" + verb + accessor + "(" + place(entry) + ", " + name + ");").close();
  }

  /// The comment of a method, with the parameter that chooses an element in front of the others.
  private void method(FixedLayout.Entry entry, String text, String... tags) {
    List<String> doc = new ArrayList<>(List.of(text));
    if (entry.isArray()) {
      doc.add("@param index which element, from 0 on");
    }
    Stream.of(tags).filter(tag -> !tag.isEmpty()).forEach(doc::add);
    out.gap().doc(doc.toArray(String[]::new));
  }

  private static String parameters(FixedLayout.Entry entry, String others) {
    String index = entry.isArray() ? "int index" : "";
    return index + (index.isEmpty() || others.isEmpty() ? "" : ", ") + others;
  }

  private static String place(FixedLayout.Entry entry) {
    String constant = constantName(entry);
    return entry.isArray()
        ? "element(%s, index, %s, %d)"
            .formatted(constant, lengthName(entry), entry.unit().bits() / 8)
        : constant;
  }

  private static boolean isBytes(FixedLayout.Entry entry) {
    return entry.isArray() && !(entry.slot().type() instanceof Type.ListOf);
  }

  private static String lower(String ordering) {
    return ordering.toLowerCase(Locale.ROOT);
  }

  /// What is to be done with the bits of an unsigned number that no wider type holds.
  private static String bits(FixedLayout.Entry entry) {
    return switch (entry.unit()) {
      case Type.Simple.UINT32 -> "; the bits of an unsigned number, for `Integer.toUnsignedLong`";
      case Type.Simple.UINT64 ->
          "; the bits of an unsigned number, for `Long.compareUnsigned` and its kin";
      default -> "";
    };
  }

  private static String typed(FixedLayout.Entry entry) {
    String type = JavaType.schemaName(entry.slot().type());
    return (entry.isArray() ? "an element of " : "") + "`%s :%s`".formatted(dotted(entry), type);
  }

  private static String dotted(FixedLayout.Entry entry) {
    return String.join(".", entry.path());
  }

  private static String capital(FixedLayout.Entry entry) {
    String name = entry.path().stream().map(Identifier::capital).collect(Collectors.joining());
    return entry.isArray() ? FieldNames.unique(name, new HashSet<>(PRIMITIVES)) : name;
  }

  private static String constantName(FixedLayout.Entry entry) {
    return upperName(entry) + (entry.slot().type() == Type.Simple.BOOL ? "_BIT" : "_OFFSET");
  }

  private static String lengthName(FixedLayout.Entry entry) {
    return upperName(entry) + "_LENGTH";
  }

  private static String upperName(FixedLayout.Entry entry) {
    return entry.path().stream().map(CamelCase::upperSnake).collect(Collectors.joining("_"));
  }
}
