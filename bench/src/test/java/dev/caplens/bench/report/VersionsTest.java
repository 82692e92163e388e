package dev.caplens.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.flatbuffers.FlatBufferBuilder;
import com.google.protobuf.Message;
import com.lmax.disruptor.RingBuffer;
import io.aeron.Aeron;
import java.util.Map;
import java.util.Optional;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.capnproto.MessageBuilder;
import org.jctools.queues.SpscArrayQueue;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

/// The versions that a run keeps are those of what it measured.
class VersionsTest {

  private static final Map<String, Class<?>> MEASURED =
      Map.of(
          "aeron", Aeron.class,
          "agrona", OneToOneRingBuffer.class,
          "disruptor", RingBuffer.class,
          "flatbuffers-java", FlatBufferBuilder.class,
          "jackson-databind", ObjectMapper.class,
          "jctools", SpscArrayQueue.class,
          "jmh", Benchmark.class,
          "org.capnproto:runtime", MessageBuilder.class,
          "protobuf-java", Message.class);

  @Test
  void a_library_has_the_version_of_its_jar() throws InterruptedException {
    Map<String, String> versions = Versions.here();

    MEASURED.forEach((name, part) -> {
      String jar = part.getProtectionDomain().getCodeSource().getLocation().getPath();
      assertTrue(jar.endsWith("-" + versions.get(name) + ".jar"), name + ": " + jar);
    });
  }

  @Test
  void the_build_put_in_every_version() throws InterruptedException {
    Versions.here()
        .forEach((name, version) ->
            assertTrue(version.matches("[0-9]+(\\.[0-9]+)+"), name + ": " + version));
  }

  @Test
  void a_program_says_its_own() throws InterruptedException {
    Optional<String> version = Versions.ask("bash");

    assertTrue(version.orElse("").matches("[0-9]+(\\.[0-9]+)+"), version.toString());
  }

  @Test
  void a_program_that_is_not_there_is_left_out() throws InterruptedException {
    assertEquals(Optional.empty(), Versions.ask("no-such-program"));
  }
}
