package dev.caplens.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.core.encoding.ReferenceTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecimalsTest {

  @Test
  void doubles_have_15_digits_where_those_suffice_and_17_elsewhere() {
    assertEquals("0", Decimals.of(0.0));
    assertEquals("-0", Decimals.of(-0.0));
    assertEquals("0.1", Decimals.of(0.1));
    assertEquals("0.30000000000000004", Decimals.of(0.1 + 0.2));
    assertEquals("3.1415926535897931", Decimals.of(Math.PI));
    assertEquals("4.94065645841247e-324", Decimals.of(Double.MIN_VALUE));
    assertEquals("1.7976931348623157e308", Decimals.of(Double.MAX_VALUE));
    assertEquals("nan", Decimals.of(Double.NaN));
    assertEquals("-inf", Decimals.of(Double.NEGATIVE_INFINITY));
  }

  @Test
  void an_exponent_is_written_from_15_places_on_and_has_two_digits_and_no_plus() {
    assertEquals("100000000000000", Decimals.of(1e14));
    assertEquals("1e15", Decimals.of(1e15));
    assertEquals("0.0001", Decimals.of(1e-4));
    assertEquals("1e-05", Decimals.of(1e-5));
  }

  @Test
  void floats_have_6_digits_where_those_suffice_and_8_elsewhere() {
    assertEquals("1234567", Decimals.of(1234567f));
    assertEquals("1.2345679e08", Decimals.of(123456789f));
    assertEquals("0.33333334", Decimals.of(1 / 3f));
    assertEquals("1.4012985e-45", Decimals.of(Float.MIN_VALUE));
    assertEquals("1e10", Decimals.of(1e10f));
  }

  @Test
  void random_floats_are_printed_as_the_reference_prints_them(@TempDir Path folder)
      throws IOException, InterruptedException {
    ReferenceTool.require();
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("random floats: seed " + seed);
    Random random = new Random(seed);
    Path schema =
        Files.writeString(
            folder.resolve("floats.capnp"),
            "@0xb8d21a0b0b4e1f06;\nstruct Floats { f @0 :Float32; d @1 :Float64; }\n");
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      float f = randomFloat(random);
      double d = randomDouble(random);
      messages.writeBytes(message(f, d));
      expected.append("(f = %s, d = %s)\n".formatted(Decimals.of(f), Decimals.of(d)));
    }

    byte[] printed =
        ReferenceTool.convert(messages.toByteArray(), "binary:text", schema, "Floats", "--short");

    assertEquals(
        new String(printed, StandardCharsets.UTF_8).lines().toList(),
        expected.toString().lines().toList());
  }

  /// One segment of a struct with two data words.
  private static byte[] message(float f, double d) {
    return ByteBuffer.allocate(32)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0)
        .putInt(3)
        .putLong(2L << 32)
        .putInt(Float.floatToRawIntBits(f))
        .putInt(0)
        .putDouble(d)
        .array();
  }

  private static float randomFloat(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Float.intBitsToFloat(random.nextInt());
      case 1 -> random.nextInt();
      case 2 -> random.nextInt(100_000) / 1000f;
      default -> Float.intBitsToFloat(random.nextInt(1 << 24));
    };
  }

  private static double randomDouble(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> random.nextLong() >> random.nextInt(64);
      case 2 -> random.nextInt(1_000_000) / 1000.0;
      case 3 -> Math.pow(10, random.nextInt(600) - 300);
      default -> Double.longBitsToDouble(random.nextLong() >>> (12 + random.nextInt(50)));
    };
  }
}
