package dev.caplens.core.schema;

/// What a schema asks for cannot be done; the author of the schema must change it.
///
/// The message names the declaration as the compiler displays it, and says what to do.
public final class SchemaError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// An error with its full text.
  public SchemaError(String message) {
    super(message);
  }
}
