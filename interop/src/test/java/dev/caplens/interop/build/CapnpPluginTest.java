package dev.caplens.interop.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.interop.launcher.Run;
import dev.caplens.interop.rules.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The reference compiler with our plugin, and the command that does without it.
class CapnpPluginTest {
  private final Path root = SourceTree.ofRepository().root();

  @TempDir Path temporary;

  private Path folder = Path.of("");

  @BeforeEach
  void a_schema_with_many_constructs() throws IOException {
    if (Run.of(Path.of("/"), Map.of(), List.of("sh", "-c", "command -v capnp")).exit() != 0) {
      Maven.missing("needs the reference tool: apt-get install capnproto");
    }
    folder = Files.createDirectories(temporary.resolve("a project"));
    Files.writeString(
        folder.resolve("order.capnp"),
        Page.read("docs/getting-started.md").file("src/main/capnp/shop/order.capnp"));
  }

  /// A shell whose default `java` is of version 17, with the plugin on the `PATH`.
  private Run run(Path pathFolder, String line) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_HOME", "");
    environment.put(
        "PATH", Maven.jdk17().resolve("bin") + ":" + System.getenv("PATH") + ":" + pathFolder);
    environment.put("CAPLENS_TESTING", root.toString());
    return Run.of(folder, environment, List.of("bash", "-c", line));
  }

  @Test
  void capnp_finds_the_plugin_and_gets_what_our_own_compiler_gives() throws IOException {
    Run reference = run(root, "mkdir ref own && capnp compile -ocaplens:ref order.capnp");
    assertEquals(0, reference.exit(), reference.err());
    Run own = run(root, "caplens compile -ojava:own order.capnp");
    assertEquals(0, own.exit(), own.err());

    assertEquals(
        "",
        run(root, "diff <(cd ref && find . -type f | sort) <(cd own && find . -type f | sort)")
            .out());
    assertEquals(code("own/order/Order.java"), code("ref/order/Order.java"));
  }

  /// A file without the lines of its schema in comments: `capnp` starts a plugin in the folder that
  /// it writes to, where no schema is found.
  private String code(String file) throws IOException {
    return Files.readString(folder.resolve(file))
        .replaceAll("\\s+(/// )?", " ")
        .replaceAll("; from `[^`]*`", "");
  }

  @Test
  void a_symbolic_link_to_the_plugin_is_enough() throws IOException {
    Path bin = Files.createDirectories(temporary.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("capnpc-caplens"), root.resolve("capnpc-caplens"));

    Run run = run(bin, "capnp compile -ocaplens order.capnp");

    Files.delete(bin.resolve("capnpc-caplens"));
    assertEquals(0, run.exit(), run.err());
    assertTrue(Files.exists(folder.resolve("order/Order.java")));
  }

  @Test
  void a_request_that_is_none_is_an_error_of_the_plugin() throws IOException {
    Run run = run(root, "echo nonsense, and more of it | capnpc-caplens");

    assertEquals(1, run.exit());
    assertTrue(run.err().startsWith("error: "), run.err());
  }
}
