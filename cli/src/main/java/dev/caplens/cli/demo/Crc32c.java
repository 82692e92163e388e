package dev.caplens.cli.demo;

import dev.caplens.layout.arena.ArenaBlock;

/// CRC-32C (Castagnoli; RFC 3720, appendix B.4) of bytes of the arena, where they stand.
///
/// `java.util.zip.CRC32C` would be faster, but its intrinsic kills the JVM when the file of the
/// region is truncated from outside; loads through a segment throw. So this one computes with
/// tables, eight bytes a step, over such loads.
final class Crc32c {

  /// The polynomial, reflected: bit 31 is x^0.
  private static final int POLYNOMIAL = 0x82f63b78;

  private static final int ONE = 1 << 31;
  private static final int SLICES = 8;
  private static final int[] TABLE = table();

  private Crc32c() {}

  /// The checksum of a block.
  static int of(ArenaBlock block) {
    int end = block.length() & -Long.BYTES;
    int crc = -1;
    for (int at = 0; at < end; at += Long.BYTES) {
      crc = step(crc, block.getLong(at));
    }
    for (int at = end; at < block.length(); at++) {
      crc = TABLE[(crc ^ block.getByte(at)) & 0xff] ^ crc >>> 8;
    }
    return ~crc;
  }

  private static int step(int crc, long bytes) {
    long mixed = bytes ^ Integer.toUnsignedLong(crc);
    int low = (int) mixed;
    int high = (int) (mixed >>> 32);
    return TABLE[0x700 | low & 0xff]
        ^ TABLE[0x600 | low >>> 8 & 0xff]
        ^ TABLE[0x500 | low >>> 16 & 0xff]
        ^ TABLE[0x400 | low >>> 24]
        ^ TABLE[0x300 | high & 0xff]
        ^ TABLE[0x200 | high >>> 8 & 0xff]
        ^ TABLE[0x100 | high >>> 16 & 0xff]
        ^ TABLE[high >>> 24];
  }

  /// The checksum of two runs of bytes behind each other.
  ///
  /// @param first the checksum of the first run
  /// @param second the checksum of the second run
  /// @param secondBytes the length of the second run
  static int join(int first, int second, long secondBytes) {
    return multiply(first, powerOfX(secondBytes * Byte.SIZE)) ^ second;
  }

  /// x^exponent modulo the polynomial.
  private static int powerOfX(long exponent) {
    int power = ONE;
    int square = ONE >>> 1; // x
    for (long rest = exponent; rest != 0; rest >>>= 1) {
      if ((rest & 1) != 0) {
        power = multiply(power, square);
      }
      square = multiply(square, square);
    }
    return power;
  }

  private static int multiply(int left, int right) {
    int product = 0;
    int shifted = right;
    for (int bit = ONE; bit != 0; bit >>>= 1) {
      product ^= (left & bit) != 0 ? shifted : 0;
      shifted = timesX(shifted);
    }
    return product;
  }

  private static int timesX(int value) {
    return value >>> 1 ^ ((value & 1) != 0 ? POLYNOMIAL : 0);
  }

  /// Slice k holds, for each byte, its remainder when k zero bytes follow.
  private static int[] table() {
    int[] table = new int[SLICES << 8];
    for (int value = 0; value < 1 << 8; value++) {
      int remainder = value;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        remainder = timesX(remainder);
      }
      table[value] = remainder;
    }
    for (int at = 1 << 8; at < table.length; at++) {
      int before = table[at - (1 << 8)];
      table[at] = table[before & 0xff] ^ before >>> 8;
    }
    return table;
  }
}
