package dev.caplens.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.layout.Cell;
import dev.caplens.layout.Tier;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Superblock;
import dev.caplens.layout.process.ProcessIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What counts as a proof that a process is dead, for Java and for C alike.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // reads of a pipe are deaf
class ProofOfDeathTest {

  private static final long SCHEMAS = 0x7777;

  private final ProcessIdentity self = ProcessIdentity.current();

  @TempDir Path folder;

  @Test
  void a_process_whose_first_thread_has_ended_is_alive_while_another_one_runs() throws Exception {
    CProgram judge = CProgram.compile(folder, "judge");
    CProgram leaderless = CProgram.compile(folder, "leaderless");
    Path file = folder.resolve("cell");
    Cell cell = Cell.create(file, Tier.LIGHT, SCHEMAS, FutexWaiter.best());
    try (cell) {
      long pid;
      try (CProgram.Running peer = leaderless.start(file, SCHEMAS)) {
        assertEquals("slot 1", peer.line());
        pid = cell.processes().pid(1);
        awaitZombie(pid);

        assertTrue(cell.processes().isHeld(1));
        assertEquals(0, cell.processes().recover(_ -> {}));
        assertEquals("dead 0", judged(judge, pid, self.pidNamespace()));
      }
      assertFalse(cell.processes().isHeld(1));
      assertEquals(1, cell.processes().recover(_ -> {}));
      assertEquals("dead 1", judged(judge, pid, self.pidNamespace()));
    } finally {
      cell.closeAndRemove();
    }
  }

  @Test
  void c_takes_no_start_time_of_another_clock_for_a_proof() throws Exception {
    assumeRuns("unshare", "-T", "--fork", "true");
    CProgram judge = CProgram.compile(folder, "judge");
    Process peer =
        new ProcessBuilder(
                "unshare",
                "-T",
                "--boottime",
                "100000",
                "--fork",
                "--kill-child",
                "sh",
                "-c",
                "cut -d' ' -f22 /proc/self/stat; echo $$; exec sleep 600")
            .start();
    try (BufferedReader lines = peer.inputReader(StandardCharsets.UTF_8)) {
      long startTime = Long.parseLong(Objects.requireNonNull(lines.readLine()));
      long pid = Long.parseLong(Objects.requireNonNull(lines.readLine()));

      assertEquals("dead 0", judge.run(0, pid, startTime, self.pidNamespace()).getFirst());
      assertEquals(
          List.of("dead 0"),
          judge.run(0, pid, startTime, self.pidNamespace(), self.bootId(), 100000),
          "its clock is that of the children of the judge, not its own");

      peer.destroyForcibly().onExit().join();
      awaitGone(pid);
      assertEquals("dead 1", judge.run(0, pid, startTime, self.pidNamespace()).getFirst());
    } finally {
      peer.destroyForcibly().onExit().join();
    }
  }

  @Test
  void c_takes_no_hidden_process_for_gone_and_proves_nothing_without_proc() throws Exception {
    assumeRuns("unshare", "-m", "setpriv", "--reuid", "65534", "true");
    CProgram judge = CProgram.compile(folder, "judge");
    Process peer = new ProcessBuilder("sleep", "600").start();
    long pid = peer.pid();
    String hiding = "mount -t proc -o hidepid=2 proc /proc";
    try {
      assertEquals("dead 0", judgedBehind(hiding, judge, pid, 0));
      assertEquals("dead 0", judgedBehind("mount -t tmpfs none /proc", judge, pid, 0, 0));
    } finally {
      peer.destroyForcibly().onExit().join();
    }
    assertEquals("dead 1", judgedBehind(hiding, judge, pid, 0));
    assertEquals("dead 0", judgedBehind("mount -t tmpfs none /proc", judge, pid, 0, 0));
  }

  @Test
  void c_takes_a_process_whose_state_it_may_not_read_whole_neither_for_gone_nor_for_another()
      throws Exception {
    assumeRuns("unshare", "-m", "setpriv", "--reuid", "65534", "true");
    CProgram judge = CProgram.compile(folder, "judge");
    Process peer = new ProcessBuilder("sleep", "600").start();
    long pid = peer.pid();
    String[] stat = stat(pid).split(" ");
    String cut = "%d (sleep) %s".formatted(pid, String.join(" ", List.of(stat).subList(0, 19)));
    long startTime = Long.parseLong(stat[19]);
    Path file = Files.writeString(folder.resolve("stat"), cut + " " + startTime / 10);
    String binding = "mount --bind '%s' /proc/%d/stat".formatted(file, pid);
    try {
      assertEquals(
          "dead 0", judgedBehind("mount -t proc -o hidepid=1 proc /proc", judge, pid, startTime));
      assertEquals("dead 0", judgedBehind(binding, judge, pid, startTime), "cut short");
      Files.writeString(file, cut + " " + startTime / 10 + " 1000");
      assertEquals("dead 1", judgedBehind(binding, judge, pid, startTime), "another's");
    } finally {
      peer.destroyForcibly().onExit().join();
    }
  }

