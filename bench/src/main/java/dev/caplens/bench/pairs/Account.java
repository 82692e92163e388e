package dev.caplens.bench.pairs;

/// Checks that every message arrives once, whole, and in the order of its sender.
///
/// It belongs to the thread that receives.
final class Account implements Sink {

  private final int payloadBytes;
  private final long[] next;
  private long received;

  Account(int payloadBytes, int lanes) {
    this.payloadBytes = payloadBytes;
    this.next = new long[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      next[lane] = Payload.first(lane);
    }
  }

  /// @throws BrokenSequence if it is not the next message of its sender
  @Override
  public void accept(long address, int bytes) {
    if (bytes != payloadBytes) {
      throw new BrokenSequence("a message of %d bytes, expected %d".formatted(bytes, payloadBytes));
    }
    long sequence = Payload.read(address, bytes);
    int lane = Payload.lane(sequence);
    if (lane >= next.length || sequence != next[lane]) {
      throw broken(sequence, lane);
    }
    next[lane] = sequence + 1;
    received++;
  }

  /// How many messages have arrived.
  long received() {
    return received;
  }

  /// The number of the newest message of a sender.
  long last(int lane) {
    return next[lane] - 1;
  }

  /// Compares with what a sender says that it has sent.
  ///
  /// @throws BrokenSequence if it is not the same
  void close(int lane, long sent) {
    long arrived = Payload.number(next[lane]);
    if (arrived != sent) {
      throw new BrokenSequence(
          "lane %d: %d messages were sent, %d arrived".formatted(lane, sent, arrived));
    }
  }

  private BrokenSequence broken(long sequence, int lane) {
    if (lane >= next.length) {
      return new BrokenSequence("a message of lane %d, which nobody sends".formatted(lane));
    }
    long expected = Payload.number(next[lane]);
    long got = Payload.number(sequence);
    return new BrokenSequence(
        "lane %d: expected message %d, got %d: %s"
            .formatted(
                lane,
                expected,
                got,
                got < expected ? "one was doubled or out of order" : "one was lost"));
  }
}
