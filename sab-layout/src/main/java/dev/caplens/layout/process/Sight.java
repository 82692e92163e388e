package dev.caplens.layout.process;

import dev.caplens.layout.process.ProcessIdentity.Liveness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How far this process sees others: what may be concluded from what `/proc` does not show.
///
/// Source: proc(5) (`hidepid`), time_namespaces(7), kill(2).
final class Sight {

  private static final Path PROC = Path.of("/proc");
  private static final String OFFSETS = "timens_offsets";

  private Sight() {}

  /// Whether `/proc` counts processes as this one does. After `unshare --pid` without a `/proc` of
  /// its own, it shows other processes under the same numbers.
  static boolean isOfThisNamespace() {
    try {
      String self = Files.readSymbolicLink(PROC.resolve("self")).toString();
      return self.equals(Long.toString(ProcessHandle.current().pid()));
    } catch (IOException none) {
      return Files.notExists(PROC); // another system
    }
  }

  /// Whether there is a process of that id, as far as this one sees. Its state may be unreadable
  /// all the same.
  static boolean isShown(long pid) {
    return !Files.notExists(PROC.resolve(Long.toString(pid))) || ProcessHandle.of(pid).isPresent();
  }

  /// What it means that a process is not shown: that it is gone where all are. Where some are
  /// hidden, the system is asked.
  static Liveness ofAbsent(long pid) {
    if (!isShown(ProcessHandle.current().pid())) {
      return Liveness.UNKNOWN; // there is no /proc, not even for this process
    }
    try {
      return !isAnyHidden() || isNoSuchProcess(pid) ? Liveness.DEAD : Liveness.UNKNOWN;
    } catch (IOException unreadable) {
      return Liveness.UNKNOWN;
    }
  }

  /// Whether start times that this process reads mean the same as those that the process of `pid`
  /// has read of itself.
  static boolean isOfOneClockWith(long pid) {
    Path own = PROC.resolve("self");
    Path other = PROC.resolve(Long.toString(pid));
    try {
      if (Files.notExists(own.resolve(OFFSETS))) {
        return true; // there are no time namespaces
      }
      // The offsets are those that children get, which may be others than one's own.
      return isOfItsChildrensClock(own)
          && isOfItsChildrensClock(other)
          && Files.readString(own.resolve(OFFSETS))
              .equals(Files.readString(other.resolve(OFFSETS)));
    } catch (IOException vanishedOrForeign) {
      return false;
    }
  }

  private static boolean isOfItsChildrensClock(Path process) throws IOException {
    try {
      return Files.readSymbolicLink(process.resolve("ns/time"))
          .equals(Files.readSymbolicLink(process.resolve("ns/time_for_children")));
    } catch (AccessDeniedException ofAnotherUser) {
      return true; // only the offsets are shown
    }
  }

  private static boolean isAnyHidden() throws IOException {
    Optional<String> mount;
    try {
      List<String> mounts =
          Files.readAllLines(PROC.resolve("self/mountinfo"), StandardCharsets.ISO_8859_1);
      mount =
          mounts.stream().filter(line -> line.split(" ")[4].equals("/proc")).reduce((_, b) -> b);
    } catch (NoSuchFileException anotherSystem) {
      return false; // Java has other means to see processes there
    }
    return mount.isEmpty() || mount.get().matches(".*\\bhidepid=(?!0|off).*");
  }

  /// Java has no kill(2) with signal 0, which sees hidden processes; every shell has.
  private static boolean isNoSuchProcess(long pid) throws IOException {
    ProcessBuilder kill = new ProcessBuilder("sh", "-c", "kill -0 " + pid);
    kill.environment().put("LC_ALL", "C");
    try (InputStream answer = kill.redirectErrorStream(true).start().getInputStream()) {
      String said = new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
      return said.contains("No such process");
    }
  }
}
