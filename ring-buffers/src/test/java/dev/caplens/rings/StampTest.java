package dev.caplens.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StampTest {

  private static final long LAST_LAP = (1L << 40) - 1;

  @Test
  void its_bits_stand_where_the_map_says() {
    //                lap        deliv. owner state
    assertEquals(0x0000000005_00_00_00L, Stamp.free(5));
    assertEquals(0x0000000005_00_3f_01L, Stamp.claimed(5, 63));
    assertEquals(0x0000000005_02_00_02L, Stamp.committed(5, 2));
    assertEquals(0x0000000005_03_07_03L, Stamp.taken(5, 7, 3));
    assertEquals(0x0000000005_00_00_04L, Stamp.aborted(5));
    assertEquals(0xffffffffff_ff_3f_03L, Stamp.taken(LAST_LAP, 63, 255));
  }

  @Test
  void deliveries_stop_at_what_their_bits_hold() {
    assertEquals(255, Stamp.deliveries(Stamp.taken(1, 2, 256)));
    assertEquals(1, Stamp.lap(Stamp.taken(1, 2, 1_000)));
  }

  @Test
  void laps_are_compared_across_their_wrap() {
    assertEquals(0, Stamp.lapsAhead(Stamp.free(LAST_LAP), LAST_LAP));
    assertEquals(1, Stamp.lapsAhead(Stamp.free(LAST_LAP + 1), LAST_LAP));
    assertEquals(-1, Stamp.lapsAhead(Stamp.free(LAST_LAP), LAST_LAP + 1));
    assertEquals(0, Stamp.lapsAhead(Stamp.free(0), 1L << 40));
    assertEquals(1, Stamp.lapsAhead(Stamp.free(0), LAST_LAP));
  }

  @Test
  void the_farthest_laps_are_half_the_range_away() {
    assertEquals(LAST_LAP >>> 1, Stamp.lapsAhead(Stamp.free(LAST_LAP >>> 1), 0));
    assertEquals(-(1L << 39), Stamp.lapsAhead(Stamp.free(1L << 39), 0));
  }

  @Test
  void a_committed_record_counts_as_returned_once_it_was_delivered() {
    assertFalse(Stamp.isReturned(Stamp.committed(3, 0)));
    assertTrue(Stamp.isReturned(Stamp.committed(3, 1)));
    assertFalse(Stamp.isReturned(Stamp.taken(3, 1, 1)));
    assertNotEquals(Stamp.committed(3, 1), Stamp.committed(4, 1));
  }
}
