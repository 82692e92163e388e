package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import dev.caplens.codegen.compiler.SchemaCompiler;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.codegen.generator.EncodedNodes;
import dev.caplens.codegen.generator.JavaGenerator;
import dev.caplens.core.schema.SchemaLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// google-java-format finds nothing to change in generated code. Comments are left alone: those of
/// the schema keep its lines.
class FormatTest {
  private static final Path TORTURE =
      Path.of("src/test/resources/dev/caplens/codegen/generator").toAbsolutePath();

  private final Formatter formatter =
      new Formatter(JavaFormatterOptions.builder().formatJavadoc(false).build());

  @TempDir Path folder;

  static List<Path> requests() throws IOException {
    return Corpus.requests();
  }

  private void assertFormatted(String name, String text) {
    try {
      String sorted = ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.GOOGLE);
      String used = RemoveUnusedImports.removeUnusedImports(sorted);
      assertEquals(formatter.formatSource(used), text, name);
    } catch (FormatterException e) {
      throw new AssertionError(name, e);
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void code_of_what_others_wrote_is_formatted(Path request) throws IOException {
    generated(Files.readAllBytes(request)).forEach(this::assertFormatted);
  }

  @Test
  void code_that_is_committed_is_formatted() throws IOException {
    for (String root :
        List.of("src/test/golden", "../../lens-core/src/main/java/dev/caplens/core/schema/lens")) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(Path.of(root))) {
        files = walk.filter(file -> file.toString().endsWith(".java")).toList();
      }
      assertTrue(files.size() > 10, root);
      for (Path file : files) {
        assertFormatted(file.toString(), Files.readString(file));
      }
    }
  }

  @Test
  void code_of_names_and_generics_that_get_in_each_others_way_is_formatted() throws IOException {
    List<Path> schemas;
    try (Stream<Path> list = Files.list(TORTURE)) {
      for (Path schema : list.toList()) {
        Files.copy(schema, folder.resolve(schema.getFileName()));
      }
    }
    try (Stream<Path> list = Files.list(folder)) {
      schemas = list.sorted().toList();
    }
    Files.write(folder.resolve("bytes"), new byte[100_000]);
    var compiler = SchemaCompiler.builder().sourcePrefix(folder).importPath(folder).build();

    Map<String, String> files =
        generated(RequestEncoder.encode(compiler.compile(schemas).orThrow()));

    assertTrue(files.size() > 20, files.keySet()::toString);
    files.forEach(this::assertFormatted);
  }

  @Test
  void only_texts_and_comments_of_the_schema_make_lines_longer_than_100() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("src/test/golden"))) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".java")).toList()) {
        Arrays.stream(Files.readString(file).split("\n"))
            .filter(line -> line.length() > 100)
            .forEach(line -> assertTrue(line.matches(" *(///|\").*"), line));
      }
    }
  }

  private static Map<String, String> generated(byte[] request) {
    return new JavaGenerator(
            SchemaLoader.read(request, true),
            Optional.empty(),
            Optional.of(EncodedNodes.of(request)))
        .files();
  }
}