  /// The judge is asked about the first process of its namespace, which lives, but the `/proc` that
  /// it sees still shows another one under that pid.
  @Test
  void c_proves_nothing_by_a_proc_that_counts_pids_otherwise() throws Exception {
    assumeRuns("unshare", "-pf", "true");
    CProgram judge = CProgram.compile(folder, "judge");
    String script =
        "'%s' 1 12345 $(readlink /proc/self/ns/pid | tr -dc 0-9)".formatted(judge.binary());

    assertEquals("dead 0", firstLine("unshare", "-pf", "sh", "-c", script));
  }

  @Test
  void c_proves_nothing_of_a_pid_that_no_process_can_have() throws Exception {
    CProgram judge = CProgram.compile(folder, "judge");

    for (long pid : new long[] {0, 1L << 31, 0xffff_fff0L, 0xffff_ffffL}) {
      assertEquals("dead 0", judged(judge, pid, self.pidNamespace()), "pid " + pid);
    }
  }

  @Test
  void c_knows_every_process_of_another_boot_as_dead() throws Exception {
    CProgram judge = CProgram.compile(folder, "judge");
    long pid = self.pid();
    long space = self.pidNamespace();
    String other = new UUID(1, 2).toString();

    assertEquals(List.of("dead 0"), judge.run(0, pid, 0, space, self.bootId()), "this boot");
    assertEquals(List.of("dead 1"), judge.run(0, pid, 0, space, other), "another boot");
    assertEquals(List.of("dead 0"), judge.run(0, pid, 0, space, new UUID(0, 0)), "unknown");
    assertEquals(List.of("dead 0"), judge.run(0, pid, 0, space + 1, other), "another namespace");
  }

  @Test
  void c_leaves_a_region_of_another_boot_as_one_whose_owner_is_dead() throws Exception {
    CProgram steps = CProgram.compile(folder, "steps");
    Path file = folder.resolve("cell");
    try (Cell cell = Cell.create(file, Tier.LIGHT, SCHEMAS, FutexWaiter.best())) {
      Superblock.Layout.at(cell.region(), MasterMap.SUPERBLOCK_OFFSET).setBootId(new byte[16]);
      try (CProgram.Running early = steps.start(file, SCHEMAS, "early")) {
        assertEquals("slot 1 module 0", early.line(), "a boot that is not known proves nothing");
      }
      Superblock.Layout.at(cell.region(), MasterMap.SUPERBLOCK_OFFSET)
          .setBootId("of another boot!".getBytes(StandardCharsets.US_ASCII));

      assertEquals(
          List.of("region " + file + ": its owner is dead; start a new one"),
          steps.run(1, file, SCHEMAS, "late"));
    }
    assertFalse(Files.exists(file), "nobody of this boot is attached");
  }

  private static String judged(CProgram judge, long pid, long namespace) throws Exception {
    return judge.run(0, pid, 0, namespace).getFirst();
  }

  private String judgedBehind(String mount, CProgram judge, long pid, long startTime)
      throws Exception {
    return judgedBehind(mount, judge, pid, startTime, self.pidNamespace());
  }

  /// What the program says after `/proc` was changed for it.
  private String judgedBehind(
      String mount, CProgram judge, long pid, long startTime, long namespace) throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    String script =
        "%s && exec setpriv --reuid 65534 --regid 65534 --clear-groups '%s' %d %d %d"
            .formatted(mount, judge.binary(), pid, startTime, namespace);
    return firstLine("unshare", "-m", "sh", "-c", script);
  }

  private static String firstLine(String... command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      return Objects.requireNonNull(lines.readLine(), "the judge said nothing");
    }
  }

  private static void assumeRuns(String... command) throws Exception {
    Process asked =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Assumptions.assumeTrue(
        asked.waitFor() == 0,
        "this user may not unshare namespaces or change its user; run as root");
  }

  private static void awaitGone(long pid) throws InterruptedException {
    try {
      awaitZombie(pid);
    } catch (IOException gone) {
      // Somebody has asked for its end.
    }
  }

  private static void awaitZombie(long pid) throws IOException, InterruptedException {
    while (!stat(pid).startsWith("Z")) {
      Thread.sleep(1);
    }
  }

  /// The fields of its state from the third on.
  private static String stat(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2);
  }
}
