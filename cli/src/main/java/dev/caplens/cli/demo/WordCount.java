package dev.caplens.cli.demo;

import dev.caplens.layout.arena.ArenaBlock;

/// Lines and words of a chunk, by the rules of `LC_ALL=C wc` (GNU coreutils 9.1).
///
/// Blanks (HT, LF, VT, FF, CR, space) end a word; printable bytes (0x21 to 0x7e) begin or continue
/// one; every other byte is neutral and leaves things as they are. So a chunk maps "was a word open
/// before" to "is one open behind", and chunks that were counted apart can be joined.
///
/// Eight bytes are classified at once, one bit per byte. Whether a word is open before each of them
/// is a carry: a printable byte generates it, a neutral one propagates it, a blank one kills it. So
/// one 64-bit addition finds it for all eight.
///
/// @param lines newlines
/// @param words words that begin in the chunk if none was open before it
/// @param joinsWord whether its first byte that is not neutral is printable
/// @param leavesWord whether a word is open behind it if none was open before it
/// @param isNeutral whether all its bytes are neutral
record WordCount(long lines, long words, boolean joinsWord, boolean leavesWord, boolean isNeutral) {

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  /// Counts a block where it stands.
  static WordCount of(ArenaBlock block) {
    int end = block.length() & -Long.BYTES;
    long lines = 0;
    long words = 0;
    long carry = 0;
    long seen = 0;
    for (int at = 0; at < end; at += Long.BYTES) {
      long bytes = block.getLong(at);
      long low = bytes & ~HIGHS;
      long ascii = ~bytes & HIGHS;
      long from21 = low + 0x5f * ONES;
      long printable = from21 & ~(low + ONES) & ascii;
      long blank = blank(low, from21) & ascii;
      lines += Long.bitCount((low + 0x76 * ONES) & ~(low + 0x75 * ONES) & ascii);
      long generate = printable >>> 7;
      long kill = blank >>> 7;
      long propagate = ~((kill << 8) - kill);
      long half = propagate + generate;
      long sum = half + carry;
      long open = (sum ^ propagate ^ generate) & ONES;
      words += Long.bitCount(generate & ~open);
      // One of the two additions overflows if a word is open behind the last byte.
      carry = ((propagate & generate) | ((propagate | generate) & ~sum)) >>> 63;
      seen |= printable | blank;
    }
    return withTail(block, end, new Running(lines, words, carry != 0, seen != 0));
  }

  /// 0x80 for each byte from 9 to 13 or equal to 32, given the bytes without their high bits and
  /// those from 33 on.
  private static long blank(long low, long from21) {
    long control = (low + 0x77 * ONES) & ~(low + 0x72 * ONES);
    long space = (low + 0x60 * ONES) & ~from21;
    return control | space;
  }

  private record Running(long lines, long words, boolean isOpen, boolean isSeen) {}

  private static WordCount withTail(ArenaBlock block, int from, Running running) {
    long lines = running.lines;
    long words = running.words;
    boolean isOpen = running.isOpen;
    boolean isSeen = running.isSeen;
    for (int at = from; at < block.length(); at++) {
      int value = block.getByte(at);
      if (isPrintable(value)) {
        words += isOpen ? 0 : 1;
        isOpen = true;
        isSeen = true;
      } else if (isBlank(value)) {
        lines += value == '\n' ? 1 : 0;
        isOpen = false;
        isSeen = true;
      }
    }
    return new WordCount(lines, words, isSeen && joins(block), isOpen, !isSeen);
  }

  /// Whether what is seen first is a word. If the bytes change meanwhile, as those of a job that
  /// somebody else does as well, there may be nothing to see any more.
  private static boolean joins(ArenaBlock block) {
    for (int at = 0; at < block.length(); at++) {
      int value = block.getByte(at);
      if (isPrintable(value) || isBlank(value)) {
        return isPrintable(value);
      }
    }
    return false;
  }

  private static boolean isPrintable(int value) {
    return value > ' ' && value < 0x7f;
  }

  private static boolean isBlank(int value) {
    return value == ' ' || value >= '\t' && value <= '\r';
  }
}
