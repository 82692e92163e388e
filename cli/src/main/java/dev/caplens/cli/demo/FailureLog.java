package dev.caplens.cli.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Files that could not be read: each is told on standard error at once, and the run goes on.
final class FailureLog {

  /// One of them.
  record Failure(String file, String reason) {}

  private final PrintStream err;
  private final List<Failure> failures = new ArrayList<>();

  FailureLog(PrintStream err) {
    this.err = err;
  }

  void add(String file, String reason) {
    failures.add(new Failure(file, reason));
    err.println("caplens demo: " + file + ": " + reason);
  }

  boolean isEmpty() {
    return failures.isEmpty();
  }

  List<Failure> all() {
    return List.copyOf(failures);
  }
}
