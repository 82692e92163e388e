package dev.caplens.core.message;

/// A message breaks the format. The sender must act: the text says where and what was expected.
public final class MalformedMessage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// With a text of the form `what where: expected, got; what to do`.
  public MalformedMessage(String text) {
    super(text);
  }
}
