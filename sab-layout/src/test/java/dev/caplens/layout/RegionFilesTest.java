package dev.caplens.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.RegionFiles.Found;
import dev.caplens.layout.RegionFiles.State;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Superblock.Layout;
import dev.caplens.layout.process.ProcessIdentity;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.signal.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RegionFilesTest {

  @TempDir Path folder;
  private RegionFiles files;

  @BeforeEach
  void look() {
    files = new RegionFiles(folder);
  }

  @Test
  void fresh_names_differ_and_tell_their_owner() {
    ProcessIdentity self = ProcessIdentity.current();
    Path first = files.fresh();

    assertNotEquals(first, files.fresh());
    assertEquals(folder, first.getParent());
    assertTrue(
        first
            .getFileName()
            .toString()
            .startsWith(
                "caplens-%s-%d-%d-%d-"
                    .formatted(
                        self.bootId().toString().substring(0, 8),
                        self.pidNamespace(),
                        self.pid(),
                        self.startTime())));
  }

  @Test
  void a_folder_that_is_not_there_has_no_regions() throws IOException {
    assertEquals(List.of(), new RegionFiles(folder.resolve("nowhere")).list());
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // opening waits for ever
  void a_pipe_is_no_region_and_nobody_waits_for_its_writer() throws Exception {
    Path pipe;
    try (Peer owner = Peer.idle()) {
      pipe = named(owner.pid());
    }
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

    assertEquals(State.UNKNOWN, RegionFiles.state(pipe));
    assertEquals(List.of(new Found(pipe, State.UNKNOWN)), files.list(), "its owner is dead");
    assertEquals(List.of(), files.sweep());
    IOException refused =
        assertThrows(
            IOException.class, () -> Cell.attach(pipe, ProcessRole.VIEWER, 1, Waiter.polling()));
    assertEquals(
        pipe + ": is no regular file, so no region; choose another file", refused.getMessage());
  }

  @Test
  void a_region_of_a_live_owner_is_in_use_and_not_swept() throws IOException {
    Path file = files.fresh();
    try (Cell cell = Cell.create(file, Tier.LIGHT, 1, Waiter.polling())) {
      assertEquals(List.of(new Found(file, State.IN_USE)), files.list());
      assertEquals(List.of(), files.sweep());
      cell.requireIntact();
    }
  }

  @Test
  void a_region_of_a_killed_owner_is_orphaned_and_swept() throws Exception {
    Path file = files.fresh();
    try (Peer owner = CellProcess.kernel(file)) {
      owner.line();
      assertEquals(List.of(new Found(file, State.IN_USE)), files.list());
    }

    assertEquals(List.of(new Found(file, State.ORPHANED)), files.list());
    assertEquals(List.of(file), files.sweep());
    assertFalse(Files.exists(file));
  }

  @Test
  void a_region_of_a_killed_owner_is_in_use_while_a_module_lives() throws Exception {
    Path file = files.fresh();
    try (Peer owner = CellProcess.kernel(file)) {
      owner.line();
      Cell module = Cell.attach(file, ProcessRole.MODULE, 1, Waiter.polling());
      owner.kill();

      assertEquals(List.of(), files.sweep());
      module.close();
      assertEquals(List.of(file), files.sweep());
    }
  }

  @Test
  void a_region_is_swept_when_owner_and_modules_were_all_killed() throws Exception {
    Path file = files.fresh();
    try (Peer owner = CellProcess.kernel(file)) {
      owner.line();
      try (Peer module = CellProcess.module(file)) {
        assertEquals("1", module.line());
        owner.kill();
        assertEquals(List.of(new Found(file, State.IN_USE)), files.list());
      }
    }

    assertEquals(List.of(file), files.sweep());
  }

  @Test
  void what_an_owner_left_half_made_is_swept_once_it_is_dead() throws Exception {
    Path file;
    try (Peer owner = Peer.idle()) {
      file = named(owner.pid());
      Files.write(file, new byte[10]);
      assertEquals(List.of(new Found(file, State.UNKNOWN)), files.list());
      assertEquals(List.of(), files.sweep());
    }

    assertEquals(List.of(file), files.sweep());
  }

  /// What a superblock says before its owner is written in it would prove that owner dead.
  @Test
  void a_region_that_is_being_made_is_nobodys_orphan() throws IOException {
    Path file = files.fresh();
    Region region = Region.create(file, MasterMap.DEFAULT_BASE, Tier.LIGHT.bytes());
    Layout block = Layout.at(region, MasterMap.SUPERBLOCK_OFFSET);
    block.setState(1L << 32 | MasterMap.REGION_STATE_CREATING);
    block.setMagic(MasterMap.SUPERBLOCK_MAGIC_VALUE);
    block.setLayoutHash(MasterMap.LAYOUT_HASH);

    assertEquals(List.of(new Found(file, State.UNKNOWN)), files.list());
    assertEquals(List.of(), files.sweep());
  }

  @Test
  void a_region_that_was_kept_is_not_swept() throws IOException {
    Path file = files.fresh();
    Cell.create(file, Tier.LIGHT, 1, Waiter.polling()).closeAndKeep();

    assertEquals(List.of(new Found(file, State.KEPT)), files.list());
    assertEquals(List.of(), files.sweep());
  }

  @Test
  void a_file_of_another_pid_namespace_is_left_alone() throws IOException {
    ProcessIdentity self = ProcessIdentity.current();
    Path file =
        folder.resolve(
            "caplens-%s-%d-%d-%d-0"
                .formatted(
                    self.bootId().toString().substring(0, 8),
                    self.pidNamespace() + 1,
                    self.pid(),
                    self.startTime() + 1));
    Files.write(file, new byte[10]);

    assertEquals(List.of(new Found(file, State.UNKNOWN)), files.list());
  }

  @Test
  void a_file_with_another_name_is_not_looked_at() throws IOException {
    Files.write(folder.resolve("caplens-notes.txt"), new byte[10]);

    assertEquals(List.of(), files.list());
  }

  private Path named(long pid) throws IOException {
    ProcessIdentity self = ProcessIdentity.current();
    String[] stat = Files.readString(Path.of("/proc/" + pid + "/stat")).split(" ");
    return folder.resolve(
        "caplens-%s-%d-%d-%s-0"
            .formatted(
                self.bootId().toString().substring(0, 8), self.pidNamespace(), pid, stat[21]));
  }
}
