package dev.caplens.codegen.compiler.schema;

import java.util.List;

/// A member of a struct.
///
/// @param codeOrder position among the members as declared
/// @param discriminant 0.. for a member of the struct's union, else [#NO_DISCRIMINANT]
/// @param ordinal the explicit ordinal, or [#NO_ORDINAL]
public record Field(
    String name,
    int codeOrder,
    int discriminant,
    int ordinal,
    List<Annotation> annotations,
    Body body) {

  public static final int NO_DISCRIMINANT = 0xffff;
  public static final int NO_ORDINAL = -1;

  public sealed interface Body {}

  /// @param offset in units of the field's size
  public record Slot(int offset, Type type, Value defaultValue, boolean explicitDefault)
      implements Body {}

  /// A group or a named union.
  public record Group(long id) implements Body {}

  public boolean inUnion() {
    return discriminant != NO_DISCRIMINANT;
  }
}
