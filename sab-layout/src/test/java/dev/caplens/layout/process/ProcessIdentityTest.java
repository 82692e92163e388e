package dev.caplens.layout.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.layout.Peer;
import dev.caplens.layout.process.ProcessIdentity.Liveness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // reads of a pipe are deaf
class ProcessIdentityTest {

  private static final String NO_UNSHARE =
      "this user may not unshare namespaces or change its user; run as root";

  private static final String NOBODY = "setpriv --reuid 65534 --regid 65534 --clear-groups ";

  private final ProcessIdentity self = ProcessIdentity.current();

  @Test
  void this_process_is_alive() {
    assertEquals(Liveness.ALIVE, self.liveness());
    assertTrue(self.startTime() > 0);
    assertTrue(self.pidNamespace() > 0);
  }

  @Test
  void a_process_is_alive_until_it_is_killed() throws IOException {
    try (Peer peer = Peer.idle()) {
      ProcessIdentity identity = of(peer.pid());
      assertEquals(Liveness.ALIVE, identity.liveness());

      peer.kill();

      assertEquals(Liveness.DEAD, identity.liveness());
    }
  }

  @Test
  void a_zombie_counts_as_dead() throws Exception {
    // The shell starts a process that ends once the shell has become one that never asks for that.
    try (Peer parent =
        Peer.shell(
            "(while [ \"$(cat /proc/$$/comm)\" != sleep ]; do :; done) & echo $!; exec sleep 600")) {
      long pid = Long.parseLong(parent.line());
      ProcessIdentity identity = of(pid);
      Path stat = Path.of("/proc/" + pid + "/stat");
      while (!Files.readString(stat).contains(") Z ")) {
        Thread.sleep(1);
      }

      assertEquals(Liveness.DEAD, identity.liveness());
    }
  }

  @Test
  void another_process_with_the_same_pid_is_not_the_one_that_is_meant() {
    ProcessIdentity before =
        new ProcessIdentity(self.pid(), self.startTime() - 1, self.pidNamespace(), self.bootId());

    assertEquals(Liveness.DEAD, before.liveness());
  }

  @Test
  void a_pid_alone_is_judged_where_the_start_time_is_not_known() {
    assertEquals(
        Liveness.ALIVE,
        new ProcessIdentity(self.pid(), 0, self.pidNamespace(), self.bootId()).liveness());
  }

  @Test
  void nothing_is_proven_across_pid_namespaces() {
    assertEquals(
        Liveness.UNKNOWN,
        new ProcessIdentity(1L << 22, 1, self.pidNamespace() + 1, self.bootId()).liveness());
  }

  @Test
  void nothing_is_proven_of_a_pid_that_no_process_can_have() {
    for (long pid : new long[] {0, -1, 1L << 31, 0xffff_ffffL}) {
      ProcessIdentity impossible = new ProcessIdentity(pid, 1, self.pidNamespace(), self.bootId());

      assertEquals(Liveness.UNKNOWN, impossible.liveness(), impossible.toString());
    }
  }

  @Test
  void a_process_in_another_pid_namespace_is_unknown_even_when_it_is_gone() throws IOException {
    Process asked = new ProcessBuilder("unshare", "-pf", "true").start();
    Assumptions.assumeTrue(
        asked.onExit().join().exitValue() == 0,
        "this user may not unshare pid namespaces; run as root, or with unprivileged namespaces");
    try (Peer peer =
        Peer.shell(
            "exec unshare -pf --kill-child --mount-proc sh -c 'readlink /proc/self/ns/pid; exec sleep 600'")) {
      String link = peer.line();
      long namespace = Long.parseLong(link.replaceAll("\\D", ""));
      ProcessIdentity first = new ProcessIdentity(1, 1, namespace, self.bootId());
      assertTrue(namespace != self.pidNamespace());
      assertEquals(Liveness.UNKNOWN, first.liveness());

      peer.kill();

      assertEquals(Liveness.UNKNOWN, first.liveness());
    }
  }

  /// The judge is process 1 of its namespace and asks about itself, but the `/proc` that it sees
  /// still shows the first process of the machine, or of the container, under that pid.
  @Test
  void a_proc_that_counts_pids_otherwise_proves_nothing() throws Exception {
    Assumptions.assumeTrue(mayRun("unshare -pf true"), NO_UNSHARE);
    String judge = quoted(Peer.jvmCommand(Judge.class).stream());
    String script =
        "exec unshare -pf --kill-child sh -c \"exec %s 1 12345 \\$(readlink /proc/self/ns/pid | tr -dc 0-9) %s\""
            .formatted(judge, self.bootId());
    try (Peer first = Peer.shell(script)) {
      assertEquals("ready", first.line());
      first.say("go");
      assertEquals("UNKNOWN", first.line());
    }
  }

