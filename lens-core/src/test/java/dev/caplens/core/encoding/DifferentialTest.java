package dev.caplens.core.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.Equality;
import dev.caplens.core.message.LimitReached;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random values against the reference tool. Each process converts a stream of all cases.
class DifferentialTest {

  private static final int CASES = 1000;
  private static final Limits UNLIMITED_SEGMENTS = Limits.DEFAULT.withSegments(100_000);

  @TempDir Path folder;
  private Path schema;
  private long seed;
  private final List<MessageReader> messages = new ArrayList<>();

  @BeforeEach
  void buildMessages() throws Exception {
    ReferenceTool.require();
    schema = folder.resolve("any.capnp");
    Files.writeString(schema, "@0xb8d21a0b0b4e1f05;\nstruct Any { any @0 :AnyPointer; }\n");
    seed = Long.getLong("caplens.seed", System.nanoTime());
    System.out.println("DifferentialTest seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < CASES; i++) {
      messages.add(RandomMessage.build(random).asReader());
    }
  }

  @Test
  void every_encoding_agrees_byte_for_byte() throws Exception {
    byte[] framed = all(Framing::toBytes);

    agree(
        framed,
        "binary:binary",
        message -> Framing.toBytes(copy(message, MessageBuilder.create(1024))));
    agree(
        framed,
        "binary:packed",
        message -> Packing.toBytes(copy(message, MessageBuilder.create(1024))));
    agree(framed, "binary:flat", message -> Flat.toBytes(message));
    agree(
        framed,
        "binary:flat-packed",
        message -> Packing.toFlatBytes(copy(message, MessageBuilder.create(4096))));
    agree(framed, "binary:canonical", message -> Flat.toBytes(Canonical.copyOf(root(message))));
  }

  @Test
  void the_reference_reads_what_is_packed_here() throws Exception {
    byte[] unpacked = convert(all(Packing::toBytes), "packed:binary");

    assertArrayEquals(convert(all(Framing::toBytes), "binary:binary"), unpacked);
  }

  @Test
  void segments_of_every_size_are_written_alike_and_read() throws Exception {
    byte[] framed = all(Framing::toBytes);
    for (int words = 1; words <= 64; words++) {
      int size = words;
      byte[] theirs = convert(framed, "binary:binary", "--segment-size=" + words);

      byte[] ours =
          all(message -> Framing.toBytes(copy(message, MessageBuilder.withSegmentsOf(size))));

      assertArrayEquals(theirs, ours, () -> "segments of " + size + " words, seed " + seed);
      checkValues(
          MessageSource.framed(
              Channels.newChannel(new ByteArrayInputStream(theirs)), UNLIMITED_SEGMENTS));
    }
  }

  @Test
  void what_the_reference_packs_is_read() throws Exception {
    byte[] packed = convert(all(Framing::toBytes), "binary:packed", "--segment-size=7");

    checkValues(
        MessageSource.packed(
            Channels.newChannel(new ByteArrayInputStream(packed)), UNLIMITED_SEGMENTS));
  }

  @Test
  void single_messages_without_a_table_go_both_ways() throws Exception {
    for (int i = 0; i < 20; i++) {
      MessageReader message = messages.get(i);
      byte[] flat = Flat.toBytes(message);

      byte[] packed = Packing.toFlatBytes(message);

      assertArrayEquals(packed, convert(flat, "flat:flat-packed"), "seed " + seed);
      assertArrayEquals(flat, convert(packed, "flat-packed:flat"), "seed " + seed);
      MessageReader read = Packing.readFlat(packed, Limits.DEFAULT);
      assertEquals(Equality.EQUAL, Equality.of(root(message), root(read)));
    }
  }

