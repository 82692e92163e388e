package dev.caplens.codegen.compiler.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a node was declared, and the doc comments of it and of its members, in the order of the
/// node's fields, enumerants or methods.
///
/// @param range from the declaration's first word to its semicolon or closing brace
public record SourceInfo(
    long id,
    SourceRange range,
    @Nullable String docComment,
    List<@Nullable String> members,
    boolean hasMembers) {}
