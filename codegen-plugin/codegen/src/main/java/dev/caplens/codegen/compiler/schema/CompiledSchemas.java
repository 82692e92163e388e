package dev.caplens.codegen.compiler.schema;

import java.util.List;

/// All that a compilation hands to generators.
///
/// @param nodes every node that the requested files declare or refer to
/// @param requestedFiles in the order in which they were asked for
public record CompiledSchemas(
    List<SchemaNode> nodes, List<SourceInfo> sourceInfo, List<RequestedFile> requestedFiles) {

  /// @param uses the names in the file that refer to declarations, in the order in which they were
  ///   looked up
  public record RequestedFile(long id, String name, List<Import> imports, List<NameUse> uses) {}

  /// A name that refers to a declaration.
  ///
  /// @param id the declaration; types that are not declared have small numbers
  public record NameUse(SourceRange range, long id) {}

  /// @param name as written in the source
  public record Import(long id, String name) {}
}
