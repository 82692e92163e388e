package dev.caplens.cli;

import org.jspecify.annotations.Nullable;

/// A command did not work, for a reason that its user can understand: the text says what, where and
/// what to do, and is printed without a stack trace. The exit code is 1.
public final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A failure with the text that the user sees.
  public CommandFailed(String message) {
    this(message, null);
  }

  /// A failure with the text that the user sees, and the reason that `--debug` shows.
  public CommandFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
