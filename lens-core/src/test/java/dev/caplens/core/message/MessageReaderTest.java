package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the memory of a message may be. The build runs this with assertions on and off.
@Tag("without-assertions")
class MessageReaderTest {

  private static final long GIBIBYTE = 1L << 30;

  /// A struct of one data word behind its pointer.
  private static final long[] SEVENTEEN = {0x0000_0001_0000_0000L, 17};

  @Test
  void memory_that_is_never_freed_is_read_where_it_lies() {
    MemorySegment memory = put(Arena.global().allocate(20, 8), SEVENTEEN);

    MessageReader message = MessageReader.inGlobal(memory, Limits.DEFAULT);
    AnyStruct.Reader root = message.root(AnyStruct.TYPE);

    assertEquals(17, root.word(0));
    assertEquals(16, message.segmentBytes(0).byteSize(), "whole words");
    memory.setAtIndex(ValueLayout.JAVA_LONG, 1, 18);
    assertEquals(18, root.word(0), "in place");
  }

  @Test
  void memory_that_could_be_freed_is_not_read_in_place() {
    try (Arena confined = Arena.ofConfined();
        Arena shared = Arena.ofShared()) {
      refusesInGlobal(confined.allocate(16, 8));
      refusesInGlobal(shared.allocate(16, 8));
      refusesInGlobal(Arena.ofAuto().allocate(16, 8));
    }
  }

  @Test
  void memory_on_the_heap_or_between_words_is_not_read_in_place() {
    refusesInGlobal(MemorySegment.ofArray(SEVENTEEN));
    refusesInGlobal(Arena.global().allocate(24, 8).asSlice(4, 16));
  }

  @Test
  void segments_lie_anywhere_in_a_region_in_any_order() {
    MessageBuilder built = MessageBuilder.withSegmentsOf(5);
    MessageBuilderTest.fill(built.initRoot(Node.TYPE));
    Region region = Region.anonymous(1 << 16);
    Places places = Places.ofAll(built, region, i -> (1L << 16) - 1024 * (i + 1));

    MessageReader message = MessageReader.of(region, places.at, places.bytes, Limits.DEFAULT);

    assertTrue(message.segmentCount() > 5);
    MessageBuilderTest.check(message.root(Node.TYPE));
  }

  @Test
  void a_segment_outside_of_the_region_is_refused() {
    Region region = Region.anonymous(64);

    MessageReader.of(region, new long[] {0, 48}, new long[] {8, 16}, Limits.DEFAULT);

    refusesRange(region, 56, 16);
    refusesRange(region, -8, 16);
    refusesRange(region, 4, 16);
    refusesRange(region, 8, -8);
    refusesRange(region, Long.MAX_VALUE - 7, 16);
    refusesRange(region, 8, Long.MAX_VALUE - 7);
  }

  @Test
  void a_message_has_at_least_one_segment() {
    Region region = Region.anonymous(64);

    var none =
        assertThrows(
            IllegalArgumentException.class,
            () -> MessageReader.of(region, new long[0], new long[0], Limits.DEFAULT));
    assertEquals(
        "message in anonymous region of 64 bytes: expected a place and a length for each of its"
            + " segments, got 0 and 0",
        none.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> MessageReader.of(region, new long[] {0, 8}, new long[] {8}, Limits.DEFAULT));
    var noCopy = assertThrows(IllegalArgumentException.class, () -> MessageReader.copyOf());
    assertEquals(
        "message of copied segments: expected at least one, got none", noCopy.getMessage());
  }

  @Test
  void lenses_of_a_released_message_throw_with_assertions_on_and_read_on_without() {
    MessageReader message = MessageReader.copyOf(MemorySegment.ofArray(SEVENTEEN));
    AnyStruct.Reader root = message.root(AnyStruct.TYPE);

    message.release();

    if (MessageReaderTest.class.desiredAssertionStatus()) {
      assertThrows(IllegalStateException.class, () -> root.word(0));
    } else {
      assertEquals(17, root.word(0));
    }
  }

