package dev.caplens.codegen.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Writes valid schemas at random: every kind of declaration, type and value, ordinals in any
/// order.
///
/// Only what was declared before is referred to in values, so that every value can be written at
/// once.
public final class RandomSchema {

  private static final List<String> PRIMITIVES =
      List.of(
          "Void", "Bool", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64",
          "Float32", "Float64");
  private static final List<String> ANY =
      List.of("AnyPointer", "AnyStruct", "AnyList", "Capability");
  private static final String TARGETS =
      "file, const, enum, enumerant, struct, field, union, group, interface, method, param, annotation";

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final List<RandomStruct> structs = new ArrayList<>();
  private final List<String> enums = new ArrayList<>();
  private final List<String> interfaces = new ArrayList<>();
  private final List<String> generics = new ArrayList<>();
  private final List<String> annotations = new ArrayList<>();
  private final List<String> constants = new ArrayList<>();
  private int names;

  /// A schema that the seed decides.
  public RandomSchema(long seed) {
    this.random = new Random(seed);
  }

  /// The source text of a file with that many top-level declarations.
  public String write(int declarations) {
    out.append("@0x%x;%n".formatted(random.nextLong() | Long.MIN_VALUE));
    comment();
    annotation();
    for (int i = 0; i < declarations; i++) {
      switch (random.nextInt(10)) {
        case 0 -> enumeration("");
        case 1 -> interfaces();
        case 2 -> generic();
        case 3 -> annotation();
        case 4, 5 -> constant();
        default -> struct("", 0);
      }
    }
    return out.toString();
  }

