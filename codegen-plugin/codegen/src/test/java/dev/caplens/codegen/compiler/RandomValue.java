package dev.caplens.codegen.compiler;

import dev.caplens.core.dynamic.DynamicList;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicType;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.EnumSchema;
import dev.caplens.core.dynamic.InterfaceSchema;
import dev.caplens.core.dynamic.ListSchema;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.Data;
import dev.caplens.core.message.Text;
import dev.caplens.core.schema.Type;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Fills structs of any schema at random, with values that have a form as text and as JSON: no
/// capabilities, no pointers of unknown type.
final class RandomValue {

  private static final int MAX_DEPTH = 4;
  private static final double[] SPECIAL = {
    0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e15, 1e-5, 5e-324, 0.1
  };

  /// What the reference writes but does not read back: in JSON it takes the letters of unicode
  /// escapes for 0 to 5, and in a stream of texts it takes these for comments and brackets even
  /// within quotes.
  private static final String MISREAD =
      "\u000b\u000e\u000f\u001a\u001b\u001c\u001d\u001e\u001f" + "#(){}";

  private final Random random;

  RandomValue(Random random) {
    this.random = random;
  }

  void fill(DynamicStruct.Builder struct) {
    fill(struct, 0);
  }

  private void fill(DynamicStruct.Builder struct, int depth) {
    for (StructField field : struct.schema().fields()) {
      boolean wanted = field.inUnion() ? random.nextInt(3) == 0 : random.nextInt(4) > 0;
      if (wanted && hasForm(field.type())) {
        set(struct, field, depth);
      }
    }
  }

  private static boolean hasForm(DynamicType type) {
    return switch (type) {
      case InterfaceSchema capability -> false;
      case DynamicType.Any any -> false;
      case ListSchema list -> hasForm(list.element());
      // The first member of a union is active from the start.
      case StructSchema group when group.isGroup() ->
          group.fields().stream().noneMatch(field -> field.inUnion() && !hasForm(field.type()));
      default -> true;
    };
  }

  private void set(DynamicStruct.Builder struct, StructField field, int depth) {
    switch (field.type()) {
      case DynamicType.Plain plain when plain.isPointer() ->
          bytes(plain.kind(), struct.initPointer(field));
      case DynamicType.Plain plain -> struct.set(field, scalar(plain.kind()));
      case EnumSchema type -> struct.set(field, number(type));
      case ListSchema list -> {
        if (depth < MAX_DEPTH) {
          fill(struct.initList(field, size()), depth + 1);
        }
      }
      case StructSchema inner -> {
        if (depth < MAX_DEPTH) {
          fill(struct.initStruct(field), depth + 1);
        }
      }
      case InterfaceSchema capability -> throw new AssertionError(field);
      case DynamicType.Any any -> throw new AssertionError(field);
    }
  }

  private void fill(DynamicList.Builder list, int depth) {
    for (int i = 0; i < list.size(); i++) {
      switch (list.schema().element()) {
        case DynamicType.Plain plain when plain.isPointer() ->
            bytes(plain.kind(), list.getPointer(i));
        case DynamicType.Plain plain -> list.set(i, scalar(plain.kind()));
        case EnumSchema type -> list.set(i, number(type));
        case ListSchema inner -> fill(list.initList(i, depth < MAX_DEPTH ? size() : 0), depth + 1);
        case StructSchema struct -> {
          if (depth < MAX_DEPTH) {
            fill(list.getStruct(i), depth + 1);
          }
        }
        case InterfaceSchema capability -> throw new AssertionError(list);
        case DynamicType.Any any -> throw new AssertionError(list);
      }
    }
  }

  private int size() {
    return random.nextInt(10) == 0 ? 12 : random.nextInt(4);
  }

  private int number(EnumSchema type) {
    return type.enumerants().isEmpty() ? 0 : random.nextInt(type.enumerants().size());
  }

  private Object scalar(Type.Simple kind) {
    return switch (kind) {
      case VOID -> DynamicValue.VOID;
      case BOOL -> random.nextBoolean();
      case INT8 -> (byte) random.nextInt();
      case INT16 -> (short) random.nextInt();
      case INT32 -> random.nextInt() >> random.nextInt(32);
      case INT64 -> random.nextLong() >> random.nextInt(64);
      case UINT8 -> random.nextInt(1 << 8);
      case UINT16 -> random.nextInt(1 << 16);
      case UINT32 -> random.nextLong(1L << 32);
      case UINT64 -> new DynamicValue.UInt(random.nextLong());
      case FLOAT32 -> (float) real();
      case FLOAT64 -> real();
      case TEXT, DATA -> throw new AssertionError(kind);
    };
  }

  /// No NaN but the usual one, and no negative zero, which the text format reads as zero.
  private double real() {
    return switch (random.nextInt(4)) {
      case 0 -> SPECIAL[random.nextInt(SPECIAL.length)] + 0.0;
      case 1 -> random.nextInt(1000) / 10.0;
      case 2 -> random.nextInt();
      default -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
    };
  }

  private void bytes(Type.Simple kind, AnyPointer.Builder target) {
    byte[] bytes = new byte[random.nextInt(8) == 0 ? 70 : random.nextInt(30)];
    random.nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = MISREAD.indexOf(bytes[i]) < 0 ? bytes[i] : (byte) 'x';
    }
    if (kind == Type.Simple.DATA) {
      target.init(Data.TYPE, bytes.length).set(bytes);
      return;
    }
    byte[] text =
        switch (random.nextInt(3)) {
          case 0 -> bytes; // usually no UTF-8
          case 1 -> new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
          default -> "plain words, ".repeat(bytes.length / 8).getBytes(StandardCharsets.UTF_8);
        };
    MemorySegment.copy(
        MemorySegment.ofArray(text),
        0,
        target.init(Text.TYPE, text.length).bytes(),
        0,
        text.length);
  }
}
