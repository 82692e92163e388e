package dev.caplens.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.raw.Memory;
import dev.caplens.layout.Cell;
import dev.caplens.layout.Tier;
import dev.caplens.layout.map.Header;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.ProcessEntry;
import dev.caplens.layout.map.RingDescriptor;
import dev.caplens.layout.map.Span;
import dev.caplens.layout.map.Waiters;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.registry.ModuleHeader;
import dev.caplens.layout.registry.ModuleKind;
import dev.caplens.layout.registry.ModuleState;
import dev.caplens.layout.registry.RegisteredModule;
import dev.caplens.rings.Consumer;
import dev.caplens.rings.Producer;
import dev.caplens.rings.Recovery;
import dev.caplens.rings.SlotRing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A C program that knows nothing but the header works in a cell that Java made.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // reads of a pipe are deaf
class CaplensForCTest {

  private static final int MESSAGES = 20_000;
  private static final int TURNS = 10_000;
  private static final long NAP_NANOS = 10_000_000;
  private static final long SCHEMAS = 0x7777;
  private static final int TYPE = 40;

  @TempDir Path folder;
  private Path file;
  private Cell cell;
  private SlotRing inbox;
  private SlotRing outbox;

  @BeforeEach
  void create() throws IOException {
    file = folder.resolve("cell");
    cell = Cell.create(file, Tier.LIGHT, SCHEMAS, FutexWaiter.best());
    inbox = SlotRing.inbox(cell.region(), cell.flags());
    outbox = SlotRing.outbox(cell.region(), cell.flags());
  }

  @AfterEach
  void remove() throws IOException {
    cell.closeAndRemove();
  }

  @Test
  void a_module_in_c_and_one_in_java_account_for_every_message() throws Exception {
    CProgram echo = CProgram.compile(folder, "echo_module");
    int[] answers = new int[MESSAGES];
    try (CProgram.Running c = echo.start(file, SCHEMAS, "echo-c");
        Cell other = Cell.attach(file, ProcessRole.MODULE, SCHEMAS, FutexWaiter.best());
        ExecutorService threads = Executors.newCachedThreadPool()) {
      assertTrue(c.line().endsWith(" module 0"));
      Future<Integer> java = threads.submit(() -> echo(other));
      Future<?> sender = threads.submit(this::sendAll);

      collect(answers);
      sender.get();

      assertEquals(0, c.join());
      int doneByC = (int) new ModuleHeader(cell.region(), 0).doneCount();
      assertEquals(MESSAGES, doneByC + java.get());
    }
    assertEquals(MESSAGES, Arrays.stream(answers).filter(n -> n == 1).count());
    assertEquals(ModuleState.LEFT, cell.registry().modules().getFirst().state());
    assertEquals(0, inbox.counters().returned());
    assertEquals(MESSAGES, outbox.counters().published());
    assertFalse(cell.processes().isAnyHeld(cell.slot()), "both have left");
  }

  @Test
  void what_a_killed_c_module_held_is_delivered_again() throws Exception {
    CProgram echo = CProgram.compile(folder, "echo_module");
    try (CProgram.Running c = echo.start(file, SCHEMAS, "victim", "hold")) {
      assertEquals("slot 1 module 0", c.line());
      send(inbox.producer(cell.slot()), 5);
      assertEquals("holds 1", c.line());
      assertEquals(
          List.of(new RegisteredModule(0, "victim", ModuleKind.C, 1, ModuleState.ACTIVE)),
          cell.registry().modules());
    }
    Recovery[] recovery = new Recovery[1];

    assertEquals(
        1,
        cell.processes()
            .recover(slot -> {
              cell.registry().lose(slot);
              cell.flags().forget(slot);
              recovery[0] = inbox.recover(slot, 3, _ -> {});
            }));

    assertEquals(new Recovery(1, 0, 0), recovery[0]);
    assertEquals(ModuleState.LOST, cell.registry().modules().getFirst().state());
    Consumer consumer = inbox.consumer(cell.slot());
    assertTrue(consumer.tryTake());
    assertEquals(2, consumer.deliveries());
    assertEquals(5, number(consumer));
  }

