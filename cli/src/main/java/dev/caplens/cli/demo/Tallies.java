package dev.caplens.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The files of a run and what was counted of each, in the order of the command line.
///
/// Each file is handed on once it is complete and all before it are. Not thread-safe.
final class Tallies {

  private final List<FileTally> files = new ArrayList<>();
  private final Consumer<FileTally> onComplete;
  private int completed;

  Tallies(Consumer<FileTally> onComplete) {
    this.onComplete = onComplete;
  }

  /// Begins a file.
  FileTally begin(String name) {
    FileTally tally = new FileTally(name);
    files.add(tally);
    return tally;
  }

  /// Hands on what has become complete.
  void passComplete() {
    while (completed < files.size() && files.get(completed).isComplete()) {
      onComplete.accept(files.get(completed));
      completed++;
    }
  }

  List<FileTally> all() {
    return List.copyOf(files);
  }

  long lines() {
    return files.stream().mapToLong(FileTally::lines).sum();
  }

  long words() {
    return files.stream().mapToLong(FileTally::words).sum();
  }

  long bytes() {
    return files.stream().mapToLong(FileTally::bytes).sum();
  }
}
