package dev.caplens.core.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Schemas that refer to each other: the nodes of a request, or of what was loaded together.
/// Immutable.
///
/// The graph was validated when it was loaded. It may lack nodes that others refer to; who needs
/// such a node gets a [SchemaError] with its id.
public final class SchemaSet {

  private final List<RequestedFile> requested;
  private final Map<Long, Node> nodes;

  SchemaSet(List<RequestedFile> requested, Map<Long, Node> nodes) {
    this.requested = List.copyOf(requested);
    this.nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /// A file to write something for.
  ///
  /// @param filename its path as the compiler was given it, less the source prefix
  public record RequestedFile(long id, String filename) {}

  /// The files to write something for, in the order of the request.
  public List<RequestedFile> requested() {
    return requested;
  }

  /// Every node by its id, those of imported files too, in the order in which they were loaded; not
  /// to be written.
  public Map<Long, Node> nodes() {
    return nodes;
  }

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

  /// The node of that name and kind: the display name (`person.capnp:Person.Phone`), or the part
  /// behind the colon where only one file has it.
  ///
  /// @throws SchemaError if there is none, or several
  public <N extends Node> N named(String name, Class<N> kind) {
    List<N> found = new ArrayList<>();
    for (Node node : nodes.values()) {
      String display = node.declaration().displayName();
      if (kind.isInstance(node) && display.equals(name)) {
        return kind.cast(node);
      }
      if (kind.isInstance(node) && display.endsWith(":" + name)) {
        found.add(kind.cast(node));
      }
    }
    if (found.size() != 1) {
      throw new SchemaError(
          "expected one %s \"%s\" among %d nodes, got %s"
              .formatted(
                  kind.getSimpleName(),
                  name,
                  nodes.size(),
                  found.isEmpty()
                      ? "none"
                      : found.stream()
                          .map(node -> node.declaration().displayName())
                          .collect(Collectors.joining(", "))));
    }
    return found.getFirst();
  }

  /// The ids that nodes refer to but that are not there: schemas may be loaded in part.
  public Set<Long> missing() {
    Set<Long> missing = new LinkedHashSet<>();
    nodes.values().forEach(node -> missing.addAll(References.of(node)));
    missing.removeAll(nodes.keySet());
    return missing;
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

  @Override
  public String toString() {
    return nodes.size() + " nodes";
  }
}
