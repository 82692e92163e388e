package dev.caplens.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class FileTallyTest {

  private final Blocks blocks = new Blocks();

  private FileTally.Chunk chunk(byte[] bytes) throws IOException {
    var block = blocks.of(bytes);
    FileTally.Chunk chunk =
        new FileTally.Chunk(WordCount.of(block), bytes.length, Crc32c.of(block));
    blocks.free(block);
    return chunk;
  }

  private FileTally.Chunk chunk(String text) throws IOException {
    return chunk(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_word_over_a_border_is_counted_once() throws IOException {
    FileTally tally = new FileTally("file");

    tally.add(0, chunk("one tw"));
    tally.add(1, chunk("o three"));

    assertEquals(3, tally.words());
  }

  @Test
  void a_word_goes_on_over_a_chunk_of_neutral_bytes() throws IOException {
    FileTally tally = new FileTally("file");

    tally.add(0, chunk("a"));
    tally.add(1, chunk("\u0000\u00ff"));
    tally.add(2, chunk("b c"));

    assertEquals(2, tally.words());
  }

  @Test
  void it_is_complete_once_all_chunks_are_there() throws IOException {
    FileTally tally = new FileTally("file");
    tally.add(1, chunk("b\n"));
    tally.end(2);
    assertFalse(tally.isComplete());

    tally.add(0, chunk("a"));

    assertTrue(tally.isComplete());
    assertEquals(1, tally.words());
    assertEquals(1, tally.lines());
  }

  @Test
  void an_empty_file_is_complete_without_a_chunk() {
    FileTally tally = new FileTally("file");

    tally.end(0);

    assertTrue(tally.isComplete());
    assertEquals(0, tally.crc32c());
  }

  @Test
  void chunks_of_any_size_in_any_order_give_the_counts_of_the_whole() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = new byte[1 + random.nextInt(500)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) "ab \n\u0000\u00ff".charAt(random.nextInt(6));
      }
      WordCount whole = chunk(bytes).count();
      FileTally tally = new FileTally("file");

      addShuffled(tally, bytes, random);

      assertEquals(whole.lines(), tally.lines(), "seed " + seed);
      assertEquals(whole.words(), tally.words(), "seed " + seed);
      assertEquals(bytes.length, tally.bytes(), "seed " + seed);
      CRC32C crc = new CRC32C();
      crc.update(bytes);
      assertEquals((int) crc.getValue(), tally.crc32c(), "seed " + seed);
    }
  }

  private void addShuffled(FileTally tally, byte[] bytes, Random random) throws IOException {
    List<byte[]> parts = new ArrayList<>();
    for (int at = 0; at < bytes.length; ) {
      int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
      parts.add(Arrays.copyOfRange(bytes, at, end));
      at = end;
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    for (int sequence : order) {
      tally.add(sequence, chunk(parts.get(sequence)));
    }
    tally.end(parts.size());
  }
}
