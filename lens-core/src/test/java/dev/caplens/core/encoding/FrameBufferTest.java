package dev.caplens.core.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameBufferTest {

  private final FrameBuffer buffer = new FrameBuffer(Limits.DEFAULT);

  @Test
  void one_buffer_serves_messages_of_any_size() {
    long seed = Long.getLong("caplens.seed", System.nanoTime());
    System.out.println("FrameBufferTest seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    byte[] target = new byte[1 << 16];
    for (int i = 0; i < 300; i++) {
      MessageBuilder message = RandomMessage.build(random);

      int framed = buffer.write(message, target, 3);
      assertArrayEquals(
          Framing.toBytes(message), Arrays.copyOfRange(target, 3, 3 + framed), "seed " + seed);
      assertArrayEquals(Framing.toBytes(message), Framing.toBytes(buffer.read(target, 3, framed)));

      int packed = buffer.writePacked(message, target, 5);
      assertArrayEquals(
          Packing.toBytes(message), Arrays.copyOfRange(target, 5, 5 + packed), "seed " + seed);
      assertArrayEquals(
          Framing.toBytes(message), Framing.toBytes(buffer.readPacked(target, 5, packed)));
    }
  }

  @Test
  void a_message_that_was_read_before_is_released() throws Exception {
    byte[] frame = Corpus.message("alltypes.binary");
    MessageReader first = buffer.read(frame, 0, frame.length);
    AnyStruct.Reader root = first.root(AnyStruct.TYPE);

    buffer.read(frame, 0, frame.length);

    assertThrows(IllegalStateException.class, () -> root.word(0));
  }

  @Test
  void what_does_not_fit_is_refused() throws Exception {
    byte[] frame = Corpus.message("alltypes.binary");
    MessageReader message = buffer.read(frame, 0, frame.length);

    assertThrows(
        IndexOutOfBoundsException.class,
        () -> buffer.write(message, new byte[frame.length - 1], 0));
    assertThrows(IndexOutOfBoundsException.class, () -> buffer.read(frame, 1, frame.length));
    assertThrows(MalformedMessage.class, () -> buffer.readPacked(frame, 0, 0));
    assertEquals(frame.length, buffer.write(message, new byte[frame.length], 0));
  }
}
