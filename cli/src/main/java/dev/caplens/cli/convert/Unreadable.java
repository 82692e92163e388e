package dev.caplens.cli.convert;

/// What was read is no message of the type that was asked for, or has no such form.
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
