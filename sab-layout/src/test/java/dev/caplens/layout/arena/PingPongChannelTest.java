package dev.caplens.layout.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.Cell;
import dev.caplens.layout.Peer;
import dev.caplens.layout.Tier;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Pin;
import dev.caplens.layout.map.PingPongBuffer;
import dev.caplens.layout.map.Span;
import dev.caplens.layout.signal.Waiter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PingPongChannelTest {

  private static final int WORDS = PingPongChannel.BODY_BYTES / Long.BYTES;

  private final Region region = Region.anonymous(MasterMap.HEAP_OFFSET);
  private final PingPongChannel channel = new PingPongChannel(region, 31);

  @Test
  void nothing_is_read_before_it_is_published() {
    assertEquals(Optional.empty(), channel.read(1, _ -> "something"));
  }

  @Test
  void the_last_value_is_read() {
    for (long value = 1; value <= 5; value++) {
      assertTrue(publish(channel, value));
      assertEquals(Optional.of(value), read(channel, 1));
    }
    assertEquals(Optional.empty(), read(new PingPongChannel(region, 30), 1));
  }

  @Test
  void a_pinned_side_makes_the_writer_skip_a_turn() {
    publish(channel, 1);

    channel.read(
        1,
        body -> {
          assertTrue(publish(channel, 2), "the other side is free");
          assertFalse(publish(channel, 3), "this side is being read");
          return check(body);
        });

    assertEquals(Optional.of(2L), read(channel, 1));
    assertTrue(publish(channel, 3));
  }

  @Test
  void a_pin_ends_with_an_exception_of_its_reader() {
    publish(channel, 1);

    assertThrows(
        IllegalStateException.class,
        () ->
            channel.read(
                1,
                _ -> {
                  throw new IllegalStateException();
                }));

    assertTrue(publish(channel, 2));
    assertTrue(publish(channel, 3));
  }

  @Test
  void the_pin_of_a_dead_reader_is_forgotten() {
    publish(channel, 1);
    publish(channel, 2);
    // channel 31, side 1, as a reader that was killed left it
    new Span(region, MasterMap.PINS_OFFSET, MasterMap.PINS_SIZE)
        .putLongVolatile(9 * Pin.Layout.SIZE, 32 | 1 << 16);
    assertFalse(publish(channel, 3));

    channel.forget(9);

    assertTrue(publish(channel, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> channel.forget(64));
  }

  @Test
  void a_reader_that_was_killed_while_it_read_is_forgotten(@TempDir Path folder) throws Exception {
    try (Cell cell = Cell.create(folder.resolve("cell"), Tier.LIGHT, 1, Waiter.polling())) {
      PingPongChannel shared = cell.channel(0);
      publish(shared, 1);
      try (Peer viewer = Peer.jvm(PinningViewer.class, cell.file())) {
        assertEquals("1", viewer.line());
      }
      assertTrue(publish(shared, 2));
      assertFalse(publish(shared, 3), "its pin is still there");

      assertEquals(1, cell.processes().recover(shared::forget));

      assertTrue(publish(shared, 3));
    }
  }

  @Test
  void a_hostile_length_is_an_error() {
    publish(channel, 1);
    long buffer = MasterMap.PING_PONG_BUFFERS_OFFSET + (2 * 31 + 1) * PingPongBuffer.Layout.SIZE;
    Span span = new Span(region, buffer, 8);
    for (long hostile : new long[] {-1, 1081, Long.MAX_VALUE}) {
      span.putLong(0, hostile);

      assertEquals(
          "length of ping-pong buffer at offset 0x%x of %s: expected 0 to 1080, got %d; its writer is broken"
              .formatted(buffer, region, hostile),
          assertThrows(StaleReference.class, () -> read(channel, 1)).getMessage());
    }
  }

  @Test
  void a_body_that_is_too_long_is_not_published() {
    assertThrows(IndexOutOfBoundsException.class, () -> channel.publish((_, _) -> 1081));

    assertEquals(Optional.empty(), read(channel, 1));
  }

  @Test
  void no_reader_sees_a_value_that_is_being_written() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    List<Future<Long>> readers = new ArrayList<>();
    long published = 0;
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (int slot = 1; slot <= 3; slot++) {
        int own = slot;
        readers.add(threads.submit(() -> readUntil(isOver, own)));
      }
      try {
        for (long value = 1; value <= 200_000; value++) {
          published = publish(channel, value) ? value : published;
        }
      } finally {
        isOver.set(true);
      }
    }

    for (Future<Long> reader : readers) {
      assertTrue(reader.get() <= published);
    }
    assertEquals(Optional.of(published), read(channel, 1));
  }

  private long readUntil(AtomicBoolean isOver, int slot) {
    long last = 0;
    while (!isOver.get()) {
      long value = read(channel, slot).orElse(last);
      assertTrue(value >= last, value + " after " + last);
      last = value;
    }
    return last;
  }

  /// Publishes a value in every word of the body.
  private static boolean publish(PingPongChannel channel, long value) {
    return channel.publish((region, offset) -> {
      Span body = new Span(region, offset, PingPongChannel.BODY_BYTES);
      for (int i = 0; i < WORDS; i++) {
        body.putLong(i * 8L, value + i);
      }
      return PingPongChannel.BODY_BYTES;
    });
  }

  private Optional<Long> read(PingPongChannel from, int slot) {
    return from.read(slot, this::check);
  }

  private long check(ArenaReference reference) {
    Span body = new Span(region, reference.offset(), reference.length());
    long value = body.getLong(0);
    for (int i = 0; i < WORDS; i++) {
      assertEquals(value + i, body.getLong(i * 8L), "torn value");
    }
    return value;
  }
}
