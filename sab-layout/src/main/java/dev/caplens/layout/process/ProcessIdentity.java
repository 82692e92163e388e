package dev.caplens.layout.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
/// @param startTime when it began, in clock ticks since boot; 0 where it is not known
/// @param pidNamespace the inode of its pid namespace; 0 where the system has none
/// @param bootId the boot of the machine
public record ProcessIdentity(long pid, long startTime, long pidNamespace, UUID bootId) {

  private static final Path PROC = Path.of("/proc");
  private static final int STATE_FIELD = 3;
  private static final int START_TIME_FIELD = 22;

  /// What is known about a process.
  public enum Liveness {
    /// It runs.
    ALIVE,
    /// It is proven dead: its pid is gone, is a zombie's, or is another process's, or the machine
    /// has booted since.
    DEAD,
    /// It belongs to another pid namespace, or the system does not tell its boots apart: nothing
    /// can be proven from here.
    UNKNOWN
  }

  /// This process.
  public static ProcessIdentity current() {
    long pid = ProcessHandle.current().pid();
    return new ProcessIdentity(pid, startTime(pid), ownPidNamespace(), currentBoot());
  }

  /// Whether the process still runs, judged from here and now.
  public Liveness liveness() {
    // Containers may each be shown a boot of their own, so another namespace comes first. That of
    // the machine itself has one inode in every boot.
    if (pidNamespace != ownPidNamespace()) {
      return Liveness.UNKNOWN;
    }
    if (!bootId.equals(currentBoot())) {
      boolean isProof = !bootId.equals(Boot.NONE) && !currentBoot().equals(Boot.NONE);
      return isProof ? Liveness.DEAD : Liveness.UNKNOWN;
    }
    Optional<String[]> stat = stat(pid);
    if (stat.isEmpty()) {
      return isGone() ? Liveness.DEAD : Liveness.ALIVE;
    }
    String[] fields = stat.get();
    char state = fields[0].charAt(0);
    boolean ended = state == 'Z' || state == 'X';
    boolean another = startTime != 0 && startTime != startTime(fields);
    return ended || another ? Liveness.DEAD : Liveness.ALIVE;
  }

  /// Whether the pid is nobody's. That its state cannot be read is no proof: this process may be
  /// out of file descriptors.
  private boolean isGone() {
    return Files.notExists(PROC.resolve(Long.toString(pid))) && ProcessHandle.of(pid).isEmpty();
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

  private static long startTime(long pid) {
    return stat(pid).map(ProcessIdentity::startTime).orElse(0L);
  }

  private static long startTime(String[] fieldsFromState) {
    return Long.parseLong(fieldsFromState[START_TIME_FIELD - STATE_FIELD]);
  }

  /// The fields from the state on: the name before it may hold blanks and parentheses.
  private static Optional<String[]> stat(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("stat"));
      String line = new String(bytes, StandardCharsets.ISO_8859_1);
      return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    } catch (IOException unreadable) {
      // It is gone, or ended while its file was open (ESRCH), or no descriptor is left (EMFILE).
      return Optional.empty();
    }
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
