package dev.caplens.cli.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.caplens.bridge.FutexWaiter;
import dev.caplens.cli.demo.job.Jobs;
import dev.caplens.cli.process.CaplensProcess;
import dev.caplens.layout.Cell;
import dev.caplens.layout.process.ProcessRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A demo in processes of its own, on a region of its own. Closing it ends whatever still runs.
final class DemoProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  private final Path folder;
  private final Path region;
  private final Process process;

  private DemoProcess(Path folder, Path region, Process process) {
    this.folder = folder;
    this.region = region;
    this.process = process;
  }

  /// What a demo printed and how it ended.
  record Outcome(int code, String out, String err) {}

  /// Starts `caplens demo ARGUMENTS...` in a folder.
  static DemoProcess start(Path folder, String... arguments) throws IOException {
    return startOnPath(folder, System.getenv("PATH"), arguments);
  }

  /// Starts a demo that finds its programs elsewhere.
  static DemoProcess startOnPath(Path folder, String path, String... arguments) throws IOException {
    Path region = Files.createTempFile(Path.of("/dev/shm"), "caplens-test-", ".region");
    Files.delete(region);
    List<String> line = new ArrayList<>(List.of("--region", region.toString()));
    line.addAll(List.of(arguments));
    return new DemoProcess(folder, region, launch(folder, path, line));
  }

  /// Signals that were ignored where the tests were started, as `nohup` and a shell's background
  /// do, would stay so for a JVM that inherits them.
  private static Process launch(Path folder, String path, List<String> line) throws IOException {
    ProcessBuilder demo = CaplensProcess.of("demo", line);
    demo.environment().put("PATH", path);
    demo.command().addAll(0, List.of("env", "--default-signal=INT,HUP,TERM"));
    return demo.directory(folder.toFile())
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  /// Runs a demo to its end, with no region but what the arguments say.
  static Outcome runPlain(Path folder, String... arguments) throws Exception {
    Path none = folder.resolve("no-region");
    Process process = launch(folder, System.getenv("PATH"), List.of(arguments));
    try (DemoProcess demo = new DemoProcess(folder, none, process)) {
      return demo.outcome();
    }
  }

  /// Runs a demo to its end.
  static Outcome run(Path folder, String... arguments) throws Exception {
    try (DemoProcess demo = start(folder, arguments)) {
      return demo.outcome();
    }
  }

  Outcome outcome() throws Exception {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      fail("the demo does not end; it said: " + Files.readString(folder.resolve("err.txt")));
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(folder.resolve("out.txt")),
        Files.readString(folder.resolve("err.txt")));
  }

  Path region() {
    return region;
  }

  long pid() {
    return process.pid();
  }

  /// The processes that the demo has started and that still run.
  List<ProcessHandle> children() {
    return process.toHandle().children().toList();
  }

  /// Attaches to the region as a viewer, once there is one with at least this many modules.
  Cell watch(int modules) throws Exception {
    await("a region that can be attached to", () -> Files.exists(region) && isReady());
    Cell cell = attach(ProcessRole.VIEWER);
    await("modules", () -> cell.registry().modules().size() >= modules);
    return cell;
  }

  Cell attach(ProcessRole role) throws IOException {
    return Cell.attach(region, role, Jobs.SCHEMA_HASH, FutexWaiter.best());
  }

  private boolean isReady() {
    try {
      attach(ProcessRole.VIEWER).close();
      return true;
    } catch (IOException | RuntimeException notYet) {
      return false;
    }
  }

  /// Waits until something is so; fails if the demo ends before, or it never comes.
  void await(String what, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "never seen: " + what);
      if (!process.isAlive() && !condition.getAsBoolean()) {
        fail("the demo ended before " + what + ": " + outcome());
      }
      Thread.sleep(1);
    }
  }

  /// Waits until something is so, whatever the demo does.
  static void awaitAnyhow(String what, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "never seen: " + what);
      Thread.sleep(5);
    }
  }

  /// Sends a signal to a process.
  static void signal(String name, long pid) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
    assertTrue(kill.waitFor() == 0, "kill -" + name + " " + pid);
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> children = children();
    process.destroyForcibly().onExit().join();
    children.forEach(ProcessHandle::destroyForcibly);
    Files.deleteIfExists(region);
  }
}
