package dev.caplens.codegen.compiler.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The doc comments of a node and of its members, in the order of the node's fields, enumerants or
/// methods.
public record SourceInfo(
    long id, @Nullable String docComment, List<@Nullable String> members, boolean hasMembers) {}
