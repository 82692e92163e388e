package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.SourceInfo;
import java.util.List;

/// What a declaration was translated to.
///
/// @param node the declaration's own node
/// @param auxiliary groups of a struct, or the parameters and results of an interface's methods
public record Translation(
    SchemaNode node, List<SchemaNode> auxiliary, List<SourceInfo> sourceInfo) {}
