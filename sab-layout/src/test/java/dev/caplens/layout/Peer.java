package dev.caplens.layout;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Another process of a test: a JVM that runs a main class of the tests, or a shell. It tells in
/// lines what it does. Who closes this kills it.
public final class Peer implements AutoCloseable {

  private final Process process;
  private final BufferedReader lines;

  private Peer(List<String> command) throws IOException {
    this.process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /// A JVM with the class path of the tests.
  public static Peer jvm(Class<?> main, Object... arguments) throws IOException {
    return new Peer(jvmCommand(main, arguments));
  }

  /// The command line of such a JVM.
  public static List<String> jvmCommand(Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  /// A shell that runs a script.
  public static Peer shell(String script) throws IOException {
    return new Peer(List.of("sh", "-c", script));
  }

  /// A process that does nothing.
  public static Peer idle() throws IOException {
    return shell("exec sleep 600");
  }

  private static String classPath() {
    String modules = System.getProperty("jdk.module.path", "");
    String classes = System.getProperty("java.class.path", "");
    Path tests = Path.of("target", "test-classes").toAbsolutePath();
    return String.join(File.pathSeparator, tests.toString(), modules, classes);
  }

  /// Its process id.
  public long pid() {
    return process.pid();
  }

  /// The next line that it writes.
  public String line() throws IOException {
    return Objects.requireNonNull(lines.readLine(), "the peer has ended");
  }

  /// Sends it a line.
  public void say(String line) throws IOException {
    Writer writer = process.outputWriter(StandardCharsets.UTF_8);
    writer.write(line + "\n");
    writer.flush();
  }

  /// SIGKILL, for it and all that it has started; it is dead and gone when this returns.
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  /// Waits for its end and returns its exit status.
  public int join() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    kill();
  }
}
