package dev.caplens.codegen.compiler.schema;

import dev.caplens.core.syntax.Span;

/// A piece of a source file.
///
/// @param start offset of its first byte
/// @param end offset behind its last byte
public record SourceRange(int start, int end) implements Span {

  /// The range of what has no text of its own: a file, a group, a list of parameters.
  public static final SourceRange NONE = new SourceRange(0, 0);
}
