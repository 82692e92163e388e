package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentTest {

  private static final int BYTES = 256 * 1024;

  @Test
  void words_that_are_handed_out_are_zero_whatever_the_last_messages_left_behind() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Region region = Region.anonymous(BYTES);
    Segment segment = Segment.empty(MessageBuilder.create(), region, 0, 0, BYTES);

    for (int message = 0; message < 500; message++) {
      int most = 8 << random.nextInt(14);
      for (int i = random.nextInt(20); i >= 0; i--) {
        long bytes = 8 + (random.nextInt(most) & -8);
        boolean fits = segment.fits(bytes);
        long at = segment.allocate(bytes);
        assertEquals(fits, at != 0, "seed " + seed);
        if (at != 0) {
          assertZero(at, bytes, "seed " + seed + ", message " + message);
          Memory.fill(at, bytes, (byte) 0xff);
        }
      }
      if (random.nextInt(4) == 0) {
        // What a stale lens, or two threads that race, may leave anywhere.
        region.segment().fill((byte) 0xee);
      }
      segment.reset();
    }
  }

  @Test
  void a_small_message_does_not_pay_for_a_page() {
    Region region = Region.anonymous(BYTES);
    region.segment().fill((byte) 0xee);
    Segment segment = Segment.empty(MessageBuilder.create(), region, 0, 0, BYTES);

    segment.allocate(64);

    assertNotEquals(0, Memory.getLong(region.address() + 256));
  }

  private static void assertZero(long at, long bytes, String what) {
    long bits = 0;
    for (long i = at; i < at + bytes; i += 8) {
      bits |= Memory.getLong(i);
    }
    assertEquals(0, bits, what);
  }
}
