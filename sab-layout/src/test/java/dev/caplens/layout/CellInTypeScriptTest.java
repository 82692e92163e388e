package dev.caplens.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.process.ProcessIdentity;
import dev.caplens.layout.registry.ModuleHeader;
import dev.caplens.layout.registry.ModuleKind;
import dev.caplens.layout.signal.ControlFlags;
import dev.caplens.layout.signal.Waiter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cell that Java made, read by the places of the generated TypeScript module.
class CellInTypeScriptTest {

  private static final String PROGRAM =
      """
      import * as fs from 'node:fs';
      import * as m from './caplens_map.mjs';
      const bytes = Buffer.alloc(m.HEAP_OFFSET);
      fs.readSync(fs.openSync(process.argv[2], 'r'), bytes, 0, bytes.length, m.DEFAULT_BASE);
      const text = (at, length) => bytes.toString('utf8', at, at + length).replace(/\\0.*/s, '');
      const entry = m.REGISTRY_OFFSET + m.REGISTRY_ENTRY_SIZE;
      const header = m.HEADERS_OFFSET + m.HEADER_SIZE;
      const inbox = m.DIRECTORY_OFFSET + 13 * m.DIRECTORY_ENTRY_SIZE;
      const slot = m.PROCESS_TABLE_OFFSET;
      const block = m.SUPERBLOCK_OFFSET;
      console.log([
        bytes.readBigUInt64LE(block + m.SUPERBLOCK_MAGIC_OFFSET) === m.SUPERBLOCK_MAGIC_VALUE,
        bytes.readBigUInt64LE(block + m.SUPERBLOCK_LAYOUT_HASH_OFFSET) === m.LAYOUT_HASH,
        bytes.toString('hex', block + m.SUPERBLOCK_UUID_OFFSET).slice(0, 2 * m.SUPERBLOCK_UUID_LENGTH),
        bytes.readUInt32LE(block + m.SUPERBLOCK_OWNER_PID_OFFSET),
        bytes.readUInt32LE(m.REGISTRY_GUARD_OFFSET + m.REGISTRY_GUARD_COUNT_OFFSET),
        bytes[entry + m.REGISTRY_ENTRY_STATE_OFFSET] === m.REGISTRY_STATE_ACTIVE,
        text(entry + m.REGISTRY_ENTRY_NAME_OFFSET, m.REGISTRY_ENTRY_NAME_LENGTH),
        bytes.readBigUInt64LE(header + m.HEADER_DONE_OFFSET),
        text(inbox + m.DIRECTORY_ENTRY_NAME_OFFSET, m.DIRECTORY_ENTRY_NAME_LENGTH),
        Number(bytes.readBigUInt64LE(inbox + m.DIRECTORY_ENTRY_OFFSET_OFFSET)) === m.INBOX_OFFSET,
        bytes.readBigUInt64LE(slot + m.PROCESS_ENTRY_START_TIME_OFFSET),
        bytes.readUInt32LE(m.CONTROL_FLAGS_OFFSET + m.CONTROL_FLAGS_EPOCHS_OFFSET + 4 * m.FLAG_FLIP),
      ].join(' '));
      """;

  @TempDir Path folder;

  @Test
  void node_reads_a_cell_by_the_places_of_the_generated_module() throws Exception {
    Path map = folder.resolve("caplens_map.mjs");
    Files.copy(module(), map);
    Path program = Files.writeString(folder.resolve("read_cell.mjs"), PROGRAM);
    Path file = folder.resolve("cell");
    try (Cell cell = Cell.create(file, Tier.LIGHT, 1, Waiter.polling())) {
      cell.registry().register("first", ModuleKind.JVM, cell.slot());
      int index = cell.registry().register("zweiter Zähler", ModuleKind.JVM, cell.slot());
      ModuleHeader header = new ModuleHeader(cell.region(), index);
      header.started();
      header.done();
      cell.flags().signal(ControlFlags.FLIP);

      String said = node(program, file);

      ProcessIdentity self = ProcessIdentity.current();
      String uuid = cell.superblock().uuid().toString().replace("-", "");
      assertEquals(
          "true true %s %d 2 true zweiter Zähler 1 inbox true %d 1"
              .formatted(uuid, self.pid(), self.startTime()),
          said);
    }
  }

  private static Path module() throws URISyntaxException {
    URL module = MasterMap.class.getResource("/META-INF/caplens/ts/caplens_map.ts");
    return Path.of(Objects.requireNonNull(module).toURI());
  }

  private static String node(Path program, Path file) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("node", program.toString(), file.toString())
              .redirectErrorStream(true)
              .start();
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
