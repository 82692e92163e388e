package dev.caplens.core.json;

import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Text;
import dev.caplens.core.schema.AnnotationUse;
import dev.caplens.core.schema.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The annotations of `/capnp/compat/json.capnp`.
final class JsonAnnotations {

  static final long NAME = 0xfa5b1fd61c2e7c3dL;
  static final long FLATTEN = 0x82d3e852af0336bfL;
  static final long DISCRIMINATOR = 0xcfa794e8d19a0162L;
  static final long BASE64 = 0xd7d879450a253e4bL;
  static final long HEX = 0xf061e22f0ae5c7b5L;

  private JsonAnnotations() {}

  /// `DiscriminatorOptions`.
  record Discriminator(@Nullable String name, @Nullable String valueName) {}

  static boolean has(List<AnnotationUse> annotations, long id) {
    return find(annotations, id) != null;
  }

  /// The name that an annotation gives, or `otherwise`.
  static String name(List<AnnotationUse> annotations, String otherwise) {
    return find(annotations, NAME) instanceof Value.Text(String name) ? name : otherwise;
  }

  /// The prefix of `FlattenOptions`, empty where it gives none; null where nothing is flattened.
  static @Nullable String flattenPrefix(List<AnnotationUse> annotations) {
    Value value = find(annotations, FLATTEN);
    if (value == null) {
      return null;
    }
    String prefix = text(value, 0);
    return prefix == null ? "" : prefix;
  }

  static @Nullable Discriminator discriminator(List<AnnotationUse> annotations) {
    Value value = find(annotations, DISCRIMINATOR);
    return value == null ? null : new Discriminator(text(value, 0), text(value, 1));
  }

  /// The last one of an id counts.
  private static @Nullable Value find(List<AnnotationUse> annotations, long id) {
    Value found = null;
    for (AnnotationUse use : annotations) {
      found = use.id() == id ? use.value() : found;
    }
    return found;
  }

  /// A text field of the struct that an annotation's value is.
  private static @Nullable String text(Value value, int pointer) {
    if (!(value instanceof Value.Pointer(byte[] message)) || message.length == 0) {
      return null;
    }
    long[] words = new long[message.length >> 3];
    ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
    AnyStruct.Reader struct = AnyPointer.constant(words).as(AnyStruct.TYPE);
    if (pointer >= struct.pointerCount() || struct.pointerAtIndex(pointer).isNull()) {
      return null;
    }
    return struct.pointerAtIndex(pointer).as(Text.TYPE).toString();
  }
}
