package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.SourceInfo;
import java.util.List;

/// What a declaration was translated to.
///
/// @param node the declaration's own node
/// @param auxiliary groups of a struct, or the parameters and results of an interface's methods
/// @param valued false for a constant whose type is wrong, so that it can have no value
public record Translation(
    SchemaNode node, List<SchemaNode> auxiliary, List<SourceInfo> sourceInfo, boolean valued) {

  /// Whether all nodes are fit for use; only what has errors is not.
  public boolean isSound() {
    return valued && Soundness.isSound(node) && auxiliary.stream().allMatch(Soundness::isSound);
  }
}
