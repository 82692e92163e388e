package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.nio.charset.StandardCharsets;

/// UTF-8 straight into and out of memory. An unpaired surrogate is written as `?`, as the JDK does.
final class Utf8 {

  /// Strings shorter than this are composed in registers: text and its zero byte take two words.
  static final int SHORT = 16;

  /// Strings longer than this are measured before room is taken for them.
  static final int LONG = 1 << 16;

  /// The most bytes that one `char` can take.
  static final int MOST_BYTES = 3;

  /// No word of ASCII.
  static final long NOT_ASCII = -1;

  /// Text of at most so many bytes is decoded by way of an array that the thread keeps.
  private static final int KEPT_BYTES = 1024;

  /// Each platform thread has its own, and uses it only within one call of the JDK.
  private static final ThreadLocal<byte[]> KEPT =
      ThreadLocal.withInitial(() -> new byte[KEPT_BYTES]);

  private Utf8() {}

  /// Decodes; what is not UTF-8 becomes U+FFFD. A string copies its bytes, so an array in between
  /// that is new each time would double what a text allocates. Virtual threads, of which there may
  /// be very many, keep none.
  static String decode(long at, int size) {
    boolean kept = size <= KEPT_BYTES && !Thread.currentThread().isVirtual();
    byte[] bytes = kept ? KEPT.get() : new byte[size];
    Memory.copy(at, bytes, 0, size);
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  /// How many of the first characters are ASCII.
  static int asciiPrefix(String value) {
    int length = value.length();
    int i = 0;
    while (i < length && value.charAt(i) < 0x80) {
      i++;
    }
    return i;
  }

  /// The UTF-8 of these characters, as a string with one `char` per byte: ASCII is itself.
  static String bytes(CharSequence value) {
    String string = value.toString();
    return asciiPrefix(string) == string.length()
        ? string
        : new String(string.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /// How many bytes these characters take.
  ///
  /// @param ascii how many of the first are ASCII
  /// @throws IllegalArgumentException if a text cannot hold them
  static int size(String value, int ascii) {
    int length = value.length();
    int i = ascii;
    long bytes = i;
    while (i < length) {
      int point = pointAt(value, i);
      bytes += width(point);
      i += Character.charCount(point);
    }
    if (bytes > Text.MAX_BYTES) {
      throw new IllegalArgumentException(
          "text: expected at most " + Text.MAX_BYTES + " bytes, got " + bytes);
    }
    return (int) bytes;
  }

  /// The characters `from` to `to` - 1, at most eight, as the bytes of a word, the first lowest;
  /// [#NOT_ASCII] if they are not ASCII.
  static long pack(String value, int from, int to) {
    long word = 0;
    int all = 0;
    for (int i = from, shift = 0; i < to; i++, shift += 8) {
      char c = value.charAt(i);
      all |= c;
      word |= (long) c << shift;
    }
    return all < 0x80 ? word : NOT_ASCII;
  }

  /// Whether memory holds these characters.
  static boolean equal(CharSequence value, long at, int size) {
    long next = at;
    long end = at + size;
    for (int i = 0; i < value.length(); ) {
      int point = pointAt(value, i);
      int width = width(point);
      if (width > end - next || !holds(point, width, next)) {
        return false;
      }
      next += width;
      i += Character.charCount(point);
    }
    return next == end;
  }

  private static boolean holds(int point, int width, long at) {
    if (width == 1) {
      return Memory.getByte(at) == point;
    }
    int rest = point;
    for (int i = width - 1; i > 0; i--) {
      if (Memory.getByte(at + i) != (byte) (0x80 | rest & 0x3f)) {
        return false;
      }
      rest >>= 6;
    }
    return Memory.getByte(at) == (byte) (0xf0 << 4 - width | rest);
  }

  private static int pointAt(CharSequence value, int index) {
    int point = Character.codePointAt(value, index);
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '?' : point;
  }

  private static int width(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
}
