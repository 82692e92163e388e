package dev.caplens.bench.pairs;

import java.io.IOException;

/// What carries messages between seats. Implementations have a public constructor without
/// parameters; each process makes one of its own, and calls either [#create] or [#attach] first.
public interface Transport extends AutoCloseable {

  /// Which way messages go.
  enum Direction {
    /// From a sender to the receiver, from the caller to the echo.
    THERE,
    /// From the echo to the caller.
    BACK
  }

  /// Makes it, with everything that it needs in the folder of the sample.
  void create(Setting setting) throws IOException;

  /// Finds what another process created.
  void attach(Setting setting) throws IOException;

  /// A sending end.
  Sender sender(Direction direction);

  /// The receiving end; there is one per direction.
  Receiver receiver(Direction direction, Sink sink);

  @Override
  void close() throws IOException;
}
