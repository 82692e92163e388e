package dev.caplens.bench.rings;

/// How many messages a peer's ring holds where that is ours to choose: about 128 KiB of small
/// messages, which stay in the caches, and at least 64 of large ones.
final class Depth {

  private static final int BYTES = 128 << 10;
  private static final int RECORD_OVERHEAD = 64;
  private static final int LEAST = 64;

  private Depth() {}

  /// A power of two.
  static int of(int payloadBytes) {
    return Math.max(LEAST, Integer.highestOneBit(BYTES / (payloadBytes + RECORD_OVERHEAD)));
  }

  /// Bytes of a ring of that depth whose records have a header, a power of two.
  static int bytes(int payloadBytes) {
    int record = payloadBytes + RECORD_OVERHEAD;
    return Integer.highestOneBit(record - 1) * 2 * of(payloadBytes);
  }
}
