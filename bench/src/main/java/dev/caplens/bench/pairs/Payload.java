package dev.caplens.bench.pairs;

import dev.caplens.core.raw.Memory;

/// The bytes of a message, written and read in place and in full, with the same code whatever lies
/// between: every word holds the message's number plus the word's place, so that a torn one is
/// seen.
///
/// ```
///  63        48 47                    0
///  +-----------+-----------------------+
///  | lane      | number from 0 on      |   word at offset `at`: this + at
///  +-----------+-----------------------+
/// ```
public final class Payload {

  private static final int LANE_SHIFT = 48;

  private Payload() {}

  /// The first number of a sender.
  static long first(int lane) {
    return (long) lane << LANE_SHIFT;
  }

  /// Which sender a number belongs to.
  static int lane(long sequence) {
    return (int) (sequence >>> LANE_SHIFT);
  }

  /// Which message of its sender it is, from 0 on.
  static long number(long sequence) {
    return sequence & (1L << LANE_SHIFT) - 1;
  }

  /// Writes a message.
  ///
  /// @param address absolute
  /// @param bytes a multiple of 8
  public static void write(long address, int bytes, long sequence) {
    for (int at = 0; at < bytes; at += Long.BYTES) {
      Memory.putLong(address + at, sequence + at);
    }
  }

  /// Reads a message.
  ///
  /// @return its number
  /// @throws BrokenSequence if not all of its words are of one message
  public static long read(long address, int bytes) {
    long sequence = Memory.getLong(address);
    long difference = 0;
    for (int at = 0; at < bytes; at += Long.BYTES) {
      difference |= Memory.getLong(address + at) ^ sequence + at;
    }
    if (difference != 0) {
      throw new BrokenSequence(
          "message %d of lane %d is torn: its %d bytes are not of one message"
              .formatted(number(sequence), lane(sequence), bytes));
    }
    return sequence;
  }
}
