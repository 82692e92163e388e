package dev.caplens.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.caplens.layout.Cell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/// A C program of the tests, compiled with every warning against the headers that Caplens ships.
final class CProgram {

  private static final String INSTALL =
      "there is no gcc; install it (apt-get install gcc libc6-dev)";

  private final Path binary;

  private CProgram(Path binary) {
    this.binary = binary;
  }

  /// Compiles a source that lies beside the tests.
  static CProgram compile(Path folder, String name) throws Exception {
    return compile(folder, name, CProgram.class.getResourceAsStream(name + ".c"));
  }

  static CProgram compile(Path folder, String name, InputStream source) throws Exception {
    requireCompiler();
    put(folder.resolve(name + ".c"), source);
    put(
        folder.resolve("caplens.h"),
        FutexWaiter.class.getResourceAsStream("/META-INF/caplens/c/caplens.h"));
    put(
        folder.resolve("caplens_map.h"),
        Cell.class.getResourceAsStream("/META-INF/caplens/c/caplens_map.h"));
    Process compiler =
        new ProcessBuilder(
                List.of(
                    "gcc",
                    "-Wall",
                    "-Wextra",
                    "-Werror",
                    "-std=c11",
                    "-O2",
                    "-o",
                    name,
                    name + ".c"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, compiler.waitFor(), said);
    return new CProgram(folder.resolve(name));
  }

  private static void requireCompiler() throws InterruptedException {
    try {
      Process gcc = new ProcessBuilder("gcc", "--version").start();
      gcc.getInputStream().readAllBytes();
      gcc.waitFor();
    } catch (IOException missing) {
      if (!Objects.requireNonNullElse(System.getenv("CI"), "").isEmpty()) {
        fail(INSTALL);
      }
      Assumptions.abort(INSTALL);
    }
  }

  private static void put(Path file, InputStream content) throws IOException {
    try (content) {
      Files.write(file, Objects.requireNonNull(content, file + " is missing").readAllBytes());
    }
  }

  /// Where the program stands.
  Path binary() {
    return binary;
  }

  Running start(Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(binary.toString());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new Running(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /// Runs it to its end, without input, and returns what it said.
  List<String> run(int expectedStatus, Object... arguments) throws Exception {
    try (Running running = start(arguments)) {
      running.end();
      List<String> lines = running.lines.lines().toList();
      assertEquals(expectedStatus, running.join(), lines.toString());
      return lines;
    }
  }

  /// One run of it, killed when this is closed.
  static final class Running implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private Running(Process process) {
      this.process = process;
      this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Sends it a line, and returns the one with which it answers.
    String ask(String line) throws IOException {
      Writer writer = process.outputWriter(StandardCharsets.UTF_8);
      writer.write(line + "\n");
      writer.flush();
      return line();
    }

    /// Tells it that there is nothing more to say.
    void end() throws IOException {
      process.outputWriter(StandardCharsets.UTF_8).close();
    }

    String line() throws IOException {
      return Objects.requireNonNull(lines.readLine(), "the program has ended");
    }

    int join() throws InterruptedException {
      return process.waitFor();
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}
