package dev.caplens.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caplens.bridge.FutexWaiter;
import dev.caplens.cli.demo.DemoProcess.Outcome;
import dev.caplens.cli.demo.job.JobRequest;
import dev.caplens.cli.demo.job.JobResult;
import dev.caplens.cli.demo.job.Jobs;
import dev.caplens.cli.demo.job.RunningTotals;
import dev.caplens.core.message.MessageReader;
import dev.caplens.layout.Cell;
import dev.caplens.layout.LayoutMismatch;
import dev.caplens.layout.RegionFiles;
import dev.caplens.layout.Tier;
import dev.caplens.layout.arena.ArenaBlock;
import dev.caplens.layout.arena.ArenaReference;
import dev.caplens.layout.map.Allocator;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Span;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.registry.ModuleHeader;
import dev.caplens.layout.registry.ModuleKind;
import dev.caplens.layout.registry.RegisteredModule;
import dev.caplens.rings.Consumer;
import dev.caplens.rings.Producer;
import dev.caplens.rings.Recovery;
import dev.caplens.rings.SlotRing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What remains when processes of a demo are killed, told to end, or lose their memory.
///
/// The input is large enough that the demo is still at work when a module has been found in the
/// middle of a job; to be sure of that, the module is stopped first (SIGSTOP), looked at, and then
/// killed.
class DemoFailureTest {

  private static final int WORDS = 40_000_000;

  @TempDir Path folder;

