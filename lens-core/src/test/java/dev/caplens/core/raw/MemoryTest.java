package dev.caplens.core.raw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import java.lang.ref.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryTest {

  private final Region region = Region.anonymous(64);
  private final long address = region.address();

  @AfterEach
  void keepRegion() {
    Reference.reachabilityFence(region);
  }

  @Test
  void the_low_byte_comes_first_at_any_alignment() {
    Memory.putLong(address + 1, 0x0807060504030201L);

    byte[] bytes = new byte[10];
    Memory.copy(address, bytes, 0, 10);
    assertArrayEquals(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 0}, bytes);
    assertEquals(0x04030201, Memory.getInt(address + 1));
    assertEquals(0x0403, Memory.getShort(address + 3));
    assertEquals(8, Memory.getByte(address + 8));
  }

  @Test
  void floats_are_their_bits() {
    Memory.putFloat(address, -1.5f);
    Memory.putDouble(address + 8, 2.25);

    assertEquals(Float.floatToRawIntBits(-1.5f), Memory.getInt(address));
    assertEquals(Double.doubleToRawLongBits(2.25), Memory.getLong(address + 8));
    assertEquals(-1.5f, Memory.getFloat(address));
    assertEquals(2.25, Memory.getDouble(address + 8));
  }

  @Test
  void read_modify_writes_of_ints_return_what_was_there() {
    Memory.putIntRelease(address, 5);

    assertEquals(5, Memory.getAndAddInt(address, 3));
    assertEquals(8, Memory.getAndBitwiseOrInt(address, 7));
    assertEquals(15, Memory.getAndBitwiseAndInt(address, 9));
    assertFalse(Memory.compareAndSetInt(address, 1, 2));
    assertTrue(Memory.compareAndSetInt(address, 9, 2));
    assertEquals(2, Memory.compareAndExchangeInt(address, 2, 3));
    assertEquals(3, Memory.getAndSetInt(address, 4));
    assertEquals(4, Memory.getIntAcquire(address));
  }

  @Test
  void read_modify_writes_of_longs_return_what_was_there() {
    Memory.putLongRelease(address, 5);

    assertEquals(5, Memory.getAndAddLong(address, 1L << 40));
    assertEquals(5 + (1L << 40), Memory.getAndBitwiseOrLong(address, 2));
    assertEquals(7 + (1L << 40), Memory.getAndBitwiseAndLong(address, 3));
    assertFalse(Memory.compareAndSetLong(address, 1, 2));
    assertTrue(Memory.compareAndSetLong(address, 3, 2));
    assertEquals(2, Memory.compareAndExchangeLong(address, 2, 9));
    assertEquals(9, Memory.getAndSetLong(address, 4));
    assertEquals(4, Memory.getLongAcquire(address));
  }

  @Test
  void ranges_are_filled_copied_and_compared() {
    Memory.fill(address, 16, (byte) 3);
    Memory.copy(address + 4, address + 20, 8);

    assertEquals(-1, Memory.mismatch(address, address + 20, 8));
    assertEquals(8, Memory.mismatch(address, address + 20, 9));
    assertEquals(0x0303030303030303L, Memory.getLong(address + 20));
  }
}
