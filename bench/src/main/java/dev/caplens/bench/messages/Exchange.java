package dev.caplens.bench.messages;

/// A request that is built and read, and its answer that is built and read, by one subject in the
/// values of one workload.
///
/// Each call passes the next request of a small set. It returns what the reader of the answer
/// found, so that nothing can be optimised away and a wrong message is noticed. An exchange belongs
/// to one thread.
public interface Exchange {

  /// Reads what was just built, with no bytes in between.
  long object();

  /// Passes framed bytes.
  long bytes();

  /// Passes packed bytes.
  long packed();

  /// Only reads: a request that was framed before, in place, and no answer.
  long read();

  /// What the last call had to return.
  long expected();

  /// The next request, framed.
  byte[] request();
}
