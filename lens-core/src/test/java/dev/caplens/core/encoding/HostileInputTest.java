package dev.caplens.core.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.IntList;
import dev.caplens.core.message.LimitReached;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HostileInputTest {

  @Test
  void a_frame_that_is_cut_short_anywhere_is_refused() throws IOException {
    byte[] frame = Corpus.message("alltypes.segmented");
    for (int length = 0; length < frame.length; length++) {
      byte[] part = Arrays.copyOf(frame, length);

      assertThrows(MalformedMessage.class, () -> Framing.read(part));
      assertThrows(MalformedMessage.class, () -> inPlace(part));
      if (length == 0) {
        assertNull(stream(part));
      } else {
        assertThrows(MalformedMessage.class, () -> stream(part));
      }
    }
    assertNotNull(stream(frame));
  }

  @Test
  void a_packed_frame_that_is_cut_short_anywhere_is_refused() throws IOException {
    byte[] frame = Corpus.message("alltypes.segmented-packed");
    for (int length = 0; length < frame.length; length++) {
      byte[] part = Arrays.copyOf(frame, length);

      assertThrows(MalformedMessage.class, () -> Packing.read(part), "cut at " + length);
    }
    assertEquals(Corpus.message("alltypes.segmented").length, Framing.size(Packing.read(frame)));
  }

  @Test
  void a_packed_stream_that_is_cut_short_anywhere_is_refused() throws IOException {
    byte[] frame = Corpus.message("alltypes.segmented-packed");
    for (int length = 0; length < frame.length; length++) {
      byte[] part = Arrays.copyOf(frame, length);

      if (length == 0) {
        assertNull(packedStream(part));
      } else {
        assertThrows(MalformedMessage.class, () -> packedStream(part), "cut at " + length);
      }
    }
    assertNotNull(packedStream(frame));
  }

  @Test
  void a_message_without_a_table_that_is_cut_short_anywhere_is_refused_when_it_is_followed()
      throws IOException {
    byte[] flat = Corpus.message("alltypes.flat");
    for (int length = 0; length < flat.length; length++) {
      byte[] part = Arrays.copyOf(flat, length);
      assertThrows(MalformedMessage.class, () -> copy(Flat.read(part)), "cut at " + length);
    }
    byte[] packed = Corpus.message("alltypes.packedflat");
    for (int length = 0; length < packed.length; length++) {
      byte[] part = Arrays.copyOf(packed, length);
      assertThrows(
          MalformedMessage.class,
          () -> copy(Packing.readFlat(part, Limits.DEFAULT)),
          "packed, cut at " + length);
    }

    assertArrayEquals(flat, Flat.toBytes(copy(Flat.read(flat))));
    assertArrayEquals(flat, Flat.toBytes(copy(Packing.readFlat(packed, Limits.DEFAULT))));
  }

  @Test
  void a_run_beyond_the_end_of_the_message_is_refused() {
    byte[] frame = {
      0x10, 1, // one segment of 1 word
      0, 1 // its word is zero, and so is one more
    };

    var error = assertThrows(MalformedMessage.class, () -> Packing.read(frame));

    assertEquals(
        "packed run: expected at most 0 words up to the end of the message's part, got 1; the input"
            + " is damaged or is not packed",
        error.getMessage());
  }

  @Test
  void a_stream_has_at_most_511_segments_and_an_array_any_number() throws IOException {
    byte[] most = segments(511);
    byte[] tooMany = segments(512);

    assertEquals(511, Objects.requireNonNull(stream(most)).segmentCount());
    var error = assertThrows(LimitReached.class, () -> stream(tooMany));
    assertEquals(
        "segment limit of 511 reached by a frame of 512 segments; if the message is honest, raise it"
            + " with Limits.withSegments",
        error.getMessage());
    assertEquals(512, Framing.read(tooMany).segmentCount());
  }

  @Test
  void a_packed_frame_has_at_most_511_segments_wherever_it_comes_from() throws IOException {
    byte[] most = Packing.toBytes(Framing.read(segments(511)));
    byte[] tooMany = Packing.toBytes(Framing.read(segments(512)));

    assertEquals(511, Packing.read(most).segmentCount());
    assertEquals(511, Objects.requireNonNull(packedStream(most)).segmentCount());
    assertThrows(LimitReached.class, () -> Packing.read(tooMany));
    assertThrows(LimitReached.class, () -> packedStream(tooMany));
    Limits higher = Limits.DEFAULT.withSegments(512);
    assertEquals(512, Packing.read(MemorySegment.ofArray(tooMany), higher).segmentCount());
  }

  @Test
  void a_frame_in_memory_announces_no_more_segments_than_the_heap_can_bear() {
    Region region = Region.anonymous(4L * (65_537 + 1));
    MemorySegment frame = region.segment();

    frame.set(ValueLayout.JAVA_INT, 0, 65_535); // 65,536 segments, all empty
    assertEquals(65_536, Framing.read(region, 0).segmentCount());
    frame.set(ValueLayout.JAVA_INT, 0, 65_536);
    var error = assertThrows(LimitReached.class, () -> Framing.read(region, 0, Limits.TRUSTED));
    assertEquals(
        "segment limit of 65536 for a frame in memory reached by a frame of 65537 segments; if the"
            + " message is honest, raise it with Limits.withSegments",
        error.getMessage());
    Limits higher = Limits.DEFAULT.withSegments(65_537);
    assertEquals(65_537, Framing.read(region, 0, higher).segmentCount());
  }

  @Test
  void sizes_that_would_overflow_are_refused() throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(8 * 3).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(3).putInt(-1).putInt(-1).putInt(-1).putInt(-1);

    assertThrows(MalformedMessage.class, () -> Framing.read(frame.array()));
    assertThrows(LimitReached.class, () -> stream(frame.array()));
    ByteBuffer many = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(-1);
    assertThrows(MalformedMessage.class, () -> Framing.read(many.array()));
    assertThrows(LimitReached.class, () -> stream(many.array()));
  }

  @Test
  void memory_is_taken_as_bytes_arrive_and_not_as_a_frame_claims() {
    ByteBuffer claim = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    claim.putInt(0).putInt(-1); // one segment of 32 GiB

    var error =
        assertThrows(
            MalformedMessage.class,
            () ->
                Framing.read(
                    Channels.newChannel(new ByteArrayInputStream(claim.array())), Limits.TRUSTED));

    assertTrue(error.toString().contains("1048568"), error.toString());
  }

  @Test
  void a_message_of_many_leaps_arrives_whole() throws IOException {
    MessageBuilder message = MessageBuilder.create(16);
    int[] numbers = new SplittableRandom(1).ints(20_000_000).toArray();
    message
        .initRoot(AnyStruct.ofSize(0, 1))
        .pointerAtIndex(0)
        .init(IntList.TYPE, numbers.length)
        .copyFrom(numbers, 0, 0, numbers.length);

    ByteArrayInputStream bytes = new ByteArrayInputStream(Framing.toBytes(message));
    MessageReader copy = Framing.read(Channels.newChannel(bytes), Limits.TRUSTED);

    AnyStruct.Reader root = Objects.requireNonNull(copy).root(AnyStruct.TYPE);
    assertArrayEquals(numbers, root.pointerAtIndex(0).as(IntList.TYPE).toArray());
  }

  @Test
  void a_flat_message_has_whole_words() {
    var error = assertThrows(MalformedMessage.class, () -> Flat.read(new byte[13]));

    assertEquals(
        "flat message: expected 16 bytes, got 13; the message is cut short or is not of this"
            + " encoding",
        error.getMessage());
  }

  @Test
  void what_packs_well_does_not_exceed_the_limit_when_unpacked() {
    byte[] bomb = new byte[100_000];
    for (int i = 1; i < bomb.length; i += 2) {
      bomb[i] = -1; // 256 zero words in two bytes
    }

    assertThrows(
        LimitReached.class,
        () -> Packing.readFlat(bomb, Limits.DEFAULT.withTraversalWords(1 << 20)));
  }

  @Test
  void messages_in_a_row_are_read_one_by_one() throws IOException {
    byte[] one = Corpus.message("alltypes.segmented");
    byte[] three = new byte[one.length * 3];
    for (int i = 0; i < 3; i++) {
      System.arraycopy(one, 0, three, i * one.length, one.length);
    }
    ByteArrayInputStream stream = new ByteArrayInputStream(three);
    Region region = Region.anonymous(three.length);
    MemorySegment.copy(MemorySegment.ofArray(three), 0, region.segment(), 0, three.length);

    long at = 0;
    for (int i = 0; i < 3; i++) {
      MessageReader streamed = Objects.requireNonNull(Framing.read(stream, Limits.DEFAULT));
      MessageReader inPlace = Framing.read(region, at);
      assertArrayEquals(one, Framing.toBytes(streamed));
      assertArrayEquals(one, Framing.toBytes(inPlace));
      at += Framing.size(inPlace);
    }

    assertNull(Framing.read(stream, Limits.DEFAULT));
    assertEquals(three.length, at);
  }

  @Test
  void random_damage_gives_an_error_or_a_value_and_nothing_else() throws IOException {
    long seed = Long.getLong("caplens.seed", System.nanoTime());
    System.out.println("HostileInputTest seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    byte[] frame = Corpus.message("alltypes.segmented");
    byte[] packed = Corpus.message("alltypes.packed");
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = damage(i % 2 == 0 ? frame : packed, random);
      try {
        MessageReader message = i % 2 == 0 ? Framing.read(damaged) : Packing.read(damaged);
        MessageBuilder.create().setRoot(message.root(AnyStruct.TYPE));
      } catch (MalformedMessage | LimitReached expected) {
        assertNotNull(expected.getMessage());
      }
    }
  }

  static byte[] damage(byte[] frame, SplittableRandom random) {
    byte[] damaged = frame.clone();
    for (int n = random.nextInt(1, 4); n > 0; n--) {
      int at = random.nextInt(damaged.length);
      damaged[at] =
          (byte) (random.nextBoolean() ? random.nextInt() : damaged[at] ^ 1 << random.nextInt(8));
    }
    return damaged;
  }

  private static byte[] segments(int count) {
    MessageBuilder message = MessageBuilder.withSegmentsOf(1);
    AnyStruct.Builder root = message.initRoot(AnyStruct.ofSize(0, count - 2));
    for (int i = 0; message.segmentCount() < count; i++) {
      root.pointerAtIndex(i).init(AnyStruct.ofSize(1, 0));
    }
    return Framing.toBytes(message);
  }

  private static @Nullable MessageReader stream(byte[] bytes) throws IOException {
    return Framing.read(Channels.newChannel(new ByteArrayInputStream(bytes)), Limits.DEFAULT);
  }

  private static @Nullable MessageReader packedStream(byte[] bytes) throws IOException {
    return MessageSource.packed(
            Channels.newChannel(new ByteArrayInputStream(bytes)), Limits.DEFAULT)
        .next();
  }

  private static MessageBuilder copy(MessageReader message) {
    MessageBuilder copy = MessageBuilder.create();
    copy.setRoot(message.root(AnyStruct.TYPE));
    return copy;
  }

  private static MessageReader inPlace(byte[] bytes) {
    Region region = Region.anonymous(Math.max(8, bytes.length & -8));
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, region.segment(), 0, bytes.length & -8);
    return bytes.length < 8 ? Framing.read(bytes) : Framing.read(region, 0);
  }
}
