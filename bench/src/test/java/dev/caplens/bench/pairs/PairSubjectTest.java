package dev.caplens.bench.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.bench.rings.LineTransport;
import dev.caplens.bench.rings.SlotTransport;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Sample;
import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Samples in processes of their own.
class PairSubjectTest {

  private static final Pace SHORT = new Pace(100, 2, 50);
  private static final Plan PLAN = new Plan(1, 1, 1, 1, 1, List.of());

  @Test
  void threads_are_measured() throws InterruptedException {
    Sample sample = sample(Task.of(SlotTransport.class, Work.THROUGHPUT, true, 64));

    assertTrue(sample.value() > 0);
    assertTrue(sample.bytesPerOp() >= 0);
  }

  @Test
  void times_come_with_percentiles_in_order() throws InterruptedException {
    Sample sample = sample(Task.of(LineTransport.class, Work.ROUND_TRIP, false, 8));

    assertEquals(Set.of("50", "90", "99", "99.9", "99.99", "100"), sample.percentiles().keySet());
    assertEquals(sample.value(), sample.percentiles().get("50"));
    assertTrue(at(sample, "99") >= at(sample, "50"));
    assertTrue(at(sample, "100") >= at(sample, "99.9"));
  }

  @Test
  void a_lost_message_fails_the_sample() {
    assertEquals(
        "seat 0 ended with status 1: lane 0: expected message 20000, got 20001: one was lost",
        failure(FaultyTransport.Losing.class));
  }

  @Test
  void a_doubled_message_fails_the_sample() {
    assertEquals(
        "seat 0 ended with status 1: lane 0: expected message 20001, got 20000: one was doubled or"
            + " out of order",
        failure(FaultyTransport.Doubling.class));
  }

  @Test
  void a_torn_message_fails_the_sample() {
    assertEquals(
        "seat 0 ended with status 1: message 20000 of lane 0 is torn: its 64 bytes are not of one"
            + " message",
        failure(FaultyTransport.Tearing.class));
  }

  @Test
  void messages_that_never_arrive_fail_the_sample() {
    assertEquals(
        "seat 0 ended with status 1: nothing has arrived for 20 s: a message was lost, or a peer"
            + " hangs",
        failure(FaultyTransport.Stopping.class));
  }

  @Test
  void after_a_failure_nothing_is_left() {
    String text = failure(FaultyTransport.Impossible.class);

    assertTrue(text.contains("seat 0 ended with status 1: java.io.IOException: <"), text);
    Path folder = Path.of(text.substring(text.indexOf('<') + 1, text.indexOf('>')));
    assertFalse(Files.exists(folder), folder + " is left");
    assertFalse(hasPairProcesses(ProcessHandle.current()), "processes are left");
  }

  @Test
  void a_process_that_dies_fails_the_sample_and_ends_the_others() {
    Task task = Task.of(FaultyTransport.Dying.class, Work.THROUGHPUT, false, 64);

    String text =
        String.valueOf(assertThrows(CommandFailed.class, () -> sample(task)).getMessage());

    assertTrue(text.contains("seat 1 ended with status 7"), text);
    assertFalse(hasPairProcesses(ProcessHandle.current()), "processes are left");
  }

  @Test
  void when_the_measuring_process_is_killed_its_samples_end_and_their_folder_goes()
      throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LongSample.class.getName())
            .redirectErrorStream(true)
            .start();
    List<ProcessHandle> samples = List.of();
    Path folder = Path.of("");
    while (samples.size() < 2) {
      assertTrue(parent.isAlive(), "the measuring process has ended");
      samples = parent.toHandle().descendants().filter(PairSubjectTest::isPairProcess).toList();
      Thread.sleep(10);
    }
    folder = folderOf(samples.getFirst());
    awaitFile(folder.resolve("cell"));

    parent.destroyForcibly().waitFor();

    for (ProcessHandle sample : samples) {
      sample.onExit().get(1, TimeUnit.MINUTES);
    }
    assertFalse(Files.exists(folder), folder + " is left");
  }

  private static double at(Sample sample, String percentile) {
    return sample.percentiles().getOrDefault(percentile, Double.NaN);
  }

  private static void awaitFile(Path file) throws InterruptedException {
    while (!Files.exists(file)) {
      Thread.sleep(10);
    }
  }

  private static Path folderOf(ProcessHandle sample) throws IOException {
    String command = Files.readString(Path.of("/proc/" + sample.pid() + "/cmdline"));
    return List.of(command.split("\0")).stream()
        .filter(word -> word.contains("caplens-bench-"))
        .map(Path::of)
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasPairProcesses(ProcessHandle parent) {
    return parent.descendants().anyMatch(PairSubjectTest::isPairProcess);
  }

  private static boolean isPairProcess(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
          .contains(PairProcess.class.getName());
    } catch (IOException ended) {
      return false;
    }
  }

  private static String failure(Class<? extends Transport> transport) {
    Task task = Task.of(transport, Work.THROUGHPUT, true, 64);
    return String.valueOf(assertThrows(CommandFailed.class, () -> sample(task)).getMessage());
  }

  private static Sample sample(Task task) throws InterruptedException {
    return new PairSubject(task, SHORT, List.of()).sample(PLAN);
  }
}
