package dev.caplens.bench.pairs;

import java.util.Locale;

/// What the seats do. Seat 0 creates the transport and measures.
public enum Work {
  /// Seat 0 receives, all others send as fast as they can: messages per second.
  THROUGHPUT,
  /// Seat 0 sends one message and waits until seat 1 has sent it back: nanoseconds.
  ROUND_TRIP,
  /// Seat 0 receives, seat 1 sends at a fixed rate: nanoseconds from the moment at which a message
  /// was *due* to be sent, so a stall that keeps messages from being sent counts for all of them.
  OPEN_LOOP;

  /// How it is called outside: `round-trip`.
  public String argument() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
