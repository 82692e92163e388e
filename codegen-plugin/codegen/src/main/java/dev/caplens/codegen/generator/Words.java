package dev.caplens.codegen.generator;

import dev.caplens.core.schema.SchemaError;
import dev.caplens.core.schema.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Values that are held by pointers, as the words of a message of one segment.
final class Words {
  /// The JVM's limit of 64 KiB of code a method, at 8 bytes of code a word, less room for others.
  private static final int MOST = 7000;

  private Words() {}

  /// Whether a pointer to this value is not null.
  static boolean any(Value value) {
    return !of(value).isEmpty();
  }

  /// The words, the root pointer first; none for null and for what no pointer holds.
  static List<Long> of(Value value) {
    return switch (value) {
      case Value.Text text when !text.value().isEmpty() -> {
        byte[] bytes = text.value().getBytes(StandardCharsets.UTF_8);
        yield bytes(Arrays.copyOf(bytes, bytes.length + 1));
      }
      case Value.Data data when data.value().length > 0 -> bytes(data.value());
      case Value.Pointer pointer -> longs(pointer.message());
      default -> List.of();
    };
  }

  /// The expression of a constant pointer.
  static String expression(String anyPointer, Value value) {
    List<Long> words = of(value);
    if (words.size() > MOST) {
      throw new SchemaError(
          "a default or constant of %d words: at most %d fit into the initializer of a Java class; keep it in a file that the program reads"
              .formatted(words.size(), MOST));
    }
    return (words.isEmpty() ? List.of(0L) : words)
        .stream()
            .map("0x%016xL"::formatted)
            .collect(Collectors.joining(", ", anyPointer + ".constant(", ")"));
  }

  private static List<Long> bytes(byte[] content) {
    List<Long> words = new ArrayList<>();
    // A list pointer: offset 0, elements of one byte, their count.
    words.add(1L | 2L << 32 | (long) content.length << 35);
    words.addAll(longs(Arrays.copyOf(content, (content.length + 7) / 8 * 8)));
    return words;
  }

  private static List<Long> longs(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Long> longs = new ArrayList<>();
    while (in.remaining() >= 8) {
      longs.add(in.getLong());
    }
    return longs;
  }
}
