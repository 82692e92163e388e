package dev.caplens.core.message;

/// A reference to a capability: an index into the table that travels with the message. Generated
/// code implements it once per interface.
public interface Capability {

  /// The index, or -1 for null.
  int index();

  /// Whether the pointer was null.
  default boolean isNull() {
    return index() < 0;
  }
}
