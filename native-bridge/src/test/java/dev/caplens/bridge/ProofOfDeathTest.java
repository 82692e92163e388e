package dev.caplens.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.layout.Cell;
import dev.caplens.layout.Tier;
import dev.caplens.layout.process.ProcessIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counts as a proof that a process is dead, for Java and for C alike.
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
        while (!stat(pid).startsWith("Z")) {
          Thread.onSpinWait();
        }

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
      assertEquals("dead 0", judgedBehind(hiding, judge, pid, self.pidNamespace()));
      assertEquals("dead 0", judgedBehind("mount -t tmpfs none /proc", judge, pid, 0));
    } finally {
      peer.destroyForcibly().onExit().join();
    }
    assertEquals("dead 1", judgedBehind(hiding, judge, pid, self.pidNamespace()));
    assertEquals("dead 0", judgedBehind("mount -t tmpfs none /proc", judge, pid, 0));
  }

  private static String judged(CProgram judge, long pid, long namespace) throws Exception {
    return judge.run(0, pid, 0, namespace).getFirst();
  }

  /// What the program says after `/proc` was changed for it.
  private String judgedBehind(String mount, CProgram judge, long pid, long namespace)
      throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    String script =
        "%s && exec setpriv --reuid 65534 --regid 65534 --clear-groups '%s' %d 0 %d"
            .formatted(mount, judge.binary(), pid, namespace);
    Process process = new ProcessBuilder("unshare", "-m", "sh", "-c", script).start();
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

  private static void awaitGone(long pid) {
    try {
      while (!stat(pid).startsWith("Z")) {
        Thread.onSpinWait();
      }
    } catch (IOException gone) {
      // Somebody has asked for its end.
    }
  }

  /// The fields of its state from the third on.
  private static String stat(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2);
  }
}
