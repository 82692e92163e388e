package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the reference compiler asks for is generated, and compiles without a warning.
class CorpusTest {
  private static final List<String> OPTIONS =
      List.of("-Xlint:all", "-Werror", "-Xdoclint:all,-missing", "-proc:none");

  @TempDir Path folder;

  static List<Path> requests() throws IOException {
    return Corpus.requests();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void generated_code_compiles_without_a_warning(Path request) throws IOException {
    Path java = Files.createDirectory(folder.resolve("java"));

    Capnp.generate("--request", request.toString(), "--java", java.toString());

    assertEquals("", compile(java));
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

  /// What the compiler has to say about all files in a folder.
  private String compile(Path java) throws IOException {
    List<Path> files = files(java);
    if (files.isEmpty()) {
      return "";
    }
    StringWriter said = new StringWriter();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      Path classes = Files.createDirectory(folder.resolve("classes"));
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      boolean done =
          javac
              .getTask(
                  said, manager, null, OPTIONS, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertTrue(done, said::toString);
    }
    return said.toString();
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
