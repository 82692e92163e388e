package dev.caplens.core.encoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Debian's `capnp`, the oracle. `convert` takes many messages in a row, so one process serves many
/// cases.
public final class ReferenceTool {

  /// A damaged message can make the tool ask for all the memory of the machine, so it gets 4 GB.
  private static final String WITHIN_MEMORY = "ulimit -v 4000000; exec \"$@\"";

  /// What a run gave.
  public record Answer(int status, byte[] output, String error) {}

  private ReferenceTool() {}

  /// Skips the test where the tool is missing, or fails where it must not be.
  public static void require() {
    boolean present = tool().isPresent();
    String text = "capnp is missing: apt-get install capnproto";
    if (System.getenv("CI") != null && !System.getenv("CI").isEmpty()) {
      Assertions.assertTrue(present, text);
    }
    Assumptions.assumeTrue(present, text);
  }

  private static Optional<Path> tool() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, "capnp"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// A schema with a struct `Any`. The conversions between binary forms do not look at the type.
  static Path anySchema(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("any.capnp"), "@0xb8d21a0b0b4e1f05;\nstruct Any { any @0 :AnyPointer; }\n");
  }

  /// Runs `capnp convert`, which must succeed. It is `--quiet`, since its guess at the format is
  /// sometimes wrong.
  public static byte[] convert(
      byte[] input, String conversion, Path schema, String type, String... more)
      throws IOException, InterruptedException {
    Answer answer = tryConvert(input, conversion, schema, type, more);
    Assertions.assertEquals(0, answer.status(), answer::error);
    return answer.output();
  }

  public static Answer tryConvert(
      byte[] input, String conversion, Path schema, String type, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("convert", "--quiet"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of(conversion, schema.toString(), type));
    return run(input, arguments);
  }

  /// The request for a schema, framed.
  public static byte[] compile(Path schema) throws IOException, InterruptedException {
    Answer answer = run(new byte[0], List.of("compile", "-o-", schema.toString()));
    Assertions.assertEquals(0, answer.status(), answer::error);
    return answer.output();
  }

  private static Answer run(byte[] input, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WITHIN_MEMORY, "sh"));
    command.add(tool().orElseThrow().toString());
    command.addAll(arguments);
    Path error = Files.createTempFile("capnp", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(error.toFile());
    builder
        .environment()
        .put("PATH", ""); // or each refusal waits for addr2line to find the tool's own lines
    Process process = builder.start();
    Thread writer = Thread.ofVirtual().start(() -> feed(process, input));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    process.getInputStream().transferTo(output);
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    writer.join();
    String text = Files.readString(error);
    Files.delete(error);
    return new Answer(ended ? process.exitValue() : -1, output.toByteArray(), text);
  }

  private static void feed(Process process, byte[] input) {
    try (OutputStream target = process.getOutputStream()) {
      target.write(input);
    } catch (IOException closed) {
      // The tool stops reading when it refuses a message; its status tells.
    }
  }
}
