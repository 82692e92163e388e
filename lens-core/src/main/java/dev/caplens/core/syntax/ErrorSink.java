package dev.caplens.core.syntax;

/// Takes the errors of one source file, in the order in which they are found.
public interface ErrorSink {

  /// Reports an error.
  ///
  /// @param startByte offset of the first byte concerned
  /// @param endByte offset behind the last byte concerned; equal to `startByte` for a point
  void error(int startByte, int endByte, String message);

  /// Whether any file of this compilation had an error so far.
  boolean hadErrors();

  default void errorOn(Span place, String message) {
    error(place.start(), place.end(), message);
  }
}
