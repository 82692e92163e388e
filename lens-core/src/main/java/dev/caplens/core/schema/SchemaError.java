package dev.caplens.core.schema;

import java.util.List;

/// Schemas are not what they must be, or what is asked of them cannot be done; their author, or who
/// wrote the request, must act.
///
/// Each problem names the declaration as the compiler displays it, and says what to do.
public final class SchemaError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // lists of strings are
  private final List<String> problems;

  /// An error with its full text.
  public SchemaError(String message) {
    this(List.of(message));
  }

  /// Several errors, at least one.
  public SchemaError(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /// All that was found, each a text of its own.
  public List<String> problems() {
    return problems;
  }
}
