package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

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
  void an_unpaired_surrogate_becomes_a_question_mark() {
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

  private static Text.Reader text(String value) {
    MessageBuilder message = MessageBuilder.create();
    message.rootPointer().set(value);
    return message.asReader().rootPointer().as(Text.TYPE);
  }
}