  @Test
  void canonical_messages_are_told_from_others() throws Exception {
    for (MessageReader message : messages.subList(0, 40)) {
      byte[] canonical = Flat.toBytes(Canonical.copyOf(root(message)));
      byte[] flat = Flat.toBytes(message);

      assertTrue(Canonical.isCanonical(Flat.read(canonical)), "seed " + seed);
      assertTrue(referenceAccepts(canonical), "seed " + seed);
      boolean same = Arrays.equals(flat, canonical);
      assertEquals(same, Canonical.isCanonical(Flat.read(flat)), "seed " + seed);
      assertEquals(same, referenceAccepts(flat), "seed " + seed);
    }
  }

  @Test
  void damaged_messages_are_accepted_and_refused_alike() throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    int refused = 0;
    int compared = 0;
    for (MessageReader message : messages.subList(0, 200)) {
      byte[] frame = Framing.toBytes(message);
      byte[] damaged = HostileInputTest.damage(frame, random);
      // The table stays as it is: the tool would allocate gigabytes for what a damaged one
      // announces.
      int table = (int) FrameTable.bytes(message.segmentCount());
      System.arraycopy(frame, 0, damaged, 0, table);
      Verdict ours = verdict(damaged);
      if (ours != Verdict.OTHER) {
        ReferenceTool.Answer theirs =
            ReferenceTool.tryConvert(damaged, "binary:binary", schema, "Any");

        assertEquals(
            theirs.status() == 0, ours == Verdict.ACCEPTED, () -> keep(damaged) + theirs.error());
        compared++;
        refused += ours == Verdict.REFUSED ? 1 : 0;
      }
    }
    assertTrue(compared > 150 && refused > 15, compared + " compared, " + refused + " refused");
  }

  /// What becomes of a message. The tool lifts both limits, so cycles are left out: it would follow
  /// them for ever.
  private enum Verdict {
    ACCEPTED,
    REFUSED,
    OTHER
  }

  private static Verdict verdict(byte[] damaged) throws Exception {
    Limits lifted = new Limits(1 << 22, 1000, 511);
    try (MessageSource source =
        MessageSource.framed(Channels.newChannel(new ByteArrayInputStream(damaged)), lifted)) {
      for (MessageReader m = source.next(); m != null; m = source.next()) {
        copy(m, MessageBuilder.create());
        if (root(m).totalSize().capabilities() > 0) {
          return Verdict.OTHER; // the tool has no table of capabilities to copy them with
        }
      }
      return Verdict.ACCEPTED;
    } catch (MalformedMessage refused) {
      return Verdict.REFUSED;
    } catch (LimitReached tooMuch) {
      return Verdict.OTHER;
    }
  }

  private String keep(byte[] damaged) {
    return "seed " + seed + ": " + HexFormat.of().formatHex(damaged) + " ";
  }

  private boolean referenceAccepts(byte[] canonical) throws Exception {
    return ReferenceTool.tryConvert(canonical, "canonical:flat", schema, "Any").status() == 0;
  }

  private void checkValues(MessageSource source) throws Exception {
    for (MessageReader expected : messages) {
      MessageReader got = Objects.requireNonNull(source.next());
      assertEquals(Equality.EQUAL, Equality.of(root(expected), root(got)), "seed " + seed);
    }
    assertNull(source.next());
  }

  private void agree(byte[] framed, String conversion, Function<MessageReader, byte[]> encoding)
      throws Exception {
    byte[] theirs = convert(framed, conversion);
    assertArrayEquals(theirs, all(encoding), () -> conversion + ", seed " + seed);
  }

  private byte[] convert(byte[] input, String conversion, String... more) throws Exception {
    return ReferenceTool.convert(input, conversion, schema, "Any", more);
  }

  private byte[] all(Function<MessageReader, byte[]> encoding) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    for (MessageReader message : messages) {
      output.writeBytes(encoding.apply(message));
    }
    return output.toByteArray();
  }

  private static MessageBuilder copy(MessageReader message, MessageBuilder target) {
    target.setRoot(root(message));
    return target;
  }

  private static AnyStruct.Reader root(MessageReader message) {
    return message.root(AnyStruct.TYPE);
  }
}