  @Test
  void what_a_c_module_holds_when_it_leaves_is_given_back() throws Exception {
    CProgram steps = CProgram.compile(folder, "steps");
    try (CProgram.Running c = steps.start(file, SCHEMAS, "leaver")) {
      assertEquals("slot 1 module 0", c.line());
      send(inbox.producer(cell.slot()), 5);
      assertEquals("take 1", c.ask("take"));
      assertEquals("claim 1", c.ask("claim"));
      assertEquals("detach 0", c.ask("detach"));
      assertFalse(cell.processes().isHeld(1), "it has left, and lives");
      assertEquals("unregister 0", c.ask("unregister"), "there is nothing mapped any more");
      assertEquals("leave 0", c.ask("leave"));
      List<Recovery> recovered = new ArrayList<>();

      cell.processes()
          .recover(slot -> {
            recovered.add(inbox.recover(slot, 3, _ -> {}));
            recovered.add(outbox.recover(slot, 3, _ -> {}));
          });

      assertEquals(List.of(new Recovery(1, 0, 0), new Recovery(0, 0, 1)), recovered);
      c.end();
      assertEquals(0, c.join());
    }
    Consumer consumer = inbox.consumer(cell.slot());
    assertTrue(consumer.tryTake());
    assertEquals(5, number(consumer));
    assertTrue(trySend(outbox.producer(cell.slot()), 6));
    assertTrue(outbox.consumer(cell.slot()).tryTake(), "no claim is in its way");
  }

  @Test
  void a_c_module_that_was_lost_ends_neither_its_successor_s_entry_nor_its_slot() throws Exception {
    CProgram steps = CProgram.compile(folder, "steps");
    try (CProgram.Running c = steps.start(file, SCHEMAS, "slow")) {
      assertEquals("slot 1 module 0", c.line());
      cell.registry().lose(1);
      for (int index = 1; index < 32; index++) {
        cell.registry().register("other", ModuleKind.JVM, 2);
      }
      assertEquals(0, cell.registry().register("successor", ModuleKind.JVM, 2));
      Span slot =
          new Span(
              cell.region(),
              MasterMap.PROCESS_TABLE_OFFSET + ProcessEntry.Layout.SIZE,
              ProcessEntry.Layout.SIZE);
      slot.putLong(0, slot.getLong(0) + (1L << 48)); // the next generation: another one has joined

      assertEquals("unregister 0", c.ask("unregister"));
      assertEquals("leave 0", c.ask("leave"));

      assertEquals(ModuleState.ACTIVE, cell.registry().modules().getFirst().state());
      assertTrue(cell.processes().isHeld(1));
    }
  }

  @Test
  void a_new_c_module_does_not_take_the_entry_of_a_lost_one() throws Exception {
    CProgram echo = CProgram.compile(folder, "echo_module");
    cell.registry().register("lost", ModuleKind.JVM, 9);
    cell.registry().lose(9);

    try (CProgram.Running c = echo.start(file, SCHEMAS, "new", "hold")) {
      assertEquals("slot 1 module 1", c.line());
    }
  }

  @Test
  void a_record_held_a_whole_lap_does_not_poison_the_ring_for_c() throws Exception {
    CProgram echo = CProgram.compile(folder, "echo_module");
    Producer jobs = inbox.producer(cell.slot());
    Consumer slow = inbox.consumer(cell.slot());
    Consumer quick = inbox.consumer(cell.slot());
    send(jobs, 0);
    assertTrue(slow.tryTake());
    for (int i = 1; i < SlotRing.SLOTS; i++) {
      send(jobs, i);
      assertTrue(quick.tryTake());
      assertTrue(quick.release());
    }
    try (CProgram.Running c = echo.start(file, SCHEMAS, "echo-c")) {
      assertEquals("slot 1 module 0", c.line());
      awaitWaiting(1);

      assertTrue(slow.release());
      send(jobs, -1);

      assertEquals(0, c.join());
    }
  }

  @Test
  void a_hostile_length_is_an_error_for_c() throws Exception {
    CProgram echo = CProgram.compile(folder, "echo_module");
    send(inbox.producer(cell.slot()), 1);
    new Span(cell.region(), MasterMap.INBOX_OFFSET + MasterMap.RING_LANE_OFFSET, 4).putInt(0, 249);

    assertEquals(
        List.of(
            "slot 1 module 0",
            "body of position 0 of " + file + " has 249 bytes: a peer broke the ring"),
        echo.run(1, file, SCHEMAS, "echo-c"));
  }

