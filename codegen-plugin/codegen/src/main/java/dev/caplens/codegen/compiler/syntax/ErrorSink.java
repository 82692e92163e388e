package dev.caplens.codegen.compiler.syntax;

/// Takes the errors of one source file, in the order in which they are found.
public interface ErrorSink {

  /// Reports an error.
  ///
  /// @param startByte offset of the first byte concerned
  /// @param endByte offset behind the last byte concerned; equal to `startByte` for a point
  void error(int startByte, int endByte, String message);

  /// Whether any file of this compilation had an error so far.
  boolean hadErrors();

  default void errorOn(Name name, String message) {
    error(name.start(), name.end(), message);
  }

  default void errorOn(Number number, String message) {
    error(number.start(), number.end(), message);
  }

  default void errorOn(Expression expression, String message) {
    error(expression.start(), expression.end(), message);
  }

  default void errorOn(Declaration declaration, String message) {
    error(declaration.start(), declaration.end(), message);
  }
}
