package dev.caplens.layout.arena;

/// A reference to a block that is not there, or no longer: its sender has given the block back, or
/// wrote nonsense. Nothing was read.
public final class StaleReference extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleReference(String message) {
    super(message);
  }
}
