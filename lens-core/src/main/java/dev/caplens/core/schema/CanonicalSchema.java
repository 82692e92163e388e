package dev.caplens.core.schema;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A set of schemas as text that is the same whenever the schemas say the same, to compare and to
/// hash.
///
/// The text has the nodes sorted by id. It says what matters on the wire (ids, sizes, places,
/// types, brands, defaults, discriminants, methods, superclasses) and the names and constants that
/// programs see. It does not say where a declaration stands or in which file, comments,
/// annotations, the order in the source, the names of type parameters, or which compiler wrote it.
/// So it neither depends on the order in which nodes were loaded nor on what a request holds
/// besides.
///
/// @param text one line for each declaration and member
public record CanonicalSchema(String text) {

  /// All of a set but files and annotations.
  public static CanonicalSchema of(SchemaSet schemas) {
    return of(schemas.nodes().values());
  }

  /// The declarations of these ids and all that they refer to.
  ///
  /// @throws SchemaError if one of those is missing
  public static CanonicalSchema of(SchemaSet schemas, Collection<Long> ids) {
    Map<Long, Node> reached = new HashMap<>();
    Deque<Long> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      Node node = schemas.node(open.remove());
      if (reached.putIfAbsent(node.id(), node) == null) {
        open.addAll(References.of(node));
      }
    }
    return of(reached.values());
  }

  /// The SHA-256 of the text in UTF-8.
  public byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError("every JDK has SHA-256", missing);
    }
  }

  /// The first 8 bytes of [#sha256()], the highest first: for places that have one word for a hash.
  public long hash() {
    return ByteBuffer.wrap(sha256()).getLong();
  }

  private static CanonicalSchema of(Collection<Node> nodes) {
    return new CanonicalSchema(
        nodes.stream()
            .filter(node -> !(node instanceof Node.File || node instanceof Node.Annotation))
            .sorted(Comparator.comparing(Node::id, Long::compareUnsigned))
            .map(CanonicalForm::of)
            .collect(Collectors.joining()));
  }
}
