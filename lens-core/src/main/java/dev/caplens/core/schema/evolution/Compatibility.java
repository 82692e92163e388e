package dev.caplens.core.schema.evolution;

import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.List;
import java.util.stream.Collectors;

/// Whether one version of some schemas may replace another: whether programs with either version
/// understand what the other ones write.
///
/// The rules are those of the reference's schema loader. Allowed are
///
/// - new fields, union members, enumerants, methods, superclasses and declarations;
/// - a field that becomes the first member (discriminant 0) of a new union, or of a new group, in
///   the same place;
/// - `List(T)` to a list of structs whose first field is a `T` in the first place, and back (not of
///   `Bool`, whose lists no reader takes for structs);
/// - `Text`, `List(Int8)` and `List(UInt8)` to `Data`; any pointer to `AnyPointer` or a type
///   parameter;
/// - other names, orders in the source, annotations, comments, constants and defaults of pointers;
/// - an `AnyPointer` that becomes an `AnyStruct`, `AnyList` or `Capability`.
///
/// Stricter than the reference: type parameters that are bound to something else, an `AnyStruct` or
/// the like that becomes another, and declarations of a requested file that are gone. Renamed
/// members are warnings.
///
/// @param findings in the order of the old version's nodes
public record Compatibility(List<Finding> findings) {

  /// Compares two versions. Declarations are the same if their ids are.
  ///
  /// @param old the version in use
  /// @param replacement the version to replace it
  public static Compatibility of(SchemaSet old, SchemaSet replacement) {
    Comparison comparison = new Comparison(old, replacement);
    for (Node was : old.nodes().values()) {
      Node is = replacement.nodes().get(was.id());
      if (is == null) {
        comparison.removed(was);
      } else {
        comparison.compare(was, is);
      }
    }
    return new Compatibility(comparison.findings());
  }

  /// Whether the replacement may be used beside the old version.
  public boolean isCompatible() {
    return breaks().isEmpty();
  }

  /// What stands against it.
  public List<Finding> breaks() {
    return findings.stream().filter(f -> f.severity() == Finding.Severity.BREAK).toList();
  }

  /// What does not stand against it but changes source code, text or JSON.
  public List<Finding> warnings() {
    return findings.stream().filter(f -> f.severity() == Finding.Severity.WARNING).toList();
  }

  /// One line for each finding, or `compatible`.
  @Override
  public String toString() {
    return findings.isEmpty()
        ? "compatible"
        : findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
  }
}
