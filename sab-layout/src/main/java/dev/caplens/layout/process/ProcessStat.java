package dev.caplens.layout.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What `/proc/PID/stat` says about a process. Source: proc(5).
///
/// @param state its state, or that of its first thread alone
/// @param threads how many threads it has that are not gone, the first one included
/// @param startTime when it began, in clock ticks since boot, by the clock of the reader's time
///   namespace
record ProcessStat(char state, long threads, long startTime) {

  private static final int NAME_FIELD = 2;
  private static final int STATE_FIELD = 3;
  private static final int THREADS_FIELD = 20;
  private static final int START_TIME_FIELD = 22;

  /// Empty if nothing can be read, or what is read is cut short, which is no proof that there is no
  /// such process.
  static Optional<ProcessStat> of(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "stat"));
      return parse(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (IOException unreadable) {
      // It is gone, or ended while its file was open (ESRCH), or no descriptor is left (EMFILE).
      return Optional.empty();
    }
  }

  static Optional<ProcessStat> parse(String line) {
    // The name before the state may hold blanks and parentheses.
    String[] fields = line.substring(line.lastIndexOf(')') + 1).split(" ");
    if (fields.length <= START_TIME_FIELD + 1 - NAME_FIELD) {
      return Optional.empty(); // what follows the start time shows that all its digits are there
    }
    return Optional.of(
        new ProcessStat(
            fields[STATE_FIELD - NAME_FIELD].charAt(0),
            Long.parseLong(fields[THREADS_FIELD - NAME_FIELD]),
            Long.parseLong(fields[START_TIME_FIELD - NAME_FIELD])));
  }

  /// Whether nothing of it runs any more. A first thread that has ended is a zombie as long as
  /// others of the process go on.
  boolean hasEnded() {
    return (state == 'Z' || state == 'X') && threads <= 1;
  }
}
