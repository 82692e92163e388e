package dev.caplens.bench.pairs;

/// The end of a transport that receives. It belongs to one thread.
public interface Receiver {

  /// Hands the messages that are there to the sink, about `limit` at most.
  ///
  /// @return how many there were
  int poll(int limit);
}
