package dev.caplens.layout;

/// The memory or the process on the other side is gone: reconnect, or end.
public final class PeerLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Tells what was lost, what it means and what to do.
  public PeerLost(String message) {
    super(message);
  }
}