  @Test
  void a_message_is_built_and_read_beyond_two_gibibytes(@TempDir Path folder) throws IOException {
    Path file = sparse(folder);
    Region region = Region.open(file, Access.READ_WRITE);
    long at = 5 * GIBIBYTE - 4096;
    MessageBuilder built = MessageBuilder.in(region, at, 4096);

    MessageBuilderTest.fill(built.initRoot(Node.TYPE));

    assertEquals(1, built.segmentCount());
    long bytes = built.segmentBytes(0).byteSize();
    MessageBuilderTest.check(MessageReader.flat(region, at, bytes).root(Node.TYPE));
    Region again = Region.open(file, Access.READ_ONLY, 4 * GIBIBYTE, GIBIBYTE);
    MessageBuilderTest.check(MessageReader.flat(again, GIBIBYTE - 4096, bytes).root(Node.TYPE));
  }

  @Test
  void segments_that_lie_gibibytes_apart_are_one_message(@TempDir Path folder) throws IOException {
    Region region = Region.open(sparse(folder), Access.READ_WRITE);
    MessageBuilder built = MessageBuilder.withSegmentsOf(16);
    MessageBuilderTest.fill(built.initRoot(Node.TYPE));
    Places places = Places.ofAll(built, region, i -> (4 - i % 5) * GIBIBYTE + 4096L * i);

    MessageReader message = MessageReader.of(region, places.at, places.bytes, Limits.DEFAULT);

    assertTrue(message.segmentCount() > 1);
    MessageBuilderTest.check(message.root(Node.TYPE));
  }

  @Test
  void a_struct_lies_three_gibibytes_behind_its_pointer(@TempDir Path folder) throws IOException {
    Region region = Region.open(sparse(folder), Access.READ_WRITE);
    region.segment().set(ValueLayout.JAVA_LONG, 0, 0x0000_0001_5fff_fffcL); // 0x17ffffff words on
    region.segment().set(ValueLayout.JAVA_LONG, 3 * GIBIBYTE, 42);

    MessageReader message = MessageReader.flat(region, 0, region.size());

    assertEquals(42, message.root(AnyStruct.TYPE).word(0));
  }

  /// Where the segments of a message stand in a region.
  private record Places(long[] at, long[] bytes) {

    /// Copies them there.
    static Places ofAll(Message message, Region region, Place place) {
      int count = message.segmentCount();
      long[] at = LongStream.range(0, count).map(place::of).toArray();
      long[] bytes = new long[count];
      for (int i = 0; i < count; i++) {
        MemorySegment segment = message.segmentBytes(i);
        bytes[i] = segment.byteSize();
        MemorySegment.copy(segment, 0, region.segment(), at[i], bytes[i]);
      }
      return new Places(at, bytes);
    }
  }

  private interface Place {
    long of(long segment);
  }

  private static Path sparse(Path folder) throws IOException {
    Path file = folder.resolve("sparse");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(5 * GIBIBYTE);
    }
    return file;
  }

  private static MemorySegment put(MemorySegment memory, long... words) {
    MemorySegment.copy(words, 0, memory, ValueLayout.JAVA_LONG, 0, words.length);
    return memory;
  }

  private static void refusesInGlobal(MemorySegment memory) {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> MessageReader.inGlobal(memory, Limits.DEFAULT));
    assertEquals(
        "message in place: expected aligned native memory of the global scope, got "
            + memory
            + "; copy it in with MessageReader.copyOf",
        refused.getMessage());
  }

  private static void refusesRange(Region region, long at, long bytes) {
    long[] places = {0, at};
    long[] lengths = {8, bytes};
    var refused =
        assertThrows(
            IndexOutOfBoundsException.class,
            () -> MessageReader.of(region, places, lengths, Limits.DEFAULT));
    assertEquals(
        "message in %s: expected whole words within its 64 bytes, got %d bytes at %d"
            .formatted(region, bytes, at),
        refused.getMessage());
  }
}