  @BeforeEach
  void input() throws IOException {
    byte[] line = new byte[1 << 20];
    new Random(3).nextBytes(line);
    for (int i = 0; i < line.length; i += 4) {
      line[i] = 'w';
      line[i + 1] = 'o';
      line[i + 2] = i % 64 == 0 ? (byte) '\n' : (byte) ' ';
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("input"))) {
      for (int i = 0; i < WORDS / (line.length / 4); i++) {
        out.write(line);
      }
    }
  }

  private String wc() throws Exception {
    ProcessBuilder builder = new ProcessBuilder("wc", "input").directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    return new String(builder.start().getInputStream().readAllBytes());
  }

  /// Stops a module of the demo while it holds a job, and returns its pid.
  private static long stopInTheMiddleOfAJob(DemoProcess demo, Cell cell) throws Exception {
    long[] found = new long[1];
    demo.await(
        "a module in the middle of a job",
        () -> {
          for (RegisteredModule module : cell.registry().modules()) {
            long pid = cell.processes().pid(module.processSlot());
            ModuleHeader header = new ModuleHeader(cell.region(), module.index());
            if (pid != 0 && header.inFlightCount() == 1 && header.doneCount() > 0) {
              if (isStoppedInFlight(pid, header)) {
                found[0] = pid;
                return true;
              }
            }
          }
          return false;
        });
    return found[0];
  }

  private static boolean isStoppedInFlight(long pid, ModuleHeader header) {
    try {
      DemoProcess.signal("STOP", pid);
      DemoProcess.awaitAnyhow("stopped process " + pid, () -> stateOf(pid).startsWith("T"));
      if (header.inFlightCount() == 1) {
        return true;
      }
      DemoProcess.signal("CONT", pid);
      return false;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String stateOf(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2);
    } catch (IOException gone) {
      return "gone";
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "c"})
  void a_module_that_is_killed_in_the_middle_of_a_job_costs_nothing(String kind) throws Exception {
    try (DemoProcess demo = DemoProcess.start(folder, "--kind", kind, "--json", "input");
        Cell cell = demo.watch(2)) {
      long victim = stopInTheMiddleOfAJob(demo, cell);

      DemoProcess.signal("KILL", victim);

      Outcome outcome = demo.outcome();
      JsonNode json = new ObjectMapper().readTree(outcome.out());
      String row =
          " %s %s %s input\n"
              .formatted(
                  json.at("/total/lines").asText(),
                  json.at("/total/words").asText(),
                  json.at("/total/bytes").asText());
      assertEquals(wc().replaceAll(" +", " "), row, outcome.err());
      assertEquals(0, outcome.code(), outcome.err());
      assertTrue(json.at("/statistics/redelivered").asLong() >= 1, outcome.out());
      assertTrue(outcome.out().contains("\"lost\""), outcome.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "c", "mixed"})
  void when_the_kernel_is_killed_the_modules_end_and_the_last_removes_the_region(String kind)
      throws Exception {
    try (DemoProcess demo = DemoProcess.start(folder, "--kind", kind, "input")) {
      demo.watch(2).close();
      List<ProcessHandle> modules = demo.children();
      assertNotEquals(0, modules.size());

      DemoProcess.signal("KILL", demo.pid());

      DemoProcess.awaitAnyhow("the end of the modules", () -> noneAlive(modules));
      DemoProcess.awaitAnyhow("the removal of the region", () -> !Files.exists(demo.region()));
    }
  }

  @Test
  void when_all_are_killed_at_once_the_region_is_known_as_orphaned_and_replaced() throws Exception {
    try (DemoProcess demo = DemoProcess.start(folder, "input")) {
      demo.watch(2).close();
      List<ProcessHandle> modules = demo.children();
      for (ProcessHandle module : modules) {
        DemoProcess.signal("STOP", module.pid());
      }
      DemoProcess.signal("STOP", demo.pid());

      for (ProcessHandle module : modules) {
        DemoProcess.signal("KILL", module.pid());
      }
      DemoProcess.signal("KILL", demo.pid());

      DemoProcess.awaitAnyhow("the end of the modules", () -> noneAlive(modules));
      DemoProcess.awaitAnyhow(
          "an orphaned region",
          () -> RegionFiles.state(demo.region()) == RegionFiles.State.ORPHANED);
      Cell.create(demo.region(), Tier.LIGHT, 1, FutexWaiter.best()).closeAndRemove();
    }
  }

  /// Its input has no end, so it is at work whenever the signal comes.
  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
  void a_demo_that_is_told_to_end_leaves_nothing(String signal, int code) throws Exception {
    try (DemoProcess demo = DemoProcess.start(folder, "--kind", "mixed", "/dev/zero")) {
      demo.watch(2).close();
      List<ProcessHandle> modules = demo.children();

      DemoProcess.signal(signal, demo.pid());

      Outcome outcome = demo.outcome();
      assertEquals(code, outcome.code(), outcome.err());
      assertEquals("", outcome.out());
      assertFalse(Files.exists(demo.region()));
      assertTrue(noneAlive(modules));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0x01000000L, 0x01000000L + 0x51000, 0x01000000L + (8 << 20)})
  void a_region_that_is_truncated_ends_every_process_with_a_clear_error(long size)
      throws Exception {
    try (DemoProcess demo = DemoProcess.start(folder, "--kind", "mixed", "input")) {
      demo.watch(2).close();
      List<ProcessHandle> modules = demo.children();

      try (FileChannel file = FileChannel.open(demo.region(), StandardOpenOption.WRITE)) {
        file.truncate(size);
      }

      Outcome outcome = demo.outcome();
      assertEquals(1, outcome.code(), outcome.err());
      assertTrue(
          outcome.err().contains("region " + demo.region() + " was truncated from outside"),
          outcome.err());
      assertFalse(outcome.err().contains("SIGBUS"), outcome.err());
      assertFalse(outcome.err().contains("\tat "), outcome.err());
      DemoProcess.awaitAnyhow("the end of the modules", () -> noneAlive(modules));
      assertFalse(Files.exists(demo.region()));
      try (Stream<Path> files = Files.list(folder)) {
        assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith("hs_err")));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "c"})
  void a_module_that_was_taken_for_dead_ends_and_its_job_is_done_again(String kind)
      throws Exception {
    try (DemoProcess demo = DemoProcess.start(folder, "--kind", kind, "--json", "input");
        Cell cell = demo.watch(2)) {
      while (!isTakenForDead(stopInTheMiddleOfAJob(demo, cell), cell)) {
        // It was stopped before it took the job, or after it was done.
      }

      Outcome outcome = demo.outcome();
      JsonNode json = new ObjectMapper().readTree(outcome.out());
      String words = json.at("/total/words").asText();
      assertEquals(wc().trim().split(" +")[1], words, outcome.err());
      assertEquals(0, outcome.code(), outcome.err());
      assertTrue(outcome.err().contains("took this module for dead"), outcome.err());
    }
  }

  /// As a kernel that is mistaken about a process.
  private static boolean isTakenForDead(long pid, Cell cell) throws Exception {
    int takenAway = 0;
    for (int slot = 0; slot < 64; slot++) {
      if (cell.processes().pid(slot) == pid) {
        Recovery jobs = SlotRing.inbox(cell.region(), cell.flags()).recover(slot, 9, _ -> {});
        Recovery results = SlotRing.outbox(cell.region(), cell.flags()).recover(slot, 9, _ -> {});
        takenAway += jobs.returned() + results.aborted();
      }
    }
    DemoProcess.signal("CONT", pid);
    return takenAway > 0;
  }

  @Test
  void a_job_that_a_module_drops_ends_the_demo_with_an_error() throws Exception {
    try (DemoProcess demo = DemoProcess.start(folder, "--modules", "1", "input");
        Cell cell = demo.watch(1)) {
      Consumer inbox = SlotRing.inbox(cell.region(), cell.flags()).consumer(cell.slot());
      demo.await("a job", inbox::tryTake);

      inbox.release();

      Outcome outcome = demo.outcome();
      assertEquals(1, outcome.code(), outcome.err());
      assertTrue(outcome.err().contains("1 jobs vanished from the rings of "), outcome.err());
      assertFalse(outcome.err().contains("\tat "), outcome.err());
    }
  }

  /// The region is there before the kernel compiles its C module, and the first chunk is read after
  /// that: a compiler that waits holds the demo between the two.
  @Test
  void an_arena_without_a_free_page_ends_the_demo_with_an_error() throws Exception {
    Path hold = Files.createFile(folder.resolve("hold"));
    Path programs = Files.createDirectory(folder.resolve("bin"));
    String path = System.getenv("PATH");
    String compiler =
        "#!/bin/sh\nwhile [ -e '%s' ]; do sleep 0.05; done\nPATH='%s'\nexec gcc \"$@\"\n"
            .formatted(hold, path);
    Files.setPosixFilePermissions(
        Files.writeString(programs.resolve("cc"), compiler),
        PosixFilePermissions.fromString("rwxr-xr-x"));
    try (DemoProcess demo =
            DemoProcess.startOnPath(
                folder, programs + ":" + path, "--modules", "1", "--kind", "c", "input");
        Cell cell = demo.watch(0)) {
      Span pages =
          new Span(
              cell.region(),
              MasterMap.ALLOCATOR_OFFSET + Allocator.Layout.PAGE_WORDS_OFFSET,
              4L * MasterMap.ALLOCATOR_PAGE_COUNT);
      for (long at = 0; at < pages.size(); at += Integer.BYTES) {
        assertEquals(0, pages.getIntVolatile(at), "no block was given out yet");
        pages.putIntVolatile(at, 5);
      }
      Files.delete(hold);

      Outcome outcome = demo.outcome();

      assertEquals(1, outcome.code(), outcome.err());
      assertTrue(outcome.err().contains("has no room for a chunk of 262144 bytes"), outcome.err());
    }
  }

  @Test
  void the_last_totals_are_published_though_a_viewer_reads_when_the_work_ends() throws Exception {
    long jobs = (Files.size(folder.resolve("input")) + (256 << 10) - 1) / (256 << 10);
    try (DemoProcess demo =
            DemoProcess.start(folder, "--modules", "1", "--progress", "never", "input");
        Cell cell = demo.watch(1)) {
      SlotRing outbox = SlotRing.outbox(cell.region(), cell.flags());
      demo.await(
          "totals", () -> cell.channel(0).read(cell.slot(), _ -> pause(outbox, jobs)).isPresent());

      Outcome outcome = demo.outcome();

      assertEquals(0, outcome.code(), outcome.err());
      assertEquals(
          Optional.of(true),
          cell.channel(0)
              .read(
                  cell.slot(),
                  body ->
                      MessageReader.flat(cell.region(), body.offset(), body.length())
                          .root(RunningTotals.TYPE)
                          .getIsFinished()));
    }
  }

  /// Reads until all results are taken, and a while longer.
  private static long pause(SlotRing outbox, long jobs) {
    try {
      DemoProcess.awaitAnyhow("the last result", () -> outbox.counters().taken() >= jobs);
      Thread.sleep(200);
      return jobs;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void payload_that_a_module_copies_is_counted() throws Exception {
    try (DemoProcess demo =
        DemoProcess.start(folder, "--modules", "1", "--json", "--progress", "never", "input")) {
      demo.watch(1).close();
      long copied = workWithACopy(demo);

      JsonNode json = new ObjectMapper().readTree(demo.outcome().out());

      assertEquals(copied, json.at("/statistics/payloadCopiedBytes").asLong());
    }
  }

  /// A module that copies the chunk of one job out of the arena before it counts it.
  private static long workWithACopy(DemoProcess demo) throws Exception {
    try (Cell cell = demo.attach(ProcessRole.MODULE)) {
      int index = cell.registry().register("copies", ModuleKind.JVM, cell.slot());
      ModuleHeader header = new ModuleHeader(cell.region(), index);
      Consumer inbox = SlotRing.inbox(cell.region(), cell.flags()).consumer(cell.slot());
      Producer outbox = SlotRing.outbox(cell.region(), cell.flags()).producer(cell.slot());
      demo.await("a job", inbox::tryTake);
      JobRequest.Reader job = inbox.body(JobRequest.TYPE);
      ArenaBlock block =
          cell.heap()
              .resolve(new ArenaReference(job.getOffset(), job.getLength(), job.getGeneration()));
      block.copyTo(new byte[block.length()], header::copied);
      demo.await("room for a result", outbox::tryClaim);
      Results.write(
          outbox.body(JobResult.TYPE),
          job.getId(),
          new FileTally.Chunk(WordCount.of(block), block.length(), Crc32c.of(block)));
      outbox.commit();
      inbox.release();
      cell.registry().leave(index);
      return block.length();
    }
  }

  @Test
  void a_module_of_another_version_is_told_what_differs() throws Exception {
    try (DemoProcess demo = DemoProcess.start(folder, "input")) {
      demo.watch(1).close();

      LayoutMismatch mismatch =
          assertThrows(
              LayoutMismatch.class,
              () ->
                  Cell.attach(
                      demo.region(), ProcessRole.MODULE, Jobs.SCHEMA_HASH + 1, FutexWaiter.best()));

      assertTrue(
          String.valueOf(mismatch.getMessage())
              .startsWith("schema hash of the superblock of region "),
          mismatch.toString());
    }
  }

  private static boolean noneAlive(List<ProcessHandle> processes) {
    return new ArrayList<>(processes).stream().noneMatch(ProcessHandle::isAlive);
  }
}
