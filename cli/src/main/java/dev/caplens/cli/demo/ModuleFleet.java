package dev.caplens.cli.demo;

import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The processes that a kernel has started: modules, and the viewer.
///
/// A module that ends while there is work is replaced a few times; more often it is not an
/// accident. Methods are called by the kernel's thread, but for [#stopAll], which any thread may
/// call.
final class ModuleFleet implements AutoCloseable {

  private static final int MOST_REPLACEMENTS = 8;
  private static final long VIEWER_AFTER_NANOS = 1_000_000_000;
  private static final long PATIENCE_SECONDS = 5;

  private final Path region;
  private final ModuleProgram program;
  private final DemoOptions options;
  private final List<Started> running = new ArrayList<>();
  private int started;
  private int replacements;
  private boolean isStopped;
  private boolean hasViewer;

  private record Started(Process process, boolean isModule, boolean isC) {}

  ModuleFleet(Path region, DemoOptions options, ModuleProgram program) {
    this.region = region;
    this.options = options;
    this.program = program;
  }

  /// Starts as many modules as the options say.
  void startAll() throws IOException {
    for (int i = 0; i < options.modules(); i++) {
      startModule(options.kind().isC(i));
    }
  }

  private synchronized void startModule(boolean isC) throws IOException {
    if (isStopped) {
      return;
    }
    started++;
    String name = (isC ? "c-" : "jvm-") + started;
    ProcessBuilder builder = isC ? program.c(region, name) : program.jvm(region, name);
    running.add(new Started(start(builder), true, isC));
  }

  /// Starts the process that draws the progress bar, once and if the user wants one by now.
  synchronized void startViewerIfWanted(long elapsedNanos) throws IOException {
    boolean isWanted =
        switch (options.progress()) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> elapsedNanos > VIEWER_AFTER_NANOS && isTerminal();
        };
    if (isWanted && !hasViewer && !isStopped) {
      hasViewer = true;
      running.add(new Started(start(program.viewer(region)), false, false));
    }
  }

  /// Whether a progress bar is drawn.
  synchronized boolean hasViewer() {
    return hasViewer;
  }

  /// Whether standard error is a terminal: `System.console()` asks about the other two streams.
  private static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException noSuchSystem) {
      return false;
    }
  }

  private static Process start(ProcessBuilder builder) throws IOException {
    return builder
        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.INHERIT)
        .start();
  }

  /// Looks for modules that have ended, and starts others in their place.
  ///
  /// @return how many had ended
  /// @throws CommandFailed if too many have ended and none is left
  synchronized int replaceEnded() throws IOException {
    List<Started> ended = new ArrayList<>();
    for (Iterator<Started> each = running.iterator(); each.hasNext(); ) {
      Started child = each.next();
      if (!child.process().isAlive()) {
        each.remove();
        if (child.isModule()) {
          ended.add(child);
        }
      }
    }
    for (Started child : ended) {
      if (replacements < MOST_REPLACEMENTS) {
        replacements++;
        startModule(child.isC());
      }
    }
    if (!isStopped && running.stream().noneMatch(Started::isModule)) {
      throw new CommandFailed(
          "all modules have ended, and "
              + MOST_REPLACEMENTS
              + " replacements too; what they said stands above");
    }
    return ended.size();
  }

  /// Waits until all processes have ended, and ends those that do not.
  @Override
  public void close() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (Started child : snapshot()) {
      try {
        if (!child.process().waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          child.process().destroyForcibly();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        child.process().destroyForcibly();
      }
    }
  }

  /// Ends all processes at once and waits until they are gone.
  void stopAll() {
    synchronized (this) {
      isStopped = true;
    }
    for (Started child : snapshot()) {
      child.process().destroyForcibly();
    }
    for (Started child : snapshot()) {
      child.process().onExit().join();
    }
  }

  private synchronized List<Started> snapshot() {
    return List.copyOf(running);
  }
}
