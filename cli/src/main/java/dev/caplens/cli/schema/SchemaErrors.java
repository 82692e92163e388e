package dev.caplens.cli.schema;

/// Errors of schemas. The text holds them all, one a line in the compiler's form, and is printed as
/// it is, with nothing around it, so that editors find the places.
public final class SchemaErrors extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SchemaErrors(String lines) {
    super(lines);
  }
}
