package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.codegen.generator.EncodedNodes;
import dev.caplens.codegen.generator.JavaGenerator;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  @Test
  void the_same_requests_give_the_same_files_in_another_jvm() throws Exception {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");

    generate(first);
    FreshJvm.run(CorpusTest.class, second);

    List<Path> files = files(first);
    assertTrue(files.size() > requests().size(), files.size() + " files");
    for (Path file : files) {
      assertEquals(
          -1, Files.mismatch(file, second.resolve(first.relativize(file))), file::toString);
    }
    assertEquals(files.size(), files(second).size());
  }

  /// Generates all files of all requests into a folder.
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT); // as the generator's own program does
    generate(Path.of(arguments[0]));
  }

  private static void generate(Path folder) throws IOException {
    for (Path request : requests()) {
      String out = folder.resolve(request.getFileName()).toString();
      Capnp.generate(
          "--request", request.toString(), "--java", out, "--c-header", out, "--typescript", out);
    }
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
