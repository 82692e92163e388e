package dev.caplens.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A bench in a process of its own, which is told to end in the middle of a sample.
class RunFolderTest {

  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path folder = Path.of("");

  /// The command that is measured has no end, so the bench is at work whenever the signal comes.
  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
  void a_bench_that_is_told_to_end_leaves_no_folder_and_no_process(String signal, int code)
      throws Exception {
    Path started = Files.createFile(folder.resolve("started"));
    script("echo $$ >>'" + started + "'\nexec sleep 100000");
    Process bench = start("commands", "--quick", "--only", "demo");
    try {
      await("a command at work", bench, () -> read(started).endsWith("\n"));
      long command = Long.parseLong(read(started).strip());
      assertEquals(1, left().size(), () -> left().toString());

      signal(signal, bench.pid());

      assertTrue(bench.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertEquals(code, bench.exitValue(), this::said);
      assertEquals(List.of(), left());
      await("the end of the command", null, () -> ProcessHandle.of(command).isEmpty());
      assertEquals(1, read(started).lines().count(), "started none after the signal");
    } finally {
      end(bench);
    }
  }

  @Test
  void a_bench_that_ends_by_itself_leaves_nothing_either() throws Exception {
    script("echo done");
    Process bench = start("commands", "--quick", "--only", "start");
    try {
      assertTrue(bench.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertEquals(0, bench.exitValue(), this::said);
      assertEquals(List.of(), left());
    } finally {
      end(bench);
    }
  }

  private void script(String text) throws IOException {
    Path launcher = Files.writeString(folder.resolve("caplens"), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// Signals that were ignored where the tests were started, as `nohup` and a shell's background
  /// do, would stay so for a JVM that inherits them.
  private Process start(String... arguments) throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT,HUP,TERM"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:-UsePerfData"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Dcaplens.home=" + folder);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  private List<Path> left() {
    try (Stream<Path> files = Files.list(folder.resolve("temporary"))) {
      return files.toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String said() {
    return read(folder.resolve("said"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void await(String what, @Nullable Process bench, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "never seen: " + what);
      assertTrue(bench == null || bench.isAlive(), this::said);
      Thread.sleep(5);
    }
  }

  private static void signal(String name, long pid) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
    assertEquals(0, kill.waitFor());
  }

  private static void end(Process bench) {
    List<ProcessHandle> all = new ArrayList<>(bench.descendants().toList());
    all.add(bench.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
