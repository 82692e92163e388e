package dev.caplens.cli.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.MessageBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Long streams through a process with little memory.
class StreamTest {

  private static final int MESSAGES = 2_000;

  /// 128 KiB of data each, so that all of them together are many times the memory given.
  private static byte[] message() {
    MessageBuilder message = MessageBuilder.create();
    message.initRoot(AnyStruct.ofSize(16_384, 0));
    return Framing.toBytes(message);
  }

  @Test
  void memory_is_bounded_by_the_largest_message() throws Exception {
    byte[] message = message();
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-Xmx24m",
                    "-XX:MaxDirectMemorySize=16m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.caplens.cli.Caplens",
                    "convert",
                    "binary:binary"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread writer = Thread.ofVirtual().start(() -> feed(process, message));

    long bytes = 0;
    byte[] block = new byte[1 << 16];
    for (int got; (got = process.getInputStream().read(block)) >= 0; ) {
      bytes += got;
    }
    writer.join();

    assertEquals(0, process.waitFor());
    assertEquals((long) MESSAGES * message.length, bytes);
  }

  private static void feed(Process process, byte[] message) {
    try (OutputStream out = process.getOutputStream()) {
      for (int i = 0; i < MESSAGES; i++) {
        out.write(message);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
