package dev.caplens.codegen;

/// The command line is wrong, or the machine lacks something; the message says what to do.
final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  Unusable(String message) {
    super(message);
  }
}
