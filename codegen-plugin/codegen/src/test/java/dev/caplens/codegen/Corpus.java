package dev.caplens.codegen;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The bytes that other implementations wrote, beside the repository.
public final class Corpus {
  private Corpus() {}

  public static Path folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(".mvn"))) {
        Path corpus = at.resolve("../shared/corpus").normalize();
        requireFolder(corpus);
        return corpus;
      }
    }
    throw new AssertionError("no folder around this one holds .mvn, the root of the repository");
  }

  /// Skips the test where the repository stands alone; in CI that is a failure.
  private static void requireFolder(Path corpus) {
    if (!Files.isDirectory(corpus)) {
      String text = "needs the corpus of reference messages at " + corpus;
      if (System.getenv("CI") != null && !System.getenv("CI").isEmpty()) {
        throw new AssertionError(text);
      }
      abort(text);
    }
  }

  static List<Path> requests() throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve("requests"))) {
      return files.filter(file -> file.toString().endsWith(".cgr")).sorted().toList();
    }
  }
}
