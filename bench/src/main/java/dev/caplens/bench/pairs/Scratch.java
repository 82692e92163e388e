package dev.caplens.bench.pairs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder of a sample, in shared memory where there is such a file system, and its end.
public final class Scratch {

  private static final Path SHARED_MEMORY = Path.of("/dev/shm");

  private Scratch() {}

  static Path create() throws IOException {
    String prefix = "caplens-bench-";
    return Files.isWritable(SHARED_MEMORY)
        ? Files.createTempDirectory(SHARED_MEMORY, prefix)
        : Files.createTempDirectory(prefix);
  }

  /// Removes a folder with all that is in it, as far as that goes: another process may do the same.
  public static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException goneAlready) {
      // What is left has been removed by somebody else, or will be with the machine's next start.
    }
  }
}
