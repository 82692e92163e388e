package dev.caplens.core.encoding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/// The messages that other implementations wrote, beside the project's folder.
public final class Corpus {

  private Corpus() {}

  public static byte[] message(String name) throws IOException {
    return Files.readAllBytes(folder().resolve("messages").resolve(name));
  }

  /// The same as text.
  public static String text(String name) throws IOException {
    return Files.readString(folder().resolve("messages").resolve(name));
  }

  public static byte[] request(String name) throws IOException {
    return Files.readAllBytes(folder().resolve("requests").resolve(name));
  }

  public static List<Path> requests() throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve("requests"))) {
      List<Path> requests = files.filter(f -> f.toString().endsWith(".cgr")).sorted().toList();
      Assertions.assertFalse(requests.isEmpty(), "the corpus has requests");
      return requests;
    }
  }

  private static Path folder() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve(".mvn"))) {
      root = Objects.requireNonNull(root.getParent(), "no folder .mvn above");
    }
    return root.resolveSibling("shared").resolve("corpus");
  }
}
