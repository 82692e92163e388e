package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// Values that are held by pointers, as the words of a message of one segment.
final class Words {
  /// From this many words on they are written in base 64, since the code that puts numbers into an
  /// array is large and slow to start.
  private static final int MOST_NUMBERS = 16;

  /// A constant string of a class file has at most 65535 bytes; base 64 and line breaks need more
  /// than what they stand for.
  private static final int BYTES_OF_PART = 45 * 1024;

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

  /// Writes the declaration of a constant pointer.
  ///
  /// @param left what stands before the `=`
  /// @param anyPointer how the runtime's class is named here
  /// @param end what stands behind the pointer
  static void declare(JavaSource out, String left, String anyPointer, Value value, String end) {
    List<Long> words = of(value);
    String numbers =
        (words.isEmpty() ? List.of(0L) : words)
            .stream().map("0x%016xL"::formatted).collect(Collectors.joining(", "));
    String call = anyPointer + ".constant(" + numbers + ")" + end;
    if (out.fits("    " + call)) {
      out.code(left + " = " + call);
      return;
    }
    // A call behind one that is broken stands on a line of its own.
    boolean chained = end.startsWith(".");
    int inside = chained ? 4 : 2;
    out.line(left + " =").deeper(2).line(anyPointer + ".constant(").deeper(inside);
    if (words.size() > MOST_NUMBERS) {
      blocks(out, bytes(words));
    } else {
      JavaSource.parts(numbers).forEach(out::line);
    }
    out.end(chained ? ")" : ")" + end).deeper(2 - inside);
    if (chained) {
      out.line(end);
    }
    out.deeper(-4);
  }

  /// Text blocks of base 64, with commas between them.
  static void blocks(JavaSource out, byte[] bytes) {
    for (int from = 0; from < bytes.length; from += BYTES_OF_PART) {
      int to = Math.min(bytes.length, from + BYTES_OF_PART);
      out.end(from == 0 ? "" : ",").line("\"\"\"");
      byte[] part = Arrays.copyOfRange(bytes, from, to);
      Base64.getMimeEncoder(88, new byte[] {'\n'}).encodeToString(part).lines().forEach(out::line);
      out.line("\"\"\"");
    }
  }

  private static byte[] bytes(List<Long> words) {
    ByteBuffer out = ByteBuffer.allocate(words.size() * 8).order(ByteOrder.LITTLE_ENDIAN);
    words.forEach(out::putLong);
    return out.array();
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
