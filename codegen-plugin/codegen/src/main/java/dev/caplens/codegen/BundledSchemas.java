package dev.caplens.codegen;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The schemas that this artifact carries, laid out in a temporary folder for a compiler to import.
final class BundledSchemas implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("capnp/java.capnp", "caplens/annotations.capnp");

  private final Path folder;

  BundledSchemas() throws IOException {
    folder = Files.createTempDirectory("caplens-schemas");
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      try (InputStream in = BundledSchemas.class.getResourceAsStream("/META-INF/capnp/" + name)) {
        if (in == null) {
          throw new FileNotFoundException("META-INF/capnp/" + name + " in the generator's jar");
        }
        Files.copy(in, file);
      }
    }
  }

  /// Where the schemas are, until this is closed.
  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    for (String name : NAMES) {
      Files.deleteIfExists(folder.resolve(name));
      Files.deleteIfExists(folder.resolve(name).getParent());
    }
    Files.deleteIfExists(folder);
  }
}