  @Test
  void a_schema_hash_that_differs_is_told_as_java_tells_it() throws Exception {
    CProgram echo = CProgram.compile(folder, "echo_module");

    assertEquals(
        List.of(
            "schema hash of the superblock of "
                + file
                + ": expected 0x1, got 0x7777; run the same version of Caplens, with the same schemas, on both sides"),
        echo.run(1, file, 1, "echo-c"));
  }

  @Test
  void a_c_program_that_cannot_attach_keeps_nothing_open_and_touches_nothing() throws Exception {
    CProgram unattached = CProgram.compile(folder, "unattached");
    Path missing = folder.resolve("missing");

    assertEquals("descriptors 0, mappings 0", unattached.run(0, file, 1).getLast(), "schemas");
    assertEquals(
        List.of("region " + missing + ": No such file or directory", "descriptors 0, mappings 0"),
        unattached.run(0, missing, SCHEMAS));

    assertTrue(Files.exists(file));
    assertTrue(cell.processes().isHeld(cell.slot()));
  }

  @Test
  void removing_in_c_spares_a_file_that_has_taken_the_place() throws Exception {
    CProgram replaced = CProgram.compile(folder, "replaced");
    Path own = Files.createDirectory(folder.resolve("own"));
    Path second = own.resolve("second");
    Path third = own.resolve("third");
    Cell.create(second, Tier.LIGHT, SCHEMAS, FutexWaiter.best()).close();
    Cell.create(third, Tier.LIGHT, SCHEMAS, FutexWaiter.best()).close();

    replaced.run(0, second, SCHEMAS);
    replaced.run(0, third, SCHEMAS, "third");

    assertEquals("second", Files.readString(second), "it was moved, and has its name again");
    assertEquals("third", Files.readString(third), "the second one has lost its name to it");
    try (Stream<Path> files = Files.list(own)) {
      assertEquals(Set.of(second, third), files.collect(Collectors.toSet()), "no odd name is left");
    }
  }

  @Test
  void a_full_process_table_is_told_as_java_tells_it() throws Exception {
    CProgram unattached = CProgram.compile(folder, "unattached");
    for (int slot = 1; slot < MasterMap.PROCESS_ENTRY_COUNT; slot++) {
      cell.processes().join(ProcessRole.MODULE);
    }
    cell.processes().leave(5);
    cell.processes().leave(63);

    assertEquals(
        List.of(
            "process table of "
                + file
                + ": all 64 slots are taken, 2 of them by processes that have left and wait for the kernel's recovery; let it recover, or end a process that is attached",
            "descriptors 0, mappings 0"),
        unattached.run(0, file, SCHEMAS));
  }

  @Test
  void a_new_c_module_has_no_counts_of_its_predecessor_and_beats() throws Exception {
    CProgram steps = CProgram.compile(folder, "steps");
    Span header = new Span(cell.region(), MasterMap.HEADERS_OFFSET, Header.Layout.SIZE);
    header.putLong(Header.Layout.DONE_OFFSET, 77);
    header.putLong(Header.Layout.PULSE_OFFSET, 88);

    try (CProgram.Running c = steps.start(file, SCHEMAS, "new")) {
      assertEquals("slot 1 module 0", c.line());

      assertEquals(0, header.getLong(Header.Layout.DONE_OFFSET));
      assertEquals(1, header.getLong(Header.Layout.PULSE_OFFSET));
      assertTrue(header.getLong(Header.Layout.HEARTBEAT_MILLIS_OFFSET) > 0);
    }
  }

  /// A peer that moves the head beyond the tail makes the number of records negative.
  @Test
  void a_negative_number_of_records_raises_no_mark_in_c() throws Exception {
    CProgram steps = CProgram.compile(folder, "steps");
    Span ring = new Span(cell.region(), MasterMap.OUTBOX_OFFSET, RingDescriptor.Layout.SIZE);
    try (CProgram.Running c = steps.start(file, SCHEMAS, "claimer")) {
      assertEquals("slot 1 module 0", c.line());
      ring.putLong(RingDescriptor.Layout.HIGH_WATER_OFFSET, -5);

      assertEquals("claim 1", c.ask("claim"));
      assertEquals(1, outbox.counters().highWater(), "a negative mark is no high one");

      ring.putLong(RingDescriptor.Layout.HEAD_OFFSET, 100);
      assertEquals("claim 1", c.ask("claim"));
      assertEquals(1, outbox.counters().highWater());
    }
  }

