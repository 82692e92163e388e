package dev.caplens.codegen.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A struct of random fields, before and after random changes, some of which are allowed.
final class RandomVersions {

  static final String OTHERS =
      """
      struct Int @0xa0a0a0a0a0a0a0a1 { value @0 :Int32; more @1 :Text; }
      struct Word @0xa0a0a0a0a0a0a0a2 { value @0 :Text; }
      enum Color @0xa0a0a0a0a0a0a0a5 { red @0; green @1; }
      """;

  private static final List<String> TYPES =
      List.of(
          "Void",
          "Bool",
          "Int8",
          "UInt8",
          "Int16",
          "UInt16",
          "Int32",
          "UInt32",
          "Int64",
          "UInt64",
          "Float32",
          "Float64",
          "Text",
          "Data",
          "Color",
          "Int",
          "Word",
          "AnyPointer",
          "List(UInt8)",
          "List(Int32)",
          "List(Text)",
          "List(Int)",
          "List(List(Int32))",
          "List(Color)");

  private final Random random;
  private final List<Part> old = new ArrayList<>();
  private final List<Part> replacement = new ArrayList<>();

  /// A field and what stands around it.
  private record Part(String name, String type, String value, String around) {
    Part withType(String other) {
      return new Part(name, other, "", around);
    }
  }

  RandomVersions(Random random) {
    this.random = random;
    int fields = 1 + random.nextInt(6);
    for (int i = 0; i < fields; i++) {
      old.add(part("f" + i));
    }
    old.forEach(part -> replacement.add(changed(part)));
    if (random.nextInt(8) == 0) {
      replacement.removeLast();
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      replacement.add(part("g" + i));
    }
  }

  String old() {
    return text(old);
  }

  String replacement() {
    return text(replacement);
  }

  private Part part(String name) {
    String type = TYPES.get(random.nextInt(TYPES.size()));
    boolean number = type.contains("Int") && !type.contains("(") && !type.equals("Int");
    return new Part(name, type, number && random.nextBoolean() ? " = 5" : "", "");
  }

  private Part changed(Part part) {
    return switch (random.nextInt(12)) {
      case 0 -> part.withType(TYPES.get(random.nextInt(TYPES.size())));
      case 1 -> part.value.isEmpty() ? part : new Part(part.name, part.type, " = 6", "");
      case 2 -> new Part(part.name, part.type, part.value, "group");
      case 3 -> new Part(part.name, part.type, part.value, "union");
      case 4 -> new Part("renamed" + part.name.toUpperCase(Locale.ROOT), part.type, part.value, "");
      case 5 -> upgraded(part);
      default -> part;
    };
  }

  private Part upgraded(Part part) {
    return switch (part.type) {
      case "List(Int32)" -> part.withType("List(Int)");
      case "List(List(Int32))" -> part.withType("List(List(Int))");
      case "List(Text)" -> part.withType("List(Word)");
      case "List(Int)" -> part.withType("List(Int32)");
      default -> part;
    };
  }

  private static String text(List<Part> parts) {
    StringBuilder text = new StringBuilder("struct A @0xb0b0b0b0b0b0b0b1 {\n");
    int next = parts.size();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      String field = part.name + " @" + i + " :" + part.type + part.value + ";";
      if (part.around.isEmpty()) {
        text.append(field);
      } else {
        text.append("in%d :%s { %s x%d @%d :Int8; }".formatted(i, part.around, field, i, next++));
      }
      text.append('\n');
    }
    return OTHERS + text.append("}\n");
  }
}
