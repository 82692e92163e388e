package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.Type;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Values of a type at random.
///
/// A struct is a map from names of fields to values, without those that are not set; a list is a
/// list; integers and enumerants are longs; data is a string of hexadecimal digits.
final class RandomValue {
  private final BoundTypes types;
  private final Random random;

  RandomValue(BoundTypes types, long seed) {
    this.types = types;
    this.random = new Random(seed);
  }

  Map<String, Object> struct(Type.StructType type, int depth) {
    Node.Struct node = types.struct(type);
    List<Field> chosen = new ArrayList<>();
    List<Field> members = new ArrayList<>();
    for (Field field : node.fields()) {
      if (types.hasText(types.field(type, field))) {
        if (field.inUnion()) {
          members.add(field);
        } else if (random.nextInt(3) > 0) {
          chosen.add(field);
        }
      }
    }
    if (!members.isEmpty() && random.nextInt(5) > 0) {
      chosen.add(members.get(random.nextInt(members.size())));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : chosen) {
      Type of = types.field(type, field);
      if (depth > 0 || !of.pointer() || field instanceof Field.Group) {
        values.put(field.name(), value(of, field instanceof Field.Group ? depth : depth - 1));
      }
    }
    return values;
  }

  private Object value(Type type, int depth) {
    return switch (type) {
      case Type.Simple simple -> simple(simple);
      case Type.EnumType named ->
          (long)
              random.nextInt(types.schemas().node(named.id(), Node.Enum.class).enumerants().size());
      case Type.ListOf list -> {
        List<Object> elements = new ArrayList<>();
        for (int i = depth < 0 ? 0 : random.nextInt(5); i > 0; i--) {
          elements.add(value(list.element(), depth - 1));
        }
        yield elements;
      }
      case Type.StructType struct -> struct(struct, depth);
      default -> throw new AssertionError("no text: " + type);
    };
  }

  private Object simple(Type.Simple type) {
    return switch (type) {
      case VOID -> "void";
      case BOOL -> random.nextBoolean();
      case INT8, INT16, INT32, INT64 -> signed(type.bits());
      case UINT8, UINT16, UINT32, UINT64 -> signed(type.bits()) & -1L >>> 64 - type.bits();
      case FLOAT32 -> random.nextInt(4) == 0 ? special().floatValue() : random.nextFloat() * 1e9f;
      case FLOAT64 -> random.nextInt(4) == 0 ? special() : random.nextGaussian() * 1e99;
      case TEXT ->
          List.of("", "a", "zwölf \"Boxkämpfer\"\n", "漢字🎈\\", "\0\u007f").get(random.nextInt(5));
      case DATA -> {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        yield HexFormat.of().formatHex(bytes);
      }
    };
  }

  /// Any number of that many bits; the least and the greatest ones are not rare.
  private long signed(int bits) {
    long number =
        switch (random.nextInt(4)) {
          case 0 -> List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE).get(random.nextInt(4));
          default -> random.nextLong();
        };
    return number >> 64 - bits;
  }

  private Double special() {
    return List.of(0.0, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, 0x1p-149, 1e300)
        .get(random.nextInt(6));
  }
}
