package dev.caplens.codegen.compiler.source;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Paths within a [SourceTree].
public final class SourcePath {

  private SourcePath() {}

  /// `path` as seen from the folder of `from`, without `.` and `..`; null if it leads out of the
  /// tree or nowhere.
  public static @Nullable String relative(String from, String path) {
    int slash = from.lastIndexOf('/');
    return normalize(slash < 0 ? path : from.substring(0, slash) + "/" + path);
  }

  /// `path` without `.` and `..`; null if it leads out of the tree or nowhere.
  public static @Nullable String normalize(String path) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : path.split("/", -1)) {
      switch (name) {
        case "", "." -> {}
        case ".." -> {
          if (names.pollLast() == null) {
            return null;
          }
        }
        default -> names.addLast(name);
      }
    }
    return names.isEmpty() ? null : String.join("/", names);
  }
}
