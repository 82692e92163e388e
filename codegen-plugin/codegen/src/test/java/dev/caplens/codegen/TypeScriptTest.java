package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.caplens.core.memory.Region;
import golden.layouts.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void node_reads_and_writes_a_region_of_java_by_the_places_of_a_module() throws Exception {
    Files.copy(Path.of("src/test/golden/layouts/layouts.ts"), folder.resolve("layouts.mjs"));
    Path program = folder.resolve("header.mjs");
    Files.writeString(
        program,
        """
        import * as fs from 'node:fs';
        import * as l from './layouts.mjs';
        const file = fs.openSync(process.argv[2], 'r+');
        const view = new DataView(new ArrayBuffer(l.HEADER_SIZE));
        fs.readSync(file, view, 0, l.HEADER_SIZE, 0);
        const bit = at => view.getUint8(at >> 3) >> (at & 7) & 1;
        console.log(
          view.getBigUint64(l.HEADER_MAGIC_OFFSET, true).toString(16),
          view.getUint32(l.HEADER_STATE_OFFSET, true),
          view.getInt32(l.HEADER_GENERATION_OFFSET, true),
          view.getUint16(l.HEADER_KIND_OFFSET, true) === l.KIND_MODULE ? 'module' : 'kernel',
          view.getUint8(l.HEADER_LEVEL_OFFSET),
          view.getFloat64(l.HEADER_MEAN_OFFSET, true),
          String(view.getBigUint64(l.HEADER_OWNER_START_TIME_OFFSET, true)),
          bit(l.HEADER_SEALED_BIT),
          view.getUint32(l.HEADER_OWNER_PID_OFFSET, true));
        view.setBigInt64(l.HEADER_HEARTBEAT_OFFSET, -5n, true);
        view.setUint16(l.HEADER_PORT_OFFSET, 65535, true);
        fs.writeSync(file, view, 0, l.HEADER_SIZE, 0);
        """);
    Path file = folder.resolve("region");
    Header.Layout header = Header.Layout.at(Region.create(file, Header.Layout.SIZE), 0);
    GeneratedLayoutTest.fill(header);

    String said = node(program, file.toString());

    assertEquals(GeneratedLayoutTest.FILLED, said);
    assertEquals(-5, header.getHeartbeat());
    assertEquals(65535, header.getPort());
  }

  private static String node(Path program, String... arguments)
      throws InterruptedException, IOException {
    List<String> command = new ArrayList<>(List.of("node", program.toString()));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
