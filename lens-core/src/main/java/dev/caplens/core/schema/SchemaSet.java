package dev.caplens.core.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All schemas of one request.
///
/// @param requested the files to write something for, in the order of the request
/// @param nodes every node by its id, those of imported files too
public record SchemaSet(List<RequestedFile> requested, Map<Long, Node> nodes) {

  /// A file to write something for.
  ///
  /// @param filename its path as the compiler was given it, less the source prefix
  public record RequestedFile(long id, String filename) {}

  /// The node of that id.
  ///
  /// @throws SchemaError if the request does not hold it
  public Node node(long id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new SchemaError(
          "the request refers to the node @0x%016x but does not hold it; it was cut or written by a broken compiler"
              .formatted(id));
    }
    return node;
  }

  /// The node of that id, which must be of that kind.
  ///
  /// @throws SchemaError if the request does not hold it, or as something else
  public <N extends Node> N node(long id, Class<N> kind) {
    Node node = node(id);
    if (!kind.isInstance(node)) {
      throw new SchemaError(
          "%s (@0x%016x) is used as %s but is %s"
              .formatted(
                  node.declaration().displayName(),
                  id,
                  kind.getSimpleName(),
                  node.getClass().getSimpleName()));
    }
    return kind.cast(node);
  }

  /// The file that a node stands in, or null for the detached structs of method parameters.
  public Node.@Nullable File fileOf(Node node) {
    Node at = node;
    while (!(at instanceof Node.File)) {
      Node scope = nodes.get(at.declaration().scopeId());
      if (scope == null) {
        return null;
      }
      at = scope;
    }
    return (Node.File) at;
  }
}
