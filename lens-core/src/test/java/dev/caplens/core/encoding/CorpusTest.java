package dev.caplens.core.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.Equality;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {

  @TempDir Path folder;

  @Test
  void the_six_binary_encodings_hold_the_same_value() throws IOException {
    AnyStruct.Reader expected = root(Framing.read(Corpus.message("alltypes.binary")));

    List<MessageReader> others =
        List.of(
            Flat.read(Corpus.message("alltypes.flat")),
            Packing.read(Corpus.message("alltypes.packed")),
            Packing.readFlat(Corpus.message("alltypes.packedflat"), Limits.DEFAULT),
            Framing.read(Corpus.message("alltypes.segmented")),
            Packing.read(Corpus.message("alltypes.segmented-packed")));

    for (MessageReader other : others) {
      assertEquals(Equality.EQUAL, Equality.of(expected, root(other)));
    }
    assertTrue(others.get(3).segmentCount() > 1, "the segmented one has far pointers");
  }

  @Test
  void what_is_written_agrees_byte_for_byte() throws IOException {
    MessageReader message = Framing.read(Corpus.message("alltypes.binary"));
    MessageBuilder copy = MessageBuilder.create();
    copy.setRoot(root(message));

    assertArrayEquals(Corpus.message("alltypes.binary"), Framing.toBytes(copy));
    assertArrayEquals(Corpus.message("alltypes.flat"), Flat.toBytes(copy));
    assertArrayEquals(Corpus.message("alltypes.packed"), Packing.toBytes(copy));
    assertArrayEquals(Corpus.message("alltypes.packedflat"), Packing.toFlatBytes(copy));
  }

  @Test
  void regions_are_written_and_read_in_place_byte_for_byte() throws IOException {
    Region wire = Region.anonymous(1 << 16);
    Region scratch = Region.anonymous(1 << 16);
    for (String name : List.of("alltypes.binary", "alltypes.segmented")) {
      MessageReader message = Framing.read(Corpus.message(name));

      long framed = Framing.write(message, wire, 64);
      assertArrayEquals(Corpus.message(name), bytes(wire, 64, framed));
      assertEquals(Equality.EQUAL, Equality.of(root(message), root(Framing.read(wire, 64))));

      long packed = Packing.write(message, wire, 128);
      assertArrayEquals(Packing.toBytes(message), bytes(wire, 128, packed));
      MessageReader unpacked = Packing.read(wire, 128, packed, scratch, Limits.DEFAULT);
      assertEquals(Equality.EQUAL, Equality.of(root(message), root(unpacked)));
    }
  }

  @Test
  void a_message_beyond_two_gibibytes_is_written_and_read_in_place() throws IOException {
    Path file = folder.resolve("sparse");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(5L << 30);
    }
    Region region = Region.open(file, Access.READ_WRITE);
    MessageReader message = Framing.read(Corpus.message("alltypes.segmented"));

    for (long at : new long[] {(2L << 30) - 64, (3L << 30) + 8, (4L << 30) - 8}) {
      long framed = Framing.write(message, region, at);

      assertArrayEquals(Corpus.message("alltypes.segmented"), bytes(region, at, framed));
      assertEquals(Equality.EQUAL, Equality.of(root(message), root(Framing.read(region, at))));
    }
  }

  @Test
  void a_scratch_that_is_too_small_is_replaced() throws IOException {
    Region wire = Region.anonymous(1 << 16);
    MessageReader message = Framing.read(Corpus.message("alltypes.binary"));
    long packed = Packing.write(message, wire, 0);

    MessageReader unpacked = Packing.read(wire, 0, packed, Region.anonymous(8), Limits.DEFAULT);

    assertEquals(Equality.EQUAL, Equality.of(root(message), root(unpacked)));
  }

  @Test
  void a_region_without_room_is_refused() throws IOException {
    MessageReader message = Framing.read(Corpus.message("alltypes.binary"));
    long framed = Framing.size(message);
    Region small = Region.anonymous(framed);

    assertEquals(framed, Framing.write(message, small, 0));
    IndexOutOfBoundsException refused =
        assertThrows(IndexOutOfBoundsException.class, () -> Framing.write(message, small, 8));
    assertEquals(
        "message to write to anonymous region of %d bytes: expected a multiple of 8 with room for %d bytes behind it, got 8; take a larger region"
            .formatted(framed, framed),
        refused.getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> Packing.write(message, small, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> Framing.write(message, small, -8));
  }

  @Test
  void packed_bytes_of_a_region_that_end_early_are_malformed() throws IOException {
    Region wire = Region.anonymous(1 << 16);
    Region scratch = Region.anonymous(1 << 16);
    MessageReader message = Framing.read(Corpus.message("alltypes.binary"));
    long packed = Packing.write(message, wire, 0);

    for (long bytes = 0; bytes < packed; bytes++) {
      long cut = bytes;
      assertThrows(
          MalformedMessage.class, () -> Packing.read(wire, 0, cut, scratch, Limits.DEFAULT));
    }
  }

  private static byte[] bytes(Region region, long at, long bytes) {
    return region.segment().asSlice(at, bytes).toArray(ValueLayout.JAVA_BYTE);
  }

  @Test
  void segments_pack_and_unpack_byte_for_byte() throws IOException {
    byte[] segmented = Corpus.message("alltypes.segmented");
    byte[] packed = Corpus.message("alltypes.segmented-packed");

    assertArrayEquals(packed, Packing.toBytes(Framing.read(segmented)));
    assertArrayEquals(segmented, Framing.toBytes(Packing.read(packed)));
  }

  @Test
  void a_copy_of_the_segmented_message_is_the_flat_one() throws IOException {
    MessageReader message = Framing.read(Corpus.message("alltypes.segmented"));

    assertArrayEquals(Corpus.message("alltypes.flat"), Flat.toBytes(message));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void a_request_has_the_canonical_form_that_the_reference_writes(Path file) throws Exception {
    ReferenceTool.require();
    Path schema = ReferenceTool.anySchema(folder);
    byte[] framed = Files.readAllBytes(file);
    byte[] expected = ReferenceTool.convert(framed, "binary:canonical", schema, "Any");

    MessageReader message = Framing.read(framed);
    MessageBuilder canonical = Canonical.copyOf(root(message));

    assertArrayEquals(expected, Flat.toBytes(canonical));
    assertTrue(Canonical.isCanonical(Flat.read(expected)));
    assertFalse(Canonical.isCanonical(Framing.read(framed)));
    assertEquals(
        Equality.EQUAL, Equality.of(root(message), root(Flat.read(Flat.toBytes(canonical)))));
  }

  static List<Path> requests() throws IOException {
    return Corpus.requests();
  }

  private static AnyStruct.Reader root(MessageReader message) {
    return message.root(AnyStruct.TYPE);
  }
}
