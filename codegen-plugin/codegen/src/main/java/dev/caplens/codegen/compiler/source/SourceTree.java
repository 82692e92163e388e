package dev.caplens.codegen.compiler.source;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A root under which schema files lie, each with a path of names and slashes, without a leading
/// slash.
///
/// Implementations may be used by one compilation at a time.
public interface SourceTree {

  /// The file at `path`; null if there is none.
  ///
  /// @throws UncheckedIOException if there is one that cannot be read
  @Nullable SourceFile open(String path);

  /// How error messages name the file at `path`.
  String displayName(String path);

  /// The files under `directory`; messages name them as `prefix` and path.
  static SourceTree directory(Path directory, String prefix) {
    return new DirectoryTree(directory, prefix);
  }

  /// The standard schemas that come with the compiler, under `capnp/`.
  static SourceTree bundled() {
    return new BundledTree();
  }

  /// Files in memory, path to source text.
  static SourceTree of(Map<String, String> files) {
    Map<String, String> copy = Map.copyOf(files);
    return new SourceTree() {
      @Override
      public @Nullable SourceFile open(String path) {
        String text = copy.get(path);
        return text == null
            ? null
            : new SourceFile(this + ":" + path, text.getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public String displayName(String path) {
        return path;
      }
    };
  }
}
