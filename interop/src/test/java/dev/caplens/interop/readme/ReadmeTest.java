package dev.caplens.interop.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.interop.rules.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

  private static final int MOST_LINES = 30;

  @TempDir Path folder;

  private static String block(String language) throws IOException {
    String readme = Files.readString(SourceTree.ofRepository().root().resolve("README.md"));
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertTrue(block.find(), "README.md has a block of " + language);
    return block.group(1);
  }

  private static Path tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name);
  }

  private String run(List<String> line) throws Exception {
    Process process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), line + "\n" + said);
    return said;
  }

  @Test
  void the_first_program_compiles_runs_and_prints_what_the_readme_says() throws Exception {
    String classPath = System.getProperty("java.class.path");
    Files.writeString(folder.resolve("order.capnp"), block("capnp"));
    Files.writeString(folder.resolve("First.java"), block("java"));

    List<String> generate = new ArrayList<>(List.of(tool("java").toString(), "-cp", classPath));
    generate.addAll(List.of("dev.caplens.codegen.Main", "--java", ".", "order.capnp"));
    run(generate);
    run(
        List.of(
            tool("javac").toString(),
            "-Xlint:all,-processing",
            "-Werror",
            "-cp",
            classPath,
            "First.java",
            "order/Order.java"));
    String said =
        run(
            List.of(
                tool("java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath + ":.",
                "First"));

    assertEquals(block("text"), said);
  }

  @Test
  void the_first_program_is_short() throws Exception {
    long lines = block("java").lines().filter(line -> !line.isBlank()).count();

    assertTrue(lines <= MOST_LINES, lines + " lines");
  }
}
