package dev.caplens.core.syntax;

/// A name (or the path of an import) and where it stands.
public record Name(String text, int start, int end) implements Span {

  /// The name of what has none: an unnamed union, or a declaration whose name did not parse.
  public static final Name NONE = new Name("", 0, 0);
}
