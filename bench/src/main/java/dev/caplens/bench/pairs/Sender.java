package dev.caplens.bench.pairs;

/// The end of a transport that sends. It belongs to one thread.
public interface Sender {

  /// Sends one message with [Payload#write].
  ///
  /// @return false if there is no room now
  boolean trySend(long sequence);
}
