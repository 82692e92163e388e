package dev.caplens.codegen.compiler.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Files of a directory. Two paths with the same real path are the same file.
record DirectoryTree(Path directory, String prefix) implements SourceTree {

  @Override
  public @Nullable SourceFile open(String path) {
    Path file;
    try {
      file = directory.resolve(path);
    } catch (InvalidPathException e) {
      return null;
    }
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try {
      return new SourceFile(file.toRealPath(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(displayName(path) + ": " + e, e);
    }
  }

  @Override
  public String displayName(String path) {
    return prefix + path;
  }
}
