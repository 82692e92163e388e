package dev.caplens.core.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.Equality;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {

  private static final Path SCHEMA = Path.of("/usr/include/capnp/schema.capnp");

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
    byte[] framed = Files.readAllBytes(file);
    byte[] expected =
        ReferenceTool.convert(framed, "binary:canonical", SCHEMA, "CodeGeneratorRequest");

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
