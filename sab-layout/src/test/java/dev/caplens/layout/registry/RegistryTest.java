package dev.caplens.layout.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.RegistryGuard;
import dev.caplens.layout.map.Span;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RegistryTest {

  private final Region region = Region.anonymous(MasterMap.ARENA_OFFSET);
  private final Registry registry = new Registry(region);
  private final RegistryGuard.Layout guard =
      RegistryGuard.Layout.at(region, MasterMap.REGISTRY_GUARD_OFFSET);
  private final Span entries = new Span(region, MasterMap.REGISTRY_OFFSET, MasterMap.REGISTRY_SIZE);

  @Test
  void a_module_is_active_then_left_or_lost() {
    assertEquals(0, registry.register("count-0", ModuleKind.JVM, 7));
    assertEquals(1, registry.register("count-1", ModuleKind.C, 8));
    assertEquals(2, activeCount());

    registry.leave(0);
    registry.lose(8);

    assertEquals(
        List.of(
            new RegisteredModule(0, "count-0", ModuleKind.JVM, 7, ModuleState.LEFT),
            new RegisteredModule(1, "count-1", ModuleKind.C, 8, ModuleState.LOST)),
        registry.modules());
    assertEquals(0, activeCount());
  }

  @Test
  void leaving_twice_or_after_being_lost_changes_nothing() {
    registry.register("a", ModuleKind.JVM, 1);
    registry.register("b", ModuleKind.JVM, 2);
    registry.lose(2);

    registry.leave(0);
    registry.leave(0);
    registry.leave(1);
    registry.lose(1);

    assertEquals(0, activeCount());
    assertEquals(
        List.of(ModuleState.LEFT, ModuleState.LOST),
        registry.modules().stream().map(RegisteredModule::state).toList());
  }

  @Test
  void a_module_that_was_lost_does_not_make_its_successor_leave() {
    Registry taken = new Registry(region);
    for (int index = 0; index < 32; index++) {
      assertEquals(index, taken.register("first", ModuleKind.JVM, 1));
    }
    taken.lose(1);
    assertEquals(0, registry.register("successor", ModuleKind.JVM, 2));

    taken.leave(0);

    assertEquals(
        new RegisteredModule(0, "successor", ModuleKind.JVM, 2, ModuleState.ACTIVE),
        registry.modules().getFirst());
    assertEquals(1, activeCount());
  }

  @Test
  void entries_of_modules_that_are_over_are_taken_last() {
    registry.register("lost", ModuleKind.JVM, 1);
    registry.register("left", ModuleKind.JVM, 2);
    registry.lose(1);
    registry.leave(1);

    for (int index = 2; index < 32; index++) {
      assertEquals(index, registry.register("new", ModuleKind.JVM, 3));
    }
    assertEquals(1, registry.register("over who left", ModuleKind.JVM, 3));
    assertEquals(0, registry.register("over who was lost", ModuleKind.JVM, 3));

    assertEquals(
        "registry of %s: all 32 entries are taken; start fewer modules".formatted(region),
        assertThrows(IllegalStateException.class, () -> registry.register("x", ModuleKind.JVM, 3))
            .getMessage());
  }

  @Test
  void a_claim_that_was_never_filled_is_seen_by_nobody_and_freed_with_its_process() {
    // state CLAIMED, slot 5, generation 1
    entries.putLong(0, 1L << 32 | 5 << 8 | MasterMap.REGISTRY_STATE_CLAIMED);

    assertEquals(List.of(), registry.modules());
    assertEquals(1, registry.register("next", ModuleKind.JVM, 6));
    registry.lose(5);

    assertEquals(0, registry.register("again", ModuleKind.JVM, 6));
    assertEquals(2, activeCount());
  }

  @Test
  void its_entry_stands_where_the_map_says() {
    registry.register("count", ModuleKind.C, 7);

    assertEquals(1L << 32 | 7 << 8 | 2, entries.getLong(0));
    assertEquals(2, entries.getInt(28));
    assertEquals("count", entries.getName(64, 32));
  }

  @Test
  void a_name_has_at_most_32_bytes() {
    registry.register("x".repeat(40), ModuleKind.JVM, 1);

    assertEquals("x".repeat(32), registry.modules().getFirst().name());
  }

  @Test
  void words_that_mean_nothing_are_no_modules() {
    entries.putLong(0, -1);
    entries.putLong(96, 0x77);

    assertEquals(List.of(), registry.modules());
    assertThrows(IndexOutOfBoundsException.class, () -> registry.leave(64));
  }

  @Test
  void a_header_counts_what_its_module_does() {
    ModuleHeader header = new ModuleHeader(region, 31);
    header.started();
    header.started();
    header.started();
    header.done();
    header.failed();
    header.woke();
    header.copied(1L << 40);

    ModuleHeader reader = new ModuleHeader(region, 31);
    assertEquals(1, reader.doneCount());
    assertEquals(1, reader.failedCount());
    assertEquals(1, reader.inFlightCount());
    assertEquals(1, reader.wakeUpCount());
    assertEquals(1L << 40, reader.copiedBytes());
    assertEquals(0, new ModuleHeader(region, 30).doneCount());
  }

  /// Each module counts its own generation, so that a count tells whose it is.
  @Test
  @Timeout(300)
  void who_sees_a_module_active_sees_no_count_of_its_predecessor() throws Exception {
    for (int index = 0; index < 32; index++) {
      registry.register("first", ModuleKind.JVM, 1);
    }
    ModuleHeader header = new ModuleHeader(region, 0);
    AtomicBoolean isOver = new AtomicBoolean();
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Long> foreign = threads.submit(() -> foreignCount(header, isOver));

      try {
        for (int round = 0; round < 200_000; round++) {
          registry.leave(0);
          assertEquals(0, registry.register("next", ModuleKind.JVM, 1));
          header.copied(entries.getLong(0) >>> 32);
        }
      } finally {
        isOver.set(true);
      }

      assertEquals(0, foreign.get());
    }
  }

  private long foreignCount(ModuleHeader header, AtomicBoolean isOver) {
    while (!isOver.get()) {
      long seen = entries.getLongVolatile(0);
      long count = header.copiedBytes();
      boolean isActive = (seen & 0xff) == MasterMap.REGISTRY_STATE_ACTIVE;
      boolean isForeign = count != 0 && count != seen >>> 32;
      if (isActive && isForeign && entries.getLongVolatile(0) == seen) {
        return count;
      }
    }
    return 0;
  }

  @Test
  void a_header_begins_anew_and_beats() {
    ModuleHeader header = new ModuleHeader(region, 0);
    header.started();
    header.done();

    header.reset();
    header.beat();

    assertEquals(0, header.doneCount());
    Span line = new Span(region, MasterMap.HEADERS_OFFSET, 128);
    assertEquals(2, line.getLong(72)); // pulse
    assertThrows(IndexOutOfBoundsException.class, () -> new ModuleHeader(region, 32));
  }

  private int activeCount() {
    return guard.getCount();
  }
}
