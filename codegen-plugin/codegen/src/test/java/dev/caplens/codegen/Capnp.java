package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The reference tool as a peer of the tests, and the generator as a user would call it.
final class Capnp {
  private Capnp() {}

  /// Skips the test where the reference tool is missing; in CI its absence is a failure.
  static void require() {
    try {
      new ProcessBuilder("capnp", "--version").start().waitFor();
    } catch (IOException missing) {
      String text = "needs the reference tool: apt-get install capnproto";
      if (System.getenv("CI") != null && !System.getenv("CI").isEmpty()) {
        throw new AssertionError(text, missing);
      }
      abort(text);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /// Runs the generator, which must succeed without a word.
  static void generate(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status = run(said, arguments);
    assertEquals("", said.toString(StandardCharsets.UTF_8));
    assertEquals(0, status);
  }

  /// Runs the generator and gives its status; what it says goes to `said`.
  static int run(ByteArrayOutputStream said, String... arguments) {
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.run(arguments, new ByteArrayInputStream(new byte[0]), err);
  }

  /// Runs the reference tool with bytes on its standard input and gives those on its output.
  static byte[] tool(byte[] in, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("capnp"));
    command.addAll(List.of(arguments));
    Path input = Files.createTempFile("capnp", ".in");
    try {
      Files.write(input, in);
      ProcessBuilder builder = new ProcessBuilder(command).redirectInput(input.toFile());
      Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      byte[] out = process.getInputStream().readAllBytes();
      assertEquals(0, process.waitFor(), () -> "status of " + String.join(" ", command));
      return out;
    } finally {
      Files.delete(input);
    }
  }
}
