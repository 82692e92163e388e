package dev.caplens.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.lang.ref.Reference;

/// Records that hold a number, spread over the whole body so that a torn one is seen.
final class Numbers {

  static final int TYPE = 0x4e554d42;
  static final int BODY_BYTES = SlotRing.BODY_BYTES / Long.BYTES * Long.BYTES;

  private Numbers() {}

  /// Sends a number if there is a slot for it.
  static boolean trySend(Producer producer, long number) {
    if (!producer.tryClaim()) {
      return false;
    }
    fill(producer, number, BODY_BYTES);
    return producer.commit(BODY_BYTES, TYPE);
  }

  static void fill(Producer producer, long number, int bytes) {
    Region region = producer.region();
    long address = region.address() + producer.bodyOffset();
    for (int at = 0; at < bytes; at += Long.BYTES) {
      Memory.putLong(address + at, number + at);
    }
    Reference.reachabilityFence(region);
  }

  /// The number of a record, every word of it checked.
  static long read(RecordView record) {
    assertEquals(TYPE, record.type());
    assertEquals(BODY_BYTES, record.bodyBytes());
    long address = record.region().address() + record.bodyOffset();
    long number = Memory.getLong(address);
    for (int at = 0; at < BODY_BYTES; at += Long.BYTES) {
      assertEquals(number + at, Memory.getLong(address + at), "torn record");
    }
    Reference.reachabilityFence(record.region());
    return number;
  }

  /// The number of the held record, which is released.
  static long readAndRelease(Consumer consumer) {
    long number = read(consumer.record());
    assertEquals(true, consumer.release());
    return number;
  }
}
