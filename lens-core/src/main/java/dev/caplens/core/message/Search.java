package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// Finds bytes in memory, eight places at a time, two times eight per test.
///
/// What is looked for is a string with one `char` per byte. A place is looked at more closely if
/// two of its bytes agree there: the first and the last that are no space, since spaces are
/// everywhere. The last step is moved back to end with the text, and may see places a second time.
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
    int last = size - bytes.length();
    if (bytes.isEmpty()) {
      return from;
    }
    if (last - from < 7) {
      return oneByOne(address, bytes, from, last);
    }
    int one = firstNonSpace(bytes);
    int other = lastNonSpace(bytes, one);
    int distance = other - one & Integer.MAX_VALUE;
    long ones = bytes.charAt(one) * EACH;
    long others = bytes.charAt(other) * EACH;
    int i = from;
    // The mask changes no value. By it C2 knows that none of the loads of one step can lie beyond
    // the address space, and drops their checks.
    for (; i <= last - 15; i += 16) {
      long at = address + i + one & Memory.ADDRESSES;
      long places = places(at, distance, ones, others);
      long more = places(at + 8, distance, ones, others);
      if ((places | more) != 0) {
        int found = among(places, address, i, bytes);
        found = found >= 0 ? found : among(more, address, i + 8, bytes);
        if (found >= 0) {
          return found;
        }
      }
    }
    for (; i <= last; i += 8) {
      int step = Math.min(i, last - 7);
      long places = places(address + step + one & Memory.ADDRESSES, distance, ones, others);
      if (places != 0) {
        int found = among(places, address, step, bytes);
        if (found >= 0) {
          return found;
        }
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

  private static int oneByOne(long address, String bytes, int from, int last) {
    for (int i = from; i <= last; i++) {
      if (matches(address + i, bytes)) {
        return i;
      }
    }
    return -1;
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

  /// The first of those places, counted from index `from` of the text, at which the bytes stand.
  private static int among(long places, long address, int from, String bytes) {
    for (long left = places; left != 0; left &= left - 1) {
      int place = from + (Long.numberOfTrailingZeros(left) >> 3);
      if (matches(address + place, bytes)) {
        return place;
      }
    }
    return -1;
  }
}
