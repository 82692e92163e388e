package dev.caplens.layout.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.Cell;
import dev.caplens.layout.CellProcess;
import dev.caplens.layout.Peer;
import dev.caplens.layout.Tier;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.ProcessEntry;
import dev.caplens.layout.map.Span;
import dev.caplens.layout.signal.Waiter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

  private final Region region = Region.anonymous(MasterMap.ARENA_OFFSET);
  private final Span words =
      new Span(region, MasterMap.PROCESS_TABLE_OFFSET, MasterMap.PROCESS_TABLE_SIZE);
  private final ProcessTable table = new ProcessTable(region, ProcessIdentity.currentBoot());

  @Test
  void who_joins_holds_a_slot_until_it_leaves() {
    assertEquals(0, table.join(ProcessRole.KERNEL));
    assertEquals(1, table.join(ProcessRole.MODULE));
    assertTrue(table.isHeld(1));
    assertEquals(ProcessHandle.current().pid(), table.pid(1));

    table.leave(1);

    assertFalse(table.isHeld(1));
    assertEquals(0, table.pid(1));
    assertTrue(table.isAnyHeld(1));
    assertFalse(table.isAnyHeld(0));
  }

  @Test
  void a_slot_that_was_left_is_given_out_again_once_its_holdings_are_recovered() {
    table.join(ProcessRole.KERNEL);
    table.join(ProcessRole.MODULE);
    List<Integer> recovered = new ArrayList<>();

    table.leave(1);
    assertEquals(2, table.join(ProcessRole.MODULE), "what slot 1 held is not given back yet");
    assertEquals(1, table.recover(recovered::add));

    assertEquals(List.of(1), recovered);
    assertEquals(1, table.join(ProcessRole.VIEWER));
  }

  @Test
  void leaving_a_slot_that_is_another_process_s_by_now_changes_nothing() throws Exception {
    try (Peer successor = Peer.idle()) {
      claimed(0, successor.pid(), ProcessIdentity.ownPidNamespace());

      table.leave(0);

      assertTrue(table.isHeld(0));
      assertEquals(successor.pid(), table.pid(0));
    }
    claimed(0, ProcessHandle.current().pid(), ProcessIdentity.ownPidNamespace() + 1);

    table.leave(0);

    assertTrue(table.isHeld(0), "the same pid in another namespace");
  }

  @Test
  void leaving_a_slot_that_another_cell_of_this_process_has_by_now_changes_nothing() {
    ProcessTable successor = new ProcessTable(region, ProcessIdentity.currentBoot());
    table.join(ProcessRole.MODULE);
    words.putLong(0, 1L << 48); // it was taken for dead, and recovered
    assertEquals(0, successor.join(ProcessRole.MODULE));

    table.leave(0);
    assertTrue(successor.isHeld(0));

    successor.leave(0);
    assertFalse(successor.isHeld(0));
  }

  @Test
  void its_word_tells_state_pid_namespace_and_generation() {
    ProcessIdentity self = ProcessIdentity.current();
    long common = self.pid() << 8 | (self.pidNamespace() & 0xffff) << 32;

    table.join(ProcessRole.MODULE);
    assertEquals(common | 1L << 48 | MasterMap.PROCESS_STATE_LIVE, words.getLong(0));
    table.leave(0);
    assertEquals(common | 1L << 48 | MasterMap.PROCESS_STATE_DEAD, words.getLong(0));
    table.recover(_ -> {});
    assertEquals(1L << 48, words.getLong(0));
    table.join(ProcessRole.MODULE);

    assertEquals(common | 2L << 48 | MasterMap.PROCESS_STATE_LIVE, words.getLong(0));
    assertEquals(MasterMap.PROCESS_ROLE_MODULE, words.getLong(ProcessEntry.Layout.ROLE_OFFSET));
    assertEquals(self.startTime(), words.getLong(ProcessEntry.Layout.START_TIME_OFFSET));
    assertEquals(self.pidNamespace(), words.getLong(ProcessEntry.Layout.PID_NAMESPACE_OFFSET));
  }

  @Test
  void a_full_table_is_told() {
    for (int i = 0; i < 64; i++) {
      table.join(ProcessRole.MODULE);
    }

    table.leave(7);
    assertEquals(
        "process table of %s: all 64 slots are taken, 1 of them by processes that have left and wait for the kernel's recovery; let it recover, or end a process that is attached"
            .formatted(region),
        assertThrows(IllegalStateException.class, () -> table.join(ProcessRole.MODULE))
            .getMessage());
  }

  @Test
  void a_killed_process_is_recovered_and_its_slot_given_out_again(@TempDir Path folder)
      throws Exception {
    try (Cell cell = Cell.create(folder.resolve("cell"), Tier.LIGHT, 1, Waiter.polling())) {
      try (Peer module = CellProcess.module(cell.file())) {
        assertEquals("1", module.line());
        assertEquals(module.pid(), cell.processes().pid(1));
        assertEquals(0, cell.processes().recover(_ -> {}), "it lives");
      }
      List<Integer> recovered = new ArrayList<>();

      assertFalse(cell.processes().isHeld(1));
      assertEquals(1, cell.processes().recover(recovered::add));

      assertEquals(List.of(1), recovered);
      assertEquals(0, cell.processes().recover(recovered::add));
      assertEquals(1, cell.processes().join(ProcessRole.VIEWER));
    }
  }

  @Test
  void a_slot_is_not_given_out_before_its_holdings_are_recovered() throws Exception {
    claimed(0, gone(), ProcessIdentity.ownPidNamespace());
    assertFalse(table.isHeld(0));

    assertEquals(1, table.join(ProcessRole.MODULE));

    table.recover(slot -> assertEquals(2, table.join(ProcessRole.MODULE)));
    assertEquals(0, table.join(ProcessRole.MODULE));
  }

  @Test
  void a_recovery_that_failed_is_taken_up_again() throws Exception {
    claimed(0, gone(), ProcessIdentity.ownPidNamespace());

    assertThrows(
        IllegalStateException.class,
        () ->
            table.recover(_ -> {
              throw new IllegalStateException("cannot");
            }));
    List<Integer> recovered = new ArrayList<>();

    assertEquals(1, table.recover(recovered::add));
    assertEquals(List.of(0), recovered);
  }

  @Test
  void a_process_that_died_while_it_joined_is_proven_dead_by_its_pid() throws Exception {
    claimed(0, gone(), ProcessIdentity.ownPidNamespace());
    claimed(1, ProcessHandle.current().pid(), ProcessIdentity.ownPidNamespace());

    assertFalse(table.isHeld(0));
    assertTrue(table.isHeld(1));
    assertEquals(1, table.recover(_ -> {}));
  }

  @Test
  void a_process_of_another_pid_namespace_is_never_proven_dead() throws Exception {
    claimed(0, gone(), ProcessIdentity.ownPidNamespace() + 1);

    assertTrue(table.isHeld(0), "its identity is not written yet");
    words.putLong(ProcessEntry.Layout.PID_NAMESPACE_OFFSET, ProcessIdentity.ownPidNamespace() + 1);
    words.putLong(ProcessEntry.Layout.START_TIME_OFFSET, 5);
    assertTrue(table.isHeld(0), "its identity is written");
    assertEquals(0, table.recover(_ -> {}));
  }

  @Test
  void a_slot_outside_the_table_is_refused() {
    assertThrows(IndexOutOfBoundsException.class, () -> table.isHeld(64));
    assertThrows(IndexOutOfBoundsException.class, () -> table.leave(-1));
  }

  /// A pid that nobody has any more.
  private static long gone() throws Exception {
    try (Peer peer = Peer.shell("exit 0")) {
      peer.join();
      return peer.pid();
    }
  }

  /// As the first store of a process that joins.
  private void claimed(int slot, long pid, long namespace) {
    words.putLong(
        slot * ProcessEntry.Layout.SIZE,
        MasterMap.PROCESS_STATE_LIVE | pid << 8 | (namespace & 0xffff) << 32 | 1L << 48);
  }
}
