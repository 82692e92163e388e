package dev.caplens.core.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.Equality;
import dev.caplens.core.message.Message;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Objects that were moved between segments without room for a landing pad. The tool's conversions
/// copy, and a copy never needs a double far pointer; reading one does.
class DoubleFarTest {

  private static final int CASES = 1000;

  @TempDir Path folder;

  @Test
  void the_reference_finds_what_moved_between_full_segments() throws Exception {
    ReferenceTool.require();
    long seed = Long.getLong("caplens.seed", System.nanoTime());
    System.out.println("DoubleFarTest seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    ByteArrayOutputStream moved = new ByteArrayOutputStream();
    ByteArrayOutputStream canonical = new ByteArrayOutputStream();
    long doubleFars = 0;
    for (int i = 0; i < CASES; i++) {
      MessageBuilder message = MessageBuilder.withSegmentsOf(random.nextInt(1, 65));
      RandomMessage.adopt(message, random);
      MessageReader read = Framing.read(Framing.toBytes(message));
      byte[] form = Flat.toBytes(Canonical.copyOf(root(message.asReader())));

      assertEquals(Equality.EQUAL, Equality.of(root(read), root(Flat.read(form))), "seed " + seed);
      doubleFars += doubleFars(message);
      moved.writeBytes(Framing.toBytes(message));
      canonical.writeBytes(form);
    }

    byte[] theirs =
        ReferenceTool.convert(
            moved.toByteArray(), "binary:canonical", ReferenceTool.anySchema(folder), "Any");

    assertArrayEquals(canonical.toByteArray(), theirs, "seed " + seed);
    long found = doubleFars;
    assertTrue(found > CASES, () -> found + " double far pointers, seed " + seed);
  }

  /// The words that are a double far pointer to a far pointer within the message. A word of data
  /// hardly ever looks like one.
  private static long doubleFars(Message message) {
    long found = 0;
    for (int id = 0; id < message.segmentCount(); id++) {
      for (long word : words(message, id)) {
        if ((word & 7) == 6 && word >>> 32 < message.segmentCount()) {
          long[] pads = words(message, (int) (word >>> 32));
          long pad = word >>> 3 & 0x1fffffff;
          found += pad + 1 < pads.length && arePads(pads, (int) pad) ? 1 : 0;
        }
      }
    }
    return found;
  }

  /// A far pointer, and a tag with offset 0.
  private static boolean arePads(long[] words, int at) {
    return (words[at] & 7) == 2 && (words[at + 1] & 0xfffffffeL) == 0;
  }

  private static long[] words(Message message, int id) {
    MemorySegment bytes = message.segmentBytes(id);
    return bytes.toArray(ValueLayout.JAVA_LONG);
  }

  private static AnyStruct.Reader root(MessageReader message) {
    return message.root(AnyStruct.TYPE);
  }
}
