package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is generated for each construct stands in `src/test/golden`, one folder a construct, and is
/// reviewed as code. Run with `-Dgolden.write=true` to write it anew after a change that is meant.
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/golden");

  @TempDir Path out;

  @BeforeAll
  static void the_reference_tool_is_there() {
    Capnp.require();
  }

  static List<String> constructs() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void generated_files_are_those_that_were_reviewed(String construct) throws IOException {
    Path folder = GOLDEN.resolve(construct);
    Path schema = folder.resolve(construct + ".capnp");

    Capnp.generate(
        "--src-prefix",
        folder.toString(),
        "--java",
        out.toString(),
        "--prefix",
        "GOLDEN",
        "--c-header",
        out.toString(),
        "--typescript",
        out.toString(),
        schema.toString());

    if (Boolean.getBoolean("golden.write")) {
      write(folder);
    }
    assertEquals(String.join("\n", texts(folder)), String.join("\n", texts(out)));
  }

  private void write(Path folder) throws IOException {
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    for (Path file : files(out)) {
      Path target = folder.resolve(out.relativize(file));
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private static List<String> texts(Path folder) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    for (Path file : files(folder)) {
      texts.put(folder.relativize(file).toString(), Files.readString(file));
    }
    return texts.entrySet().stream().map(e -> "==> " + e.getKey() + "\n" + e.getValue()).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".capnp"))
          .toList();
    }
  }
}
