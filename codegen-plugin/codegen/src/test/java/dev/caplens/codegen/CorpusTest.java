package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.codegen.generator.EncodedNodes;
import dev.caplens.codegen.generator.JavaGenerator;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the reference compiler asks for is generated, and compiles without a warning.
class CorpusTest {
  @TempDir Path folder;

  static List<Path> requests() throws IOException {
    return Corpus.requests();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void generated_code_compiles_without_a_warning(Path request) throws IOException {
    byte[] bytes = Files.readAllBytes(request);
    SchemaSet schemas = SchemaLoader.read(bytes, true);
    Optional<EncodedNodes> nodes = Optional.of(EncodedNodes.of(bytes));

    Map<String, String> files = new JavaGenerator(schemas, Optional.empty(), nodes).files();

    JavaFiles.compile(files);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void the_same_request_gives_the_same_files(Path request) throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");

    Capnp.generate("--request", request.toString(), "--java", first.toString());
    Capnp.generate("--request", request.toString(), "--java", second.toString());

    for (Path file : files(first)) {
      assertEquals(-1, Files.mismatch(file, second.resolve(first.relativize(file))));
    }
    assertEquals(files(first).size(), files(second).size());
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
