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

  private static final int LONGEST_BASE_64 = 88;

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
    if (out.fits(left + " =")) {
      out.line(left + " =").deeper(2);
      constant(out, anyPointer, words, numbers, end);
      out.deeper(-2);
    } else {
      int name = left.lastIndexOf(' ');
      out.typed(left.substring(0, name), " " + left.substring(name + 1) + " =").deeper(4);
      constant(out, anyPointer, words, numbers, end);
      out.deeper(-4);
    }
  }

  private static void constant(
      JavaSource out, String anyPointer, List<Long> words, String numbers, String end) {
    boolean numeric = words.size() <= MOST_NUMBERS;
    String call = anyPointer + ".constant(";
    // A call behind one that is broken stands on a line of its own.
    boolean chained = end.startsWith(".");
    if (chained && numeric && out.fits(call + numbers + ")")) {
      out.line(call + numbers + ")").deeper(2).line(end).deeper(-2);
      return;
    }
    int inside = chained ? 4 : 2;
    out.line(call).deeper(inside);
    if (!numeric) {
      blocks(out, bytes(words));
    } else if (out.fits(numbers + (chained ? ")" : ")" + end))) {
      out.line(numbers);
    } else {
      LineBreaks.parts(numbers).forEach(out::line);
    }
    out.end(chained ? ")" : ")" + end).deeper(2 - inside);
    if (chained) {
      out.line(end);
    }
    out.deeper(-2);
  }

  /// Text blocks of base 64, with commas between them.
  static void blocks(JavaSource out, byte[] bytes) {
    for (int from = 0; from < bytes.length; from += BYTES_OF_PART) {
      int to = Math.min(bytes.length, from + BYTES_OF_PART);
      out.end(from == 0 ? "" : ",").line("\"\"\"");
      byte[] part = Arrays.copyOfRange(bytes, from, to);
      Base64.getMimeEncoder(Math.min(LONGEST_BASE_64, out.room() & -4), new byte[] {'\n'})
          .encodeToString(part)
          .lines()
          .forEach(out::line);
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
