package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// UTF-8 straight into and out of memory. An unpaired surrogate is written as `?`, as the JDK does.
final class Utf8 {

  private Utf8() {}

  /// How many of the first characters are ASCII.
  static int asciiPrefix(String value) {
    int length = value.length();
    int i = 0;
    while (i < length && value.charAt(i) < 0x80) {
      i++;
    }
    return i;
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

  /// Writes ASCII by words. The bytes behind them up to a word's end are zero, which a text wants.
  static void putAscii(String value, long target, int length) {
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      long low = four(value, i);
      Memory.putLong(target + i, low | four(value, i + 4) << 32);
    }
    if (i < length) {
      long word = 0;
      for (int shift = 0; i < length; i++, shift += 8) {
        word |= (long) value.charAt(i) << shift;
      }
      Memory.putLong(target + (length & -8), word);
    }
  }

  private static long four(String value, int i) {
    int low = value.charAt(i) | value.charAt(i + 1) << 8;
    return low | value.charAt(i + 2) << 16 | (long) value.charAt(i + 3) << 24;
  }

  static void put(String value, long target) {
    long at = target;
    for (int i = 0; i < value.length(); ) {
      int point = pointAt(value, i);
      at = put(point, at);
      i += Character.charCount(point);
    }
  }

  private static long put(int point, long at) {
    int width = width(point);
    if (width == 1) {
      Memory.putByte(at, (byte) point);
      return at + 1;
    }
    int rest = point;
    for (int i = width - 1; i > 0; i--) {
      Memory.putByte(at + i, (byte) (0x80 | rest & 0x3f));
      rest >>= 6;
    }
    Memory.putByte(at, (byte) (0xf0 << 4 - width | rest));
    return at + width;
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
