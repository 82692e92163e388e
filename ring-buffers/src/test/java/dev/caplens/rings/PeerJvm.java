package dev.caplens.rings;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Another JVM, which runs a main class of the tests and tells in lines what it does. Who closes
/// this kills it.
final class PeerJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader lines;

  private PeerJvm(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  static PeerJvm start(Class<?> main, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new PeerJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  private static String classPath() {
    String modules = System.getProperty("jdk.module.path", "");
    String classes = System.getProperty("java.class.path", "");
    Path tests = Path.of("target", "test-classes").toAbsolutePath();
    return String.join(File.pathSeparator, tests.toString(), modules, classes);
  }

  /// The next line that it writes.
  String line() throws IOException {
    return Objects.requireNonNull(lines.readLine(), "the peer has ended");
  }

  /// Reads lines until one is `expected`.
  void awaitLine(String expected) throws IOException {
    while (!line().equals(expected)) {
      // It tells something else first.
    }
  }

  /// SIGKILL; it is dead and gone when this returns.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Waits for its end and returns its exit status.
  int join() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    kill();
  }
}
