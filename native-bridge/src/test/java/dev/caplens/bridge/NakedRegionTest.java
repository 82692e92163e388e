package dev.caplens.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.raw.Memory;
import dev.caplens.layout.Cell;
import dev.caplens.layout.Tier;
import dev.caplens.layout.arena.ArenaBlock;
import dev.caplens.layout.registry.ModuleKind;
import dev.caplens.rings.Consumer;
import dev.caplens.rings.Producer;
import dev.caplens.rings.SlotRing;
import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program without any Caplens code finds everything at the specification's absolute addresses.
class NakedRegionTest {

  @TempDir Path folder;

  @Test
  void everything_stands_at_the_addresses_of_the_specification() throws Exception {
    CProgram naked = CProgram.compile(folder, "naked_region");
    Path file = folder.resolve("cell");
    Cell cell = Cell.create(file, Tier.LIGHT, 1, FutexWaiter.best());
    try (cell) {
      SlotRing inbox = SlotRing.inbox(cell.region(), cell.flags());
      cell.registry().register("count-0", ModuleKind.JVM, 7);
      cell.registry().register("count-1", ModuleKind.C, 8);
      cell.registry().leave(1);
      Producer producer = inbox.producer(cell.slot());
      for (int number = 1000; number < 1003; number++) {
        assertTrue(producer.tryClaim());
        Memory.putLong(producer.region().address() + producer.bodyOffset(), number);
        assertTrue(producer.commit(Long.BYTES, 1));
      }
      Consumer consumer = inbox.consumer(5);
      assertTrue(consumer.tryTake());

      assertEquals(
          List.of(
              "magic CAPLENS1",
              "state 2",
              "owner " + ProcessHandle.current().pid(),
              "module 0 state 2 slot 7 name count-0",
              "module 1 state 4 slot 8 name count-1",
              "inbox tail 3 head 1",
              "outbox tail 0 head 0",
              "inbox epoch 3",
              "first stamp of inbox 0x10503", // lap 0, delivered once, to slot 5, TAKEN
              "first body of inbox 1000",
              "arena hello"),
          naked.run(0, file, "0x" + Long.toHexString(0x01000000 + hello(cell))));
    } finally {
      cell.closeAndRemove();
    }
  }

  private static long hello(Cell cell) throws Exception {
    ArenaBlock block = cell.heap().allocate(5, cell.slot()).orElseThrow();
    byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
    block.readFrom(Channels.newChannel(new ByteArrayInputStream(hello)), 0);
    return block.reference().offset();
  }
}
