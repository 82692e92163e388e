package dev.caplens.bench.pairs;

/// What arrived is not what was sent. The sample is worth nothing.
public final class BrokenSequence extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenSequence(String message) {
    super(message);
  }
}
