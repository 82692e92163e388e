package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generated TypeScript modules, which have no types to erase, in a real engine.
class TypeScriptTest {
  @TempDir Path folder;

  @Test
  void node_reads_the_constants_and_places_of_a_module() throws Exception {
    Path constants = folder.resolve("constants.mjs");
    Path layouts = folder.resolve("layouts.mjs");
    Files.copy(Path.of("src/test/golden/constants/constants.ts"), constants);
    Files.copy(Path.of("src/test/golden/layouts/layouts.ts"), layouts);
    Path program = folder.resolve("print.mjs");
    Files.writeString(
        program,
        """
        import * as c from './constants.mjs';
        import * as l from './layouts.mjs';
        console.log(c.CONTROL_FLAGS_OFFSET, c.MOST, c.LEAST, c.NOT_A_NUMBER, c.DOWN, c.YES,
          c.QUOTES.length, c.JOB_PRIORITY_DEFAULT, l.HEADER_SIZE, l.HEADER_MEAN_OFFSET);
        """);

    assertEquals(
        "16 18446744073709551615n -9223372036854775808n NaN -Infinity true 16 -5 128 40",
        node(program));
  }

  private static String node(Path program) throws InterruptedException, IOException {
    Process process;
    try {
      process = new ProcessBuilder("node", program.toString()).redirectErrorStream(true).start();
    } catch (IOException missing) {
      String text = "needs Node: apt-get install nodejs";
      if (System.getenv("CI") != null && !System.getenv("CI").isEmpty()) {
        throw new AssertionError(text, missing);
      }
      return abort(text);
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.strip();
  }
}
