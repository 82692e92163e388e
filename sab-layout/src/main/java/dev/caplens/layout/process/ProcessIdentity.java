package dev.caplens.layout.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// What tells one process from every other, also from a later one with the same pid.
///
/// Source: proc(5). A pid means nothing in another pid namespace or after a reboot, so both are
/// part of the identity, and death is never concluded across them by pid.
///
/// @param pid the process id within its pid namespace
/// @param startTime when it began, in clock ticks since boot, by the clock of its time namespace; 0
///   where it is not known
/// @param pidNamespace the inode of its pid namespace; 0 where the system has none
/// @param bootId the boot of the machine
public record ProcessIdentity(long pid, long startTime, long pidNamespace, UUID bootId) {

  private static final Path PROC = Path.of("/proc");
  private static final int MOST_LOOKS = 100;

  /// What is known about a process.
  public enum Liveness {
    /// It runs.
    ALIVE,
    /// It is proven dead: its pid is gone, is a zombie's without a living thread, or is another
    /// process's, or the machine has booted since.
    DEAD,
    /// Nothing can be proven from here: it belongs to another pid namespace, the clocks of two time
    /// namespaces disagree, the system hides it, or does not tell its boots apart, or no process
    /// can have such a pid.
    UNKNOWN
  }

  /// This process.
  public static ProcessIdentity current() {
    long pid = ProcessHandle.current().pid();
    long startTime =
        Sight.isOfThisNamespace() ? ProcessStat.of(pid).map(ProcessStat::startTime).orElse(0L) : 0;
    return new ProcessIdentity(pid, startTime, ownPidNamespace(), currentBoot());
  }

  /// Whether the process still runs, judged from here and now.
  public Liveness liveness() {
    // Containers may each be shown a boot of their own, so another namespace comes first. That of
    // the machine itself has one inode in every boot.
    if (!isPossible() || pidNamespace != ownPidNamespace() || !Sight.isOfThisNamespace()) {
      return Liveness.UNKNOWN;
    }
    if (!bootId.equals(currentBoot())) {
      boolean isProof = !bootId.equals(Boot.NONE) && !currentBoot().equals(Boot.NONE);
      return isProof ? Liveness.DEAD : Liveness.UNKNOWN;
    }
    for (int look = 0; look < MOST_LOOKS; look++) {
      Optional<ProcessStat> stat = ProcessStat.of(pid);
      if (stat.isPresent()) {
        return judge(stat.get());
      }
      if (!Sight.isShown(pid)) {
        return Sight.ofAbsent(pid);
      }
      Thread.yield(); // its parent takes it away at this moment, or no descriptor is left
    }
    return Liveness.UNKNOWN;
  }

  /// Whether any process can have that pid. Another one was not written by a peer that keeps to the
  /// rules, and kill(2) takes it for that of a group.
  private boolean isPossible() {
    return pid > 0 && pid <= Integer.MAX_VALUE;
  }

  private Liveness judge(ProcessStat stat) {
    if (stat.hasEnded()) {
      return Liveness.DEAD;
    }
    if (startTime == 0 || startTime == stat.startTime()) {
      return Liveness.ALIVE;
    }
    return Sight.isOfOneClockWith(pid) ? Liveness.DEAD : Liveness.UNKNOWN;
  }

  /// Whether the process is proven dead.
  public boolean isProvenDead() {
    return liveness() == Liveness.DEAD;
  }

  /// The boot that this machine is in.
  public static UUID currentBoot() {
    return Boot.ID;
  }

  /// The inode of the pid namespace of this process, or 0 where the system has none.
  public static long ownPidNamespace() {
    return Namespace.INODE;
  }

  private static final class Boot {
    /// Where the system does not tell.
    static final UUID NONE = new UUID(0, 0);

    static final UUID ID = read();

    private static UUID read() {
      Path file = PROC.resolve("sys/kernel/random/boot_id");
      try {
        return Files.exists(file) ? UUID.fromString(Files.readString(file).strip()) : NONE;
      } catch (IOException failure) {
        throw new UncheckedIOException(file + ": the id of this boot cannot be read", failure);
      }
    }
  }

  private static final class Namespace {
    static final long INODE = read();

    private static long read() {
      try {
        String link = Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString();
        return Long.parseLong(link.substring(link.indexOf('[') + 1, link.indexOf(']')));
      } catch (IOException | RuntimeException none) {
        return 0;
      }
    }
  }
}
