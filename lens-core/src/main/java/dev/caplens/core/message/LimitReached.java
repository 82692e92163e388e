package dev.caplens.core.message;

/// A message asks for more than the settings allow. The operator must act: the text names the
/// limit, its value and how to raise it. What was read before stays as it was; the message may be
/// read on where its limits are not used up.
public final class LimitReached extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// With a text of the form `limit value where; how to raise it`.
  public LimitReached(String text) {
    super(text);
  }
}
