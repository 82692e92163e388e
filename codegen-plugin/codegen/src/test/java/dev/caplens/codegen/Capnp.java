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
public final class Capnp {
  private Capnp() {}

  /// Skips the test where the reference tool is missing; in CI its absence is a failure.
  public static void require() {
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

  private static String about(byte[] in) {
    return " with the input "
        + new String(in, 0, Math.min(in.length, 2000), StandardCharsets.UTF_8);
  }

  /// Runs the reference tool with bytes on its standard input and gives those on its output.
  public static byte[] tool(byte[] in, String... arguments)
      throws IOException, InterruptedException {
    // On damaged input the tool can ask for all memory of the machine.
    List<String> limited = List.of("/bin/sh", "-c", "ulimit -v 4000000; exec \"$@\"", "sh");
    List<String> command = new ArrayList<>(limited);
    command.add("capnp");
    command.addAll(List.of(arguments));
    Path input = Files.createTempFile("capnp", ".in");
    try {
      Files.write(input, in);
      ProcessBuilder builder = new ProcessBuilder(command).redirectInput(input.toFile());
      // Some nested unions were laid out wrongly before 0.6; unless told so, the tool refuses them.
      builder.environment().put("CAPNP_IGNORE_ISSUE_344", "1");
      Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      byte[] out = process.getInputStream().readAllBytes();
      assertEquals(0, process.waitFor(), () -> String.join(" ", command) + about(in));
      return out;
    } finally {
      Files.delete(input);
    }
  }
}
