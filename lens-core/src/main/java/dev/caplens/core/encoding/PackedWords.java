package dev.caplens.core.encoding;

import dev.caplens.core.raw.Memory;

/// Words without their zero bytes.
///
/// ```
///  tag | the bytes of the word that are not zero, lowest first
///  tag = 0x00 | count of further zero words, 0 to 255
///  tag = 0xff | 8 bytes | count of words that follow as they are, 0 to 255 | these words
/// ```
///
/// Bit i of the tag tells that byte i is not zero. To agree with the reference byte for byte, a run
/// of raw words ends at the first word with two zero bytes or more, where packing begins to pay.
final class PackedWords {

  private static final int LONGEST_RUN = 255;
  private static final long LOW_SEVEN = 0x7f7f7f7f7f7f7f7fL;
  private static final long HIGH_BIT = 0x8080808080808080L;
  private static final long[] MASKS = masks();

  /// The next word to pack, and the next byte to write.
  private long in;

  private long out;

  private PackedWords(long in, long out) {
    this.in = in;
    this.out = out;
  }

  /// The most bytes that packed words take, and room for a store beyond the last.
  static long bound(long bytes) {
    return (bytes / 8 * 10 + 16) + 7 & -8L;
  }

  /// Packs the words `[from, end)` to `target`; returns the end of what was written.
  static long pack(long from, long end, long target) {
    PackedWords state = new PackedWords(from, target);
    while (state.in < end) {
      state.word(end);
    }
    return state.out;
  }

  /// The mask of the bytes that a tag names.
  static long mask(int tag) {
    return MASKS[tag];
  }

  private void word(long end) {
    long word = Memory.getLong(in);
    in += 8;
    int tag = tag(word);
    Memory.putByte(out, (byte) tag);
    Memory.putLong(out + 1, Long.compress(word, MASKS[tag]));
    out += 1 + Integer.bitCount(tag);
    if (tag == 0) {
      zeros(end);
    } else if (tag == 0xff) {
      raw(end);
    }
  }

  private void zeros(long end) {
    long last = Math.min(end, in + (LONGEST_RUN << 3));
    long start = in;
    while (in < last && Memory.getLong(in) == 0) {
      in += 8;
    }
    Memory.putByte(out++, (byte) (in - start >> 3));
  }

  private void raw(long end) {
    long last = Math.min(end, in + (LONGEST_RUN << 3));
    long start = in;
    while (in < last && Integer.bitCount(tag(Memory.getLong(in))) >= 7) {
      in += 8;
    }
    Memory.putByte(out++, (byte) (in - start >> 3));
    Memory.copy(start, out, in - start);
    out += in - start;
  }

  private static int tag(long word) {
    long nonZero = ((word & LOW_SEVEN) + LOW_SEVEN | word) & HIGH_BIT;
    return (int) Long.compress(nonZero, HIGH_BIT);
  }

  private static long[] masks() {
    long[] masks = new long[256];
    for (int tag = 0; tag < 256; tag++) {
      masks[tag] = Long.expand(tag, 0x0101010101010101L) * 0xff;
    }
    return masks;
  }
}
