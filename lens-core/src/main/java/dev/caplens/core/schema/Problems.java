package dev.caplens.core.schema;

import java.util.ArrayList;
import java.util.List;

/// What a validation finds.
final class Problems {
  /// A request that was made to be wrong everywhere is told so much.
  private static final int MOST = 50;

  private final List<String> texts = new ArrayList<>();
  private int more;

  /// Keeps a problem of a node.
  void add(Node node, String problem, Object... values) {
    if (texts.size() < MOST) {
      Declaration declaration = node.declaration();
      String name =
          declaration.displayName().isEmpty()
              ? "@0x%016x".formatted(node.id())
              : declaration.displayName();
      texts.add(name + ": " + problem.formatted(values));
    } else {
      more++;
    }
  }

  /// @throws SchemaError if there is a problem
  void throwIfAny() {
    if (!texts.isEmpty()) {
      if (more > 0) {
        texts.add("and " + more + " more problems");
      }
      throw new SchemaError(texts);
    }
  }
}
