package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// Finds bytes in memory, eight places at a time.
///
/// What is looked for is a string with one `char` per byte. A place is looked at more closely if
/// the first and the last byte agree there:
///
/// ```
///  text       . . . . . . . . . . . . . . . .
///  first byte     | 8 places    |                 xor with 8 x first: zero where they agree
///  last byte            | 8 places    |           xor with 8 x last
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
    long firsts = bytes.charAt(0) * EACH;
    long lasts = bytes.charAt(length - 1) * EACH;
    int i = from;
    for (; i <= last - 7; i += 8) {
      long places = places(address + i, length - 1, firsts, lasts);
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

  /// The high bit of each of eight bytes is set where a match may begin; of a byte above one that
  /// is set it may be set for nothing.
  private static long places(long at, int distance, long firsts, long lasts) {
    long difference = Memory.getLong(at) ^ firsts | Memory.getLong(at + distance) ^ lasts;
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
