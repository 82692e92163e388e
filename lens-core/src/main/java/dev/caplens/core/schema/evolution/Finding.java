package dev.caplens.core.schema.evolution;

/// One difference between two versions of a declaration that somebody should know of.
///
/// @param id of the declaration; unsigned
/// @param where the declaration and, behind a dot, the member, as the old version calls them
/// @param problem what was, what is, and what to do
public record Finding(Severity severity, long id, String where, String problem) {

  /// How much a difference means.
  public enum Severity {
    /// Data or calls of one version mean something else, or nothing, to the other.
    BREAK,
    /// The bytes still mean the same; source code, text and JSON do not.
    WARNING
  }

  @Override
  public String toString() {
    return where + ": " + problem;
  }
}
