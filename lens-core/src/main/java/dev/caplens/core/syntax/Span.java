package dev.caplens.core.syntax;

/// A piece of source text, in bytes from its start.
public interface Span {

  int start();

  /// Behind the last byte; equal to [#start] for a point.
  int end();
}
