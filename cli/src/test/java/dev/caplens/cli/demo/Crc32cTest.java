package dev.caplens.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class Crc32cTest {

  private final Blocks blocks = new Blocks();

  @Test
  void the_check_value_of_the_nine_digits_is_that_of_the_standard() throws IOException {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

    assertEquals(0xe3069283, Crc32c.of(blocks.of(digits)));
  }

  @Test
  void random_bytes_have_the_checksum_that_the_platform_computes() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(300)];
      random.nextBytes(bytes);
      var block = blocks.of(bytes);

      assertEquals(platform(bytes), Crc32c.of(block), "seed " + seed + ", round " + round);
      blocks.free(block);
    }
  }

  @Test
  void the_checksums_of_two_runs_join_to_that_of_both() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      byte[] all = new byte[random.nextInt(2_000)];
      random.nextBytes(all);
      int border = random.nextInt(all.length + 1);
      int first = platform(Arrays.copyOfRange(all, 0, border));
      int second = platform(Arrays.copyOfRange(all, border, all.length));

      assertEquals(platform(all), Crc32c.join(first, second, all.length - border), "seed " + seed);
    }
  }

  private static int platform(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
