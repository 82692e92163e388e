package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lenses over `schema.capnp` in `lens-core`, with which the generator itself reads requests,
/// are its own output.
class SchemaLensTest {
  private static final String LENS = "dev/caplens/core/schema/lens";

  @TempDir Path out;

  @Test
  void the_committed_lenses_over_schema_capnp_are_what_is_generated() throws IOException {
    Path request = Corpus.folder().resolve("requests/capnp_schema.cgr");

    Capnp.generate(
        "--request",
        request.toString(),
        "--no-comments",
        "--bare",
        "--java-package",
        LENS.replace('/', '.'),
        "--java",
        out.toString());

    Path committed = Path.of("../../lens-core/src/main/java").resolve(LENS);
    assertEquals(names(committed), names(out.resolve(LENS)));
    for (String name : names(committed)) {
      String expected = Files.readString(committed.resolve(name));
      assertEquals(expected, Files.readString(out.resolve(LENS).resolve(name)), name);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("package-info.java"))
          .sorted()
          .toList();
    }
  }
}
