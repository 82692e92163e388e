package dev.caplens.codegen.evolution;

import dev.caplens.core.dynamic.DynamicList;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicType;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.EnumSchema;
import dev.caplens.core.dynamic.InterfaceSchema;
import dev.caplens.core.dynamic.ListSchema;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.schema.Type;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/// Random values of any schema, built by name.
final class RandomValue {
  private final Random random;

  RandomValue(Random random) {
    this.random = random;
  }

  /// Sets most fields: of a union one member, of the others three quarters.
  void fill(DynamicStruct.Builder struct, int depth) {
    List<StructField> members =
        struct.schema().fields().stream().filter(StructField::inUnion).toList();
    StructField active = members.isEmpty() ? null : members.get(random.nextInt(members.size()));
    for (StructField field : struct.schema().fields()) {
      if (field.inUnion() ? field == active : random.nextInt(4) > 0) {
        set(struct, field, depth);
      }
    }
  }

  private void set(DynamicStruct.Builder struct, StructField field, int depth) {
    switch (field.type()) {
      case StructSchema type -> {
        if (field.isGroup() || depth > 0) {
          fill(struct.initStruct(field), depth - 1);
        }
      }
      case ListSchema type ->
          fill(struct.initList(field, depth > 0 ? random.nextInt(4) : 0), depth - 1);
      case InterfaceSchema type -> struct.set(field, null);
      case DynamicType.Any any -> struct.set(field, null);
      case DynamicType type -> struct.set(field, scalar(type));
    }
  }

  private void fill(DynamicList.Builder list, int depth) {
    for (int i = 0; i < list.size(); i++) {
      switch (list.schema().element()) {
        case StructSchema type -> fill(list.getStruct(i), depth);
        case ListSchema type -> fill(list.initList(i, random.nextInt(3)), depth);
        case InterfaceSchema type -> list.set(i, null);
        case DynamicType.Any any -> list.set(i, null);
        case DynamicType type -> list.set(i, scalar(type));
      }
    }
  }

  private Object scalar(DynamicType type) {
    return switch (type) {
      case EnumSchema number -> number.value(random.nextInt(number.enumerants().size()));
      case DynamicType.Plain plain -> scalar(plain.kind());
      default -> throw new AssertionError(type);
    };
  }

  private Object scalar(Type.Simple kind) {
    return switch (kind) {
      case VOID -> DynamicValue.VOID;
      case BOOL -> random.nextBoolean();
      case INT8, INT16, INT32, INT64 -> random.nextLong() >> 64 - kind.bits();
      case UINT8, UINT16, UINT32, UINT64 -> new BigInteger(kind.bits(), random);
      case FLOAT32, FLOAT64 -> (random.nextInt(2000) - 1000) / 8.0; // exact in any text
      case TEXT -> "t\u00fc\n\"" + random.nextInt(1000);
      case DATA -> bytes();
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(20)];
    random.nextBytes(bytes);
    return bytes;
  }
}
