package dev.caplens.codegen.compiler;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reference schema compiler, `capnp`, as an oracle.
public final class Reference {

  /// What it wrote to its standard output and error.
  record Outcome(byte[] output, String errors) {}

  private Reference() {}

  /// Skips the test where the tool is missing; in CI that is a failure.
  public static void require() {
    try {
      new ProcessBuilder("capnp", "--version").start().waitFor();
    } catch (IOException missing) {
      missing("needs the reference tool: apt-get install capnproto libcapnp-dev");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Skips the test, or fails it in CI, since something that it compares with is missing.
  public static void missing(String text) {
    String ci = System.getenv("CI");
    if (ci != null && !ci.isEmpty()) {
      throw new AssertionError(text);
    }
    abort(text);
  }

  static Outcome compile(Path directory, List<String> files) {
    List<String> command = new ArrayList<>(List.of("capnp", "compile", "-o-"));
    command.addAll(files);
    return run(directory, command, null);
  }

  /// The source text that the tool `capnpc-capnp` prints for a request.
  static String print(Path request) {
    Outcome outcome = run(Path.of("").toAbsolutePath(), List.of("capnpc-capnp"), request);
    return new String(outcome.output(), StandardCharsets.UTF_8);
  }

  /// Converts messages of a type between formats. What it refuses is missing in the output.
  static byte[] convert(Path schema, String type, byte[] input, String conversion, String... more)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("capnp", "convert", "--quiet"));
    command.addAll(List.of(more));
    command.addAll(List.of(conversion, schema.toString(), type));
    Path file = Files.createTempFile("reference", ".in");
    try {
      Files.write(file, input);
      return run(Path.of("").toAbsolutePath(), command, file).output();
    } finally {
      Files.delete(file);
    }
  }

  private static Outcome run(Path directory, List<String> command, @Nullable Path input) {
    try {
      Path errors = Files.createTempFile("reference", ".err");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(errors.toFile());
        // Some nested unions were laid out wrongly before 0.6; unless told so, the tool refuses
        // them.
        builder.environment().put("CAPNP_IGNORE_ISSUE_344", "1");
        builder.environment().put("PWD", directory.toString());
        if (input != null) {
          builder.redirectInput(input.toFile());
        }
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        process.waitFor();
        return new Outcome(output, Files.readString(errors));
      } finally {
        Files.delete(errors);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