  private String name(String prefix) {
    return prefix + names++;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private void comment() {
    for (int i = random.nextInt(3); i > 0; i--) {
      out.append("# comment ").append(random.nextInt(100)).append(" über\n");
    }
  }

  private String applied() {
    return annotations.isEmpty() || !chance(15) ? "" : " $" + any(annotations);
  }

  private void annotation() {
    String name = name("ann");
    String type = any(List.of("Void", "Text", "Int32", "List(Float64)"));
    out.append("annotation ").append(name).append(" (").append(chance(50) ? "*" : TARGETS);
    out.append(") :").append(type).append(";\n");
    comment();
    String value = type.equals("Void") ? "" : "(" + value(type, 2) + ")";
    annotations.add(name + value);
  }

  private void enumeration(String indent) {
    String name = name("Enum");
    int size = random.nextInt(6) + 1;
    out.append(indent).append("enum ").append(name).append(applied()).append(" {\n");
    for (int ordinal : shuffled(size)) {
      out.append(indent).append("  e").append(ordinal).append(" @").append(ordinal);
      out.append(applied()).append(";\n");
      comment();
    }
    out.append(indent).append("}\n");
    if (indent.isEmpty()) {
      enums.add(name + "/" + size);
    }
  }

  private List<Integer> shuffled(int size) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      numbers.add(i);
    }
    if (chance(70)) {
      java.util.Collections.shuffle(numbers, random);
    }
    return numbers;
  }

  /// A type that may be used in a field; what it names is declared already.
  private String type(int depth) {
    int kind = random.nextInt(20);
    if (kind < 9) {
      return any(PRIMITIVES);
    } else if (kind < 11) {
      return chance(50) ? "Text" : "Data";
    } else if (kind < 13 && depth > 0) {
      String element = type(depth - 1);
      return ANY.subList(0, 2).contains(element) ? "Text" : "List(" + element + ")";
    } else if (kind < 15 && !structs.isEmpty()) {
      return any(structs).name();
    } else if (kind == 15 && !enums.isEmpty()) {
      return any(enums).replaceAll("/.*", "");
    } else if (kind == 16 && !interfaces.isEmpty()) {
      return any(interfaces);
    } else if (kind == 17 && !generics.isEmpty()) {
      return any(generics) + argument();
    }
    return kind == 18 ? any(ANY) : any(PRIMITIVES);
  }

  private String argument() {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> "(Text)";
      case 2 -> "(List(Int16))";
      default -> structs.isEmpty() ? "(AnyPointer)" : "(" + any(structs).name() + ")";
    };
  }

  private void struct(String indent, int depth) {
    RandomStruct struct = new RandomStruct(name("Struct"), random, this::name);
    out.append(indent).append("struct ").append(struct.name()).append(applied()).append(" {\n");
    comment();
    if (depth < 2 && chance(25)) {
      struct(indent + "  ", depth + 1);
    }
    if (chance(15)) {
      enumeration(indent + "  ");
    }
    struct.fill(
        chance(5) ? 200 : random.nextInt(14),
        () -> {
          String type = type(2);
          return new RandomStruct.Typed(type, hasValue(type) && chance(25) ? value(type, 2) : null);
        });
    out.append(struct.text(indent + "  ", this::applied)).append(indent).append("}\n");
    if (depth == 0) {
      structs.add(struct);
    }
  }

  private void generic() {
    String name = name("Generic");
    out.append("struct ").append(name).append("(T) {\n  a @1 :T;\n  b @0 :List(Int8);\n");
    out.append("  c @2 :").append(name).append("(List(Text));\n  struct Inner(U) {\n");
    out.append("    x @0 :T;\n    y @1 :U;\n    z @2 :").append(name).append(";\n  }\n");
    out.append("  using Bound = Inner(Text);\n  d @3 :Bound;\n  e @4 :Inner(T);\n}\n");
    generics.add(name);
  }

  private void interfaces() {
    String name = name("Interface");
    out.append("interface ").append(name);
    if (!interfaces.isEmpty() && chance(50)) {
      out.append(" extends(").append(any(interfaces)).append(")");
    }
    out.append(applied()).append(" {\n");
    comment();
    for (int ordinal : shuffled(random.nextInt(4))) {
      out.append("  ").append(name("method")).append(" @").append(ordinal);
      boolean generic = chance(20);
      out.append(generic ? " [T, U] " : " ").append(parameters(generic));
      if (chance(80)) {
        out.append(" -> ").append(chance(10) ? "stream" : parameters(generic));
      }
      out.append(applied()).append(";\n");
      comment();
    }
    out.append("}\n");
    interfaces.add(name);
  }

  private String parameters(boolean generic) {
    if (!structs.isEmpty() && chance(20)) {
      return any(structs).name();
    }
    List<String> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String type = generic && chance(40) ? "T" : type(1);
      String value =
          !type.equals("T") && hasValue(type) && chance(20) ? " = " + value(type, 1) : "";
      list.add(name("p") + " :" + type + value + applied());
    }
    return "(" + String.join(", ", list) + ")";
  }

  private void constant() {
    String type = type(2);
    if (!hasValue(type)) {
      return;
    }
    String name = name("const");
    out.append("const ").append(name).append(" :").append(type).append(" = ");
    List<String> same = constants.stream().filter(c -> c.endsWith(":" + type)).toList();
    boolean reference = !same.isEmpty() && !enumSize(type).isPresent() && chance(50);
    out.append(reference ? "." + any(same).replaceAll(":.*", "") : value(type, 3));
    out.append(applied()).append(";\n");
    constants.add(name + ":" + type);
  }

  private java.util.OptionalInt enumSize(String type) {
    return enums.stream()
        .filter(known -> known.startsWith(type + "/"))
        .mapToInt(known -> Integer.parseInt(known.replaceAll(".*/", "")))
        .findFirst();
  }

  private boolean hasValue(String type) {
    String element = type.replaceAll("^(List\\()*", "").replaceAll("\\)*$", "");
    return !ANY.contains(element)
        && !interfaces.contains(element)
        && generics.stream().noneMatch(element::startsWith);
  }

  private String value(String type, int depth) {
    if (type.startsWith("List(")) {
      String element = type.substring(5, type.length() - 1);
      List<String> values = new ArrayList<>();
      for (int i = depth > 0 ? random.nextInt(4) : 0; i > 0; i--) {
        values.add(value(element, depth - 1));
      }
      return "[" + String.join(", ", values) + "]";
    }
    for (RandomStruct struct : structs) {
      if (struct.name().equals(type)) {
        return struct.value(field -> hasValue(field) ? value(field, depth - 1) : null, depth);
      }
    }
    return switch (type) {
      case "Void" -> "void";
      case "Bool" -> chance(50) ? "true" : "false";
      case "Text" -> any(List.of("\"\"", "\"text\"", "\"a\\n\\x41\\101é\"", "\"\\0\""));
      case "Data" -> any(List.of("0x\"de ad be ef\"", "\"bytes\"", "\"\""));
      case "Float32", "Float64" ->
          any(List.of("0", "-0.0", "1.5", "-2e30", "inf", "-inf", "nan", "1e400", "7"));
      default ->
          enumSize(type).isPresent()
              ? "e" + random.nextInt(enumSize(type).getAsInt())
              : number(type);
    };
  }

  private String number(String type) {
    int bits = Integer.parseInt(type.replaceAll("\\D", ""));
    long value = random.nextLong() >>> (64 - bits);
    if (type.startsWith("U")) {
      return chance(30) ? "0x%x".formatted(value) : Long.toUnsignedString(value);
    }
    long signed = random.nextLong() >> (64 - bits);
    return String.format(Locale.ROOT, "%d", signed);
  }
}
