package dev.caplens.bench.pairs;

/// Takes messages where they stand.
public interface Sink {

  /// A message; its bytes stay as they are until this returns.
  ///
  /// @param address absolute
  /// @param bytes its length
  void accept(long address, int bytes);
}
