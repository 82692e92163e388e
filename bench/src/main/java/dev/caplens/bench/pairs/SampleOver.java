package dev.caplens.bench.pairs;

/// Another seat has failed and says why; this one only ends.
final class SampleOver extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SampleOver() {
    super("another seat has failed");
  }
}
