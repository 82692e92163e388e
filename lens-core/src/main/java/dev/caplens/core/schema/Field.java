package dev.caplens.core.schema;

/// A field of a struct or group.
///
/// Source: `Field` in `schema.capnp`.
public sealed interface Field {
  /// The discriminant of a field that is in no union.
  int NO_DISCRIMINANT = 0xffff;

  /// Name, order, annotations and comment.
  Member member();

  /// The value of the union's discriminant that selects the field, or [#NO_DISCRIMINANT].
  int discriminant();

  /// The number behind the `@`, or -1 for a group, which has none.
  int ordinal();

  /// The name in the schema.
  default String name() {
    return member().name();
  }

  /// Whether the field is a member of the unnamed union of its struct.
  default boolean inUnion() {
    return discriminant() != NO_DISCRIMINANT;
  }

  /// A field with a place of its own.
  ///
  /// @param offset in units of the field's size from the start of its section: bits for Bool, words
  ///   of the pointer section for pointers
  /// @param explicitDefault whether the source gives the default
  record Slot(
      Member member,
      int ordinal,
      int discriminant,
      long offset,
      Type type,
      Value defaultValue,
      boolean explicitDefault)
      implements Field {}

  /// A group or named union, whose fields share the space of the struct.
  ///
  /// @param typeId the id of the group's node
  record Group(Member member, int ordinal, int discriminant, long typeId) implements Field {}
}
