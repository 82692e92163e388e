package dev.caplens.cli.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One shell script that calls `capnp`, run with the reference tool and with ours under its name.
class DropInTest {

  private static final long PATIENCE_MINUTES = 5;

  @TempDir private Path folder;

  private Path corpus = Path.of("");

  @BeforeEach
  void prepare() throws Exception {
    corpus = corpus();
    copy("shop.capnp");
    copy("drop-in.sh");
    Files.writeString(
        folder.resolve("wrong.capnp"),
        "@0xc0ffee0123456788;\nstruct A { a @0 :Txt; b @2 :Int8; }\n");
    Files.writeString(folder.resolve("all.capnp"), allTypes());
    Files.writeString(
        folder.resolve("wide.txt"),
        "(name = \"%s\", goods = [%s])"
            .formatted("n".repeat(9000), "(name = \"something\", price = 3), ".repeat(500) + "()"));
  }

  @Test
  void scripts_see_the_same_bytes_and_exit_codes_from_both_tools() throws Exception {
    String reference = run(System.getenv("PATH"));
    Path shim = shim();

    String ours = run(shim + ":" + System.getenv("PATH"));

    assertTrue(reference.contains("exit code 0"), reference);
    List<String> expected = reference.lines().toList();
    List<String> actual = ours.lines().toList();
    int at = Arrays.mismatch(expected.toArray(), actual.toArray());
    if (at >= 0) {
      assertEquals(context(expected, at), context(actual, at));
    }
  }

  private static String context(List<String> lines, int at) {
    return String.join("\n", lines.subList(Math.max(0, at - 40), Math.min(lines.size(), at + 20)));
  }

  private String run(String path) throws Exception {
    Path out = folder.resolve("transcript");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "drop-in.sh")
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("PATH", path);
    builder.environment().put("MESSAGES", corpus.resolve("messages").toString());
    builder.environment().put("PWD", folder.toString());
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the script hangs: " + Files.readString(out));
    }
    return Files.readString(out);
  }

  /// A folder with a `capnp` in it that is ours.
  private Path shim() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path capnp = bin.resolve("capnp");
    Files.writeString(
        capnp,
        """
        #!/bin/sh
        exec '%s' --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' \\
          dev.caplens.cli.Caplens "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path")));
    assertTrue(capnp.toFile().setExecutable(true));
    return bin;
  }

  private void copy(String name) throws IOException {
    try (InputStream in = DropInTest.class.getResourceAsStream(name)) {
      Files.copy(
          Objects.requireNonNull(in), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// The schema of the corpus's messages, as the reference's own generator prints it.
  private String allTypes() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("capnpc-capnp")
            .redirectInput(corpus.resolve("requests/capnp_test.cgr").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    String printed;
    try (InputStream in = started(builder).getInputStream()) {
      printed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    StringBuilder schema = new StringBuilder("@0xc0ffee0123456787;\n");
    for (String start : List.of("enum TestEnum ", "struct TestAllTypes ")) {
      Matcher declaration =
          Pattern.compile("^" + start + ".*?^}\n", Pattern.DOTALL | Pattern.MULTILINE)
              .matcher(printed);
      assertTrue(declaration.find(), start);
      schema.append(declaration.group());
    }
    return schema.toString();
  }

  private static Process started(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw missing("needs the reference tool: apt-get install capnproto");
    }
  }

  private static Path corpus() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve(".mvn"))) {
      root = Objects.requireNonNull(root.getParent(), "no .mvn above the working directory");
    }
    Path corpus = root.resolveSibling("shared/corpus");
    if (!Files.isDirectory(corpus)) {
      throw missing("needs the corpus in " + corpus);
    }
    return corpus;
  }

  private static AssertionError missing(String text) {
    String ci = System.getenv("CI");
    if (ci == null || ci.isEmpty()) {
      abort(text);
    }
    return new AssertionError(text);
  }
}
