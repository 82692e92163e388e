package dev.caplens.layout.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.layout.Peer;
import dev.caplens.layout.process.ProcessIdentity.Liveness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

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
  void a_zombie_counts_as_dead() throws IOException {
    // The shell starts a process and becomes one that never asks for its end.
    try (Peer parent = Peer.shell("sleep 0 & echo $!; exec sleep 600")) {
      long pid = Long.parseLong(parent.line());
      ProcessIdentity identity = of(pid);
      Path stat = Path.of("/proc/" + pid + "/stat");
      while (!Files.readString(stat).contains(") Z ")) {
        Thread.onSpinWait();
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