  @Test
  void no_wake_up_is_lost_between_java_and_c() throws Exception {
    CProgram turns = CProgram.compile(folder, "turns");
    Span turn = new Span(cell.region(), MasterMap.TRACE_OFFSET, 8);
    try (CProgram.Running c = turns.start(file, SCHEMAS, TURNS)) {
      for (long next = 0; next < TURNS; next += 2) {
        long mine = next;
        while (turn.getLongVolatile(0) != mine) {
          cell.flags().await(21, cell.slot(), () -> turn.getLongVolatile(0) == mine, NAP_NANOS);
        }
        turn.putLongVolatile(0, mine + 1);
        cell.flags().signal(20);
      }

      assertEquals("in vain 0", c.line());
      assertEquals(0, c.join());
    }
    assertEquals(TURNS, turn.getLong(0));
  }

  @Test
  void the_compiler_sees_the_numbers_that_java_sees() throws Exception {
    List<String> expected = new ArrayList<>();
    StringBuilder source = new StringBuilder("#include \"caplens.h\"\nint main(void) {\n");
    for (Field field : MasterMap.class.getFields()) {
      String name = field.getName();
      long value = ((Number) field.get(null)).longValue();
      expected.add(name + " " + Long.toUnsignedString(value));
      source.append(
          "  printf(\"%%s %%llu\\n\", \"%s\", (unsigned long long)CAPLENS_%s);\n"
              .formatted(name, name));
    }
    source.append("  return 0;\n}\n");

    CProgram numbers =
        CProgram.compile(
            folder,
            "numbers",
            new ByteArrayInputStream(source.toString().getBytes(StandardCharsets.UTF_8)));

    assertEquals(expected, numbers.run(0));
  }

  private void awaitWaiting(int slot) throws InterruptedException {
    Span waiting = new Span(cell.region(), MasterMap.WAITERS_OFFSET, Waiters.Layout.SIZE);
    while ((waiting.getLongVolatile(MasterMap.FLAG_INBOX * 8L) & 1L << slot) == 0) {
      Thread.sleep(1);
    }
  }

  private Void sendAll() throws InterruptedException {
    Producer jobs = inbox.producer(cell.slot());
    for (long number = 0; number < MESSAGES + 2; number++) {
      while (!trySend(jobs, number < MESSAGES ? number : -1)) {
        jobs.awaitSpace(NAP_NANOS);
      }
    }
    return null;
  }

  private void collect(int[] answers) throws InterruptedException {
    Consumer results = outbox.consumer(cell.slot());
    for (int answered = 0; answered < MESSAGES; answered++) {
      while (!results.tryTake()) {
        results.await(NAP_NANOS);
      }
      assertEquals(TYPE + 1, results.record().type());
      answers[(int) number(results)]++;
      assertTrue(results.release());
    }
    assertFalse(results.tryTake());
  }

  /// As the C module does; returns how many it answered.
  private static int echo(Cell cell) throws InterruptedException {
    Consumer jobs = SlotRing.inbox(cell.region(), cell.flags()).consumer(cell.slot());
    Producer results = SlotRing.outbox(cell.region(), cell.flags()).producer(cell.slot());
    int answered = 0;
    while (true) {
      if (!jobs.tryTake()) {
        jobs.await(NAP_NANOS);
        continue;
      }
      long number = number(jobs);
      if (number == -1) {
        jobs.release();
        return answered;
      }
      while (!results.tryClaim()) {
        results.awaitSpace(NAP_NANOS);
      }
      Memory.putLong(results.region().address() + results.bodyOffset(), number);
      assertTrue(results.commit(Long.BYTES, TYPE + 1));
      assertTrue(jobs.release());
      answered++;
    }
  }

  private static void send(Producer producer, long number) {
    assertTrue(trySend(producer, number));
  }

  private static boolean trySend(Producer producer, long number) {
    if (!producer.tryClaim()) {
      return false;
    }
    Memory.putLong(producer.region().address() + producer.bodyOffset(), number);
    return producer.commit(Long.BYTES, TYPE);
  }

  private static long number(Consumer consumer) {
    assertEquals(Long.BYTES, consumer.record().bodyBytes());
    return Memory.getLong(consumer.record().region().address() + consumer.record().bodyOffset());
  }
}
