package dev.caplens.core.dynamic;

import dev.caplens.core.encoding.Flat;
import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.schema.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The values that schemas hold, as lenses read and store them.
final class Constants {

  private static final AnyPointer.Reader NULL = AnyPointer.constant(0);

  private Constants() {}

  /// A constant of that type.
  static DynamicValue value(DynamicType type, Value value) {
    return switch (type) {
      case DynamicType.Plain plain when !plain.kind().pointer() ->
          Scalars.value(plain.kind(), bits(value));
      case EnumSchema enumSchema -> enumSchema.value((int) bits(value));
      default -> PointerValue.read(type, pointer(value));
    };
  }

  /// The bits of a value in a data section, which are stored as the difference to the default; 0
  /// for values that are no numbers.
  static long bits(Value value) {
    return switch (value) {
      case Value.Bool bool -> bool.value() ? 1 : 0;
      case Value.Int number -> number.value();
      case Value.Float32 number -> Integer.toUnsignedLong(number.bits());
      case Value.Float64 number -> number.bits();
      case Value.EnumValue number -> number.value();
      case Value.None none -> 0;
      case Value.Text text -> 0;
      case Value.Data data -> 0;
      case Value.Pointer pointer -> 0;
    };
  }

  /// A value that a pointer holds.
  static AnyPointer.Reader pointer(Value value) {
    return switch (value) {
      case Value.Text text when !text.value().isEmpty() -> built(text.value());
      case Value.Data data when data.value().length > 0 -> built(data.value());
      case Value.Pointer pointer when pointer.message().length > 0 -> flat(pointer.message());
      default -> NULL;
    };
  }

  private static AnyPointer.Reader built(Object value) {
    MessageBuilder message = MessageBuilder.create();
    PointerValue.write("constant", DynamicType.Any.POINTER, message.rootPointer(), value);
    return flat(Flat.toBytes(message));
  }

  private static AnyPointer.Reader flat(byte[] message) {
    long[] words = new long[message.length >> 3];
    ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
    return AnyPointer.constant(words);
  }
}
