package dev.caplens.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The bytes that other implementations wrote, beside the repository.
final class Corpus {
  private Corpus() {}

  static Path folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(".mvn"))) {
        return at.resolve("../shared/corpus").normalize();
      }
    }
    throw new AssertionError("no folder around this one holds .mvn, the root of the repository");
  }

  static List<Path> requests() throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve("requests"))) {
      return files.filter(file -> file.toString().endsWith(".cgr")).sorted().toList();
    }
  }
}
