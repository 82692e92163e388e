package dev.caplens.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordCountTest {

  private final Blocks blocks = new Blocks();

  private WordCount count(String text) throws IOException {
    return WordCount.of(blocks.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void words_are_separated_by_blanks_of_all_six_kinds() throws IOException {
    assertEquals(7, count("one\ttwo\nthree\u000bfour\ffive\rsix seven").words());
  }

  @Test
  void a_newline_counts_as_a_line() throws IOException {
    assertEquals(3, count("\n\nx\ny").lines());
  }

  @Test
  void neutral_bytes_neither_begin_nor_end_a_word() throws IOException {
    assertEquals(new WordCount(0, 0, false, false, true), count("\u0000\u00ff\u007f\u0080\u0001"));
    assertEquals(new WordCount(0, 1, true, true, false), count("a\u0000\u00ffb"));
    assertEquals(new WordCount(0, 2, false, true, false), count("\u0000 a\u0080 \u0080b"));
  }

  @Test
  void a_chunk_that_begins_in_a_word_says_so() throws IOException {
    assertEquals(true, count("abc def").joinsWord());
    assertEquals(true, count("\u00ffabc").joinsWord());
    assertEquals(false, count(" abc").joinsWord());
    assertEquals(false, count("\u00ff\nabc").joinsWord());
  }

  @Test
  void every_byte_value_has_its_class_at_every_place_of_a_word() throws IOException {
    for (int value = 0; value < 256; value++) {
      for (int at = 0; at < 24; at++) {
        byte[] bytes = new byte[24];
        Arrays.fill(bytes, (byte) 'x');
        bytes[at] = (byte) value;

        assertEquals(byTheBook(bytes), WordCount.of(blocks.of(bytes)), value + " at " + at);
      }
    }
  }

  @Test
  void random_bytes_of_any_length_count_as_by_the_book() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] alphabet = {
      'a', '~', '!', ' ', '\n', '\t', '\r', 0, 0x7f, (byte) 0x80, (byte) 0xff, 8, 14
    };
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(70)];
      boolean isNarrow = random.nextBoolean();
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] =
            isNarrow ? alphabet[random.nextInt(alphabet.length)] : (byte) random.nextInt(256);
      }
      var block = blocks.of(bytes);

      assertEquals(byTheBook(bytes), WordCount.of(block), "seed " + seed + ", round " + round);
      blocks.free(block);
    }
  }

  /// One byte at a time, as the manual of `wc` says it.
  private static WordCount byTheBook(byte[] bytes) {
    long lines = 0;
    long words = 0;
    boolean isOpen = false;
    Boolean joins = null;
    for (byte each : bytes) {
      int value = each & 0xff;
      boolean isBlank = " \t\n\u000b\f\r".indexOf(value) >= 0;
      boolean isPrintable = value >= 0x21 && value <= 0x7e;
      lines += value == '\n' ? 1 : 0;
      words += isPrintable && !isOpen ? 1 : 0;
      isOpen = isPrintable || isOpen && !isBlank;
      if (joins == null && (isBlank || isPrintable)) {
        joins = isPrintable;
      }
    }
    return new WordCount(lines, words, joins != null && joins, isOpen, joins == null);
  }
}
