package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// Finds bytes in memory, eight places at a time.
///
/// What is looked for is a string with one `char` per byte. A place is looked at more closely if
/// two of its bytes agree there: the first and the last that are no space, since spaces are
/// everywhere.
///
/// ```
///  text       . . . . . . . . . . . . . . . .
///  one byte       | 8 places    |                 xor with 8 x that byte: zero where they agree
///  another              | 8 places    |           xor with 8 x the other
/// ```
final class Search {

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private Search() {}

  /// The index of the first place from `from` on, or -1. Nothing outside of `[address, address +
  /// size)` is read.
  static int indexOf(long address, int size, String bytes, int from) {
    int length = bytes.length();
    int last = size - length;
    if (length == 0 || last < from) {
      return length == 0 ? from : -1;
    }
    int one = firstNonSpace(bytes);
    int other = lastNonSpace(bytes, one);
    long ones = bytes.charAt(one) * EACH;
    long others = bytes.charAt(other) * EACH;
    int i = from;
    for (; i <= last - 7; i += 8) {
      long places = places(address + i + one, other - one, ones, others);
      if (places != 0) {
        int found = among(places, address + i, bytes);
        if (found >= 0) {
          return i + found;
        }
      }
    }
    for (; i <= last; i++) {
      if (matches(address + i, bytes)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether the bytes at `at` are these. They lie within the text.
  static boolean matches(long at, String bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      if ((Memory.getByte(at + i) & 0xff) != bytes.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int firstNonSpace(String bytes) {
    int i = 0;
    while (i < bytes.length() - 1 && bytes.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static int lastNonSpace(String bytes, int first) {
    int i = bytes.length() - 1;
    while (i > first && bytes.charAt(i) == ' ') {
      i--;
    }
    return i;
  }

  /// The high bit of each of eight bytes is set where a match may begin; of a byte above one that
  /// is set it may be set for nothing.
  private static long places(long at, int distance, long ones, long others) {
    long difference = Memory.getLong(at) ^ ones | Memory.getLong(at + distance) ^ others;
    return difference - EACH & ~difference & HIGH;
  }

  private static int among(long places, long at, String bytes) {
    for (long left = places; left != 0; left &= left - 1) {
      int place = Long.numberOfTrailingZeros(left) >> 3;
      if (matches(at + place, bytes)) {
        return place;
      }
    }
    return -1;
  }
}
