package dev.caplens.layout;

/// A region that this peer cannot work with: whoever deployed the peers has to act.
///
/// The text says which field of the superblock differs, what was expected, what was found, and what
/// to do.
public final class LayoutMismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LayoutMismatch(String message) {
    super(message);
  }
}
