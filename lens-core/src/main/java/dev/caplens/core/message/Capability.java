package dev.caplens.core.message;

/// A reference to a capability: an index into the table that travels with the message. Generated
/// code implements it once per interface. Immutable; any thread may use it.
///
/// Source: "Capabilities (Interfaces)" in Cap'n Proto's encoding specification.
public interface Capability {

  /// The index, 0 to 2^31 - 1, or -1 for null. Higher ones, of which no table is as long, are read
  /// as negative and so count as null.
  int index();

  /// Whether the pointer was null.
  default boolean isNull() {
    return index() < 0;
  }
}
