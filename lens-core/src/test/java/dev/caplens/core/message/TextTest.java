package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  private static final PointerType<
          PointerList.Reader<Text.Reader>, PointerList.Builder<Text.Reader, Text.Builder>>
      TEXTS = PointerList.of(Text.TYPE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "1234567",
        "12345678",
        "123456789",
        "é",
        "žluťoučký",
        "日本語",
        "🐎🐎",
        "a\u0000b",
        "mixed é 日 🐎 text that is longer than a word"
      })
  void what_is_written_is_what_the_jdk_encodes(String value) {
    Text.Reader text = text(value);

    byte[] expected = value.getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(expected, text.toByteArray());
    assertEquals(value, text.toString());
    assertEquals(value, text.decode());
    assertEquals(expected.length, text.size());
    assertEquals(Arrays.hashCode(expected), text.hashCode());
    assertTrue(text.contentEquals(value));
    assertTrue(text.contentEquals(expected));
    assertFalse(text.contentEquals(value + "x"));
    assertFalse(text("x" + value).contentEquals(value));
  }

  @Test
  void setting_text_leaves_the_same_words_as_copying_its_bytes() {
    long seed = System.nanoTime();
    System.out.println("TextTest seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2000; i++) {
      String[] values = new String[1 + random.nextInt(4)];
      Arrays.setAll(values, j -> mixed(random, random.nextInt(90)));
      long words = 8 + random.nextInt(120);

      MessageBuilder set = builder(words);
      var texts = set.rootPointer().init(TEXTS, values.length);
      for (int j = 0; j < values.length; j++) {
        texts.set(j, values[j]);
      }
      MessageBuilder copied = builder(words);
      var bytes = copied.rootPointer().init(TEXTS, values.length);
      for (int j = 0; j < values.length; j++) {
        byte[] encoded = values[j].getBytes(StandardCharsets.UTF_8);
        bytes.init(j, encoded.length).bytes().copyFrom(MemorySegment.ofArray(encoded));
      }

      assertEquals(copied.segmentCount(), set.segmentCount(), "seed " + seed);
      for (int j = 0; j < set.segmentCount(); j++) {
        assertEquals(
            -1, copied.segmentBytes(j).mismatch(set.segmentBytes(j)), "seed " + seed + " at " + i);
      }
    }
  }

  @Test
  void text_is_set_over_longer_and_shorter_text() {
    MessageBuilder message = MessageBuilder.create();
    for (int length : new int[] {40, 3, 15, 16, 300, 70_000, 0}) {
      String value = "x".repeat(length);

      message.rootPointer().set(value);

      assertEquals(value, message.asReader().rootPointer().as(Text.TYPE).toString());
    }
  }

  @Test
  void characters_are_found_where_the_jdk_finds_their_bytes() {
    long seed = System.nanoTime();
    System.out.println("TextTest seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5000; i++) {
      String value = mixed(random, random.nextInt(60));
      Text.Reader text = text(value);
      int begin = random.nextInt(value.length() + 1);
      String part = value.substring(begin, Math.min(value.length(), begin + random.nextInt(12)));
      String wanted = random.nextInt(3) == 0 ? mixed(random, random.nextInt(3)) : part;
      String whole = bytes(value);
      int from = random.nextInt(text.size() + 1);

      assertEquals(whole.indexOf(bytes(wanted), from), text.indexOf(wanted, from), "seed " + seed);
      assertEquals(whole.contains(bytes(wanted)), text.contains(wanted), "seed " + seed);
      assertEquals(whole.startsWith(bytes(wanted)), text.startsWith(wanted), "seed " + seed);
      assertEquals(whole.endsWith(bytes(wanted)), text.endsWith(wanted), "seed " + seed);
    }
  }

  @Test
  void characters_are_found_at_every_place_of_texts_of_every_small_length() {
    for (String wanted : List.of("x", "  ", " xy", " cat ", "abcdefghijk")) {
      for (int behind = 0; behind < 40; behind++) {
        for (int before = 0; before < 40; before++) {
          String value = "c t".repeat(14).substring(0, before) + wanted + "y".repeat(behind);
          Text.Reader text = text(value);

          assertEquals(value.indexOf(wanted), text.indexOf(wanted), value);
          assertEquals(value.indexOf(wanted, before + 1), text.indexOf(wanted, before + 1), value);
        }
      }
    }
  }

  @Test
  void text_of_any_length_is_decoded_by_threads_of_both_kinds() throws InterruptedException {
    List<String> decoded = Collections.synchronizedList(new ArrayList<>());
    for (int length : new int[] {0, 1, 1023, 1024, 1025, 5000, 3}) {
      String value = "\u00e9".repeat(length / 2) + "x".repeat(length % 2);
      Text.Reader text = text(value);
      Runnable decode = () -> decoded.add(text.toString());

      decode.run();
      Thread.ofPlatform().start(decode).join();
      Thread.ofVirtual().start(decode).join();

      assertEquals(List.of(value, value, value), decoded);
      decoded.clear();
    }
  }

  @Test
  void a_search_from_behind_the_end_is_refused() {
    Text.Reader text = text("abc");

    assertEquals(3, text.indexOf("", 3));
    assertThrows(IndexOutOfBoundsException.class, () -> text.indexOf("", 4));
    assertThrows(IndexOutOfBoundsException.class, () -> text.indexOf("a", -1));
  }

  @Test
  void an_unpaired_surrogate_becomes_a_question_mark() {
    assertEquals("a?b, and more than a word", text("a\ud83db, and more than a word").toString());
    assertEquals("a?b", text("a\ud83db").toString());
    assertEquals("?", text("\udc0e").toString());
  }

  @Test
  void the_order_is_that_of_the_bytes() {
    long seed = System.nanoTime();
    System.out.println("TextTest seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      String left = random(random);
      String right = random(random);
      int expected =
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

      assertEquals(
          Integer.signum(expected),
          Integer.signum(text(left).compareTo(text(right))),
          "seed " + seed);
      assertEquals(expected == 0, text(left).equals(text(right)), "seed " + seed);
    }
  }

  @Test
  void texts_are_equal_by_their_bytes() {
    assertEquals(text("same"), text("same"));
    assertNotEquals(text("same"), text("some"));
    assertNotEquals(text("same"), "same");
  }

  @Test
  void bytes_are_within_the_text() {
    Text.Reader text = text("abc");

    assertEquals('b', text.byteAt(1));
    assertThrows(IndexOutOfBoundsException.class, () -> text.byteAt(3));
    assertEquals(3, text.bytes().byteSize());
    StringBuilder target = new StringBuilder("<");
    text.appendTo(target);
    assertEquals("<abc", target.toString());
  }

  @Test
  void a_text_of_too_many_bytes_is_refused() {
    MessageBuilder message = MessageBuilder.create();

    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> message.rootPointer().init(Text.TYPE, Text.MAX_BYTES + 1));

    assertEquals("text: expected 0 to 536870910 bytes, got 536870911", error.getMessage());
  }

  @Test
  void data_is_any_bytes() {
    MessageBuilder message = MessageBuilder.create();
    message.rootPointer().init(Data.TYPE, 3).set(new byte[] {-1, 0, 1});

    Data.Reader data = message.asReader().rootPointer().as(Data.TYPE);

    assertArrayEquals(new byte[] {-1, 0, 1}, data.toByteArray());
    assertEquals(-1, data.get(0));
    assertEquals(3, data.asByteBuffer().remaining());
    assertEquals(data, message.asReader().rootPointer().as(Data.TYPE));
    assertThrows(IndexOutOfBoundsException.class, () -> data.get(3));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> message.rootPointer().as(Data.TYPE).set(new byte[4]));
  }

  private static String random(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.appendCodePoint(
          random.nextBoolean() ? 'a' + random.nextInt(3) : 0xfff0 + random.nextInt(32));
    }
    return text.toString();
  }

  /// Mostly ASCII, with zero bytes, wide characters and unpaired surrogates here and there.
  private static String mixed(SplittableRandom random, int length) {
    boolean ascii = random.nextBoolean();
    char[] characters = new char[length];
    for (int i = 0; i < length; i++) {
      characters[i] =
          switch (ascii ? 9 : random.nextInt(10)) {
            case 0 -> '\u0000';
            case 1 -> 'é';
            case 2 -> '日';
            case 3 -> (char) (0xd800 + random.nextInt(0x800));
            default -> " ab".charAt(random.nextInt(3));
          };
    }
    return new String(characters);
  }

  private static String bytes(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /// A builder in memory that holds anything but zeros.
  private static MessageBuilder builder(long words) {
    Region region = Region.anonymous(words * 8);
    region.segment().fill((byte) 0xa5);
    return MessageBuilder.in(region, 0, words * 8);
  }

  private static Text.Reader text(String value) {
    MessageBuilder message = MessageBuilder.create();
    message.rootPointer().set(value);
    return message.asReader().rootPointer().as(Text.TYPE);
  }
}
