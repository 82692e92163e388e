package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.SchemaNode;
import org.jspecify.annotations.Nullable;

/// Finds nodes and files that a declaration needs while it is translated. Both kinds of node are
/// made on demand.
public interface SchemaLookup {

  /// The node with types and layout but without struct and list values; null where it could not be
  /// made, which has been reported.
  @Nullable SchemaNode outline(long id);

  /// The complete node; null where it could not be made, which has been reported.
  @Nullable SchemaNode complete(long id);

  /// Makes the node of a field's type known. One that could not be made is taken for an empty one
  /// from then on.
  void reach(long id);

  /// Whether a node could be made or is taken for an empty one, so that values can be looked at.
  boolean isKnown(long id);

  /// The bytes of a file that `embed` names; null if there is none.
  byte @Nullable [] embed(String path);
}
