package dev.caplens.rings;

/// What stands in a ring breaks its rules: some peer is hostile or broken. The ring is of no use
/// any more; nothing outside it was touched.
public final class RingPoisoned extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RingPoisoned(String message) {
    super(message);
  }
}