  @Test
  void a_start_time_by_another_clock_proves_nothing() throws Exception {
    Assumptions.assumeTrue(mayRun("unshare -T --fork true"), NO_UNSHARE);
    try (Peer peer =
        Peer.shell(
            "exec unshare -T --boottime 100000 --fork --kill-child sh -c 'cut -d\" \" -f1,22 /proc/self/stat; echo $$; exec sleep 600' 2> /dev/null")) {
      long startTime = Long.parseLong(peer.line().split(" ")[1]);
      long pid = Long.parseLong(peer.line());
      ProcessIdentity first =
          new ProcessIdentity(pid, startTime, self.pidNamespace(), self.bootId());
      assertTrue(startTime > of(pid).startTime() + 1_000_000, "it has a clock of its own");
      assertEquals(Liveness.UNKNOWN, first.liveness());

      peer.kill();
      while (first.liveness() == Liveness.UNKNOWN) {
        Thread.sleep(1); // it is its grandparent's child, and ends a moment later
      }

      assertEquals(Liveness.DEAD, first.liveness());
    }
  }

  @Test
  void a_process_that_is_hidden_is_not_taken_for_gone() throws Exception {
    Assumptions.assumeTrue(mayRun("unshare -m " + NOBODY + "true"), NO_UNSHARE);
    String hiding = "mount -t proc -o hidepid=2 proc /proc";
    long gone;
    try (Peer peer = Peer.idle()) {
      gone = peer.pid();
      assertEquals("UNKNOWN", judgedBehind(hiding, of(gone)));
    }

    assertEquals(
        "DEAD",
        judgedBehind(hiding, new ProcessIdentity(gone, 1, self.pidNamespace(), self.bootId())));
  }

  @Test
  void a_process_whose_state_may_not_be_read_is_unknown() throws Exception {
    Assumptions.assumeTrue(mayRun("unshare -m " + NOBODY + "true"), NO_UNSHARE);
    try (Peer peer = Peer.idle()) {
      assertEquals(
          "UNKNOWN", judgedBehind("mount -t proc -o hidepid=1 proc /proc", of(peer.pid())));
    }
  }

  @Test
  void nothing_is_proven_where_there_is_no_proc() throws Exception {
    Assumptions.assumeTrue(mayRun("unshare -m " + NOBODY + "true"), NO_UNSHARE);
    try (Peer peer = Peer.idle()) {
      ProcessIdentity blind = new ProcessIdentity(peer.pid(), 0, 0, new UUID(0, 0));

      assertEquals("UNKNOWN", judgedBehind("mount -t tmpfs none /proc", blind));
    }
  }

  /// What another JVM, of a user without rights, says about a process after `/proc` was changed for
  /// it: the JVM itself does not start without.
  private static String judgedBehind(String mount, ProcessIdentity identity) throws Exception {
    List<String> command = Peer.jvmCommand(Judge.class);
    List<Object> arguments =
        List.of(identity.pid(), identity.startTime(), identity.pidNamespace(), identity.bootId());
    String line = quoted(Stream.concat(command.stream(), arguments.stream()));
    try (Peer judge = Peer.shell("exec unshare -m " + NOBODY + line)) {
      assertEquals("ready", judge.line());
      try (Peer changed = Peer.shell("nsenter -m -t %d %s".formatted(judge.pid(), mount))) {
        assertEquals(0, changed.join());
      }
      judge.say("go");
      return judge.line();
    }
  }

  /// Words of a command for a shell.
  private static String quoted(Stream<?> words) {
    return words.map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }

  private static boolean mayRun(String command) throws Exception {
    try (Peer asked = Peer.shell(command + " 2> /dev/null")) {
      return asked.join() == 0;
    }
  }

  @Test
  void every_process_of_another_boot_is_dead() {
    assertEquals(
        Liveness.DEAD,
        new ProcessIdentity(self.pid(), self.startTime(), self.pidNamespace(), new UUID(1, 2))
            .liveness());
  }

  private ProcessIdentity of(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return new ProcessIdentity(pid, Long.parseLong(fields[19]), self.pidNamespace(), self.bootId());
  }
}
