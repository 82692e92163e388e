package dev.caplens.codegen.generator;

import static java.util.stream.Collectors.joining;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Values in the text format of the schema language.
record ValueText(BoundTypes types) {

  String of(Type.StructType type, Map<?, ?> value) {
    List<String> parts = new ArrayList<>();
    for (Field field : types.struct(type).fields()) {
      Object of = value.get(field.name());
      if (of != null) {
        parts.add(field.name() + " = " + of(types.field(type, field), of));
      }
    }
    return "(" + String.join(", ", parts) + ")";
  }

  private String of(Type type, Object value) {
    return switch (type) {
      case Type.Simple.UINT64 -> Long.toUnsignedString((Long) value);
      case Type.Simple.FLOAT32, Type.Simple.FLOAT64 ->
          value.toString().replace("NaN", "nan").replace("Infinity", "inf");
      case Type.Simple.TEXT -> quoted((String) value);
      // The reference does not read an empty hexadecimal literal.
      case Type.Simple.DATA -> ("0x\"" + value + "\"").replace("0x\"\"", "\"\"");
      case Type.Simple simple -> value.toString();
      case Type.EnumType named ->
          types
              .schemas()
              .node(named.id(), Node.Enum.class)
              .enumerants()
              .get(((Long) value).intValue())
              .member()
              .name();
      case Type.ListOf list ->
          ((List<?>) value)
              .stream().map(item -> of(list.element(), item)).collect(joining(", ", "[", "]"));
      case Type.StructType struct -> of(struct, (Map<?, ?>) value);
      default -> throw new AssertionError("no text: " + type);
    };
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      out.append("\\x%02x".formatted(b & 0xff));
    }
    return out.append('"').toString();
  }
}
