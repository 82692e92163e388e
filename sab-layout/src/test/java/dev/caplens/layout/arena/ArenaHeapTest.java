package dev.caplens.layout.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.Tier;
import dev.caplens.layout.map.Allocator;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArenaHeapTest {

  private static final int PAGE = 4096;
  private static final int KERNEL = 0;

  private final Region region = Region.anonymous(Tier.LIGHT.bytes());
  private final ArenaHeap heap = new ArenaHeap(region);
  private final int pages = (int) (heap.size() / PAGE);

  @Test
  void a_block_lies_in_the_heap_and_its_reference_finds_it() {
    ArenaBlock block = allocate(100);

    assertEquals(new ArenaReference(MasterMap.HEAP_OFFSET, 100, 1), block.reference());
    assertEquals(100, heap.resolve(block.reference()).length());
    assertEquals(
        new ArenaReference(MasterMap.HEAP_OFFSET, 10, 1),
        heap.resolve(block.reference(10)).reference());
  }

  @Test
  void it_can_be_filled_to_its_last_page_and_emptied() {
    List<ArenaBlock> blocks = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      blocks.add(allocate(PAGE));
    }
    assertTrue(heap.allocate(1, KERNEL).isEmpty());

    ArenaReference last = blocks.getLast().reference();
    assertTrue(last.offset() + last.length() <= region.size());
    blocks.forEach(block -> heap.free(block.reference()));

    assertEquals(heap.size(), allocate(heap.size()).length());
  }

  @Test
  void fragments_are_filled_and_joined_when_neighbours_go() {
    ArenaBlock first = allocate(PAGE);
    ArenaBlock second = allocate(2 * PAGE);
    allocate(heap.size() - 3 * PAGE);

    heap.free(first.reference());
    assertTrue(heap.allocate(PAGE + 1, KERNEL).isEmpty());
    heap.free(second.reference());

    assertEquals(first.reference().offset(), allocate(2 * PAGE + 1).reference().offset());
  }

  @Test
  void a_reference_is_stale_once_its_block_is_freed() {
    ArenaReference reference = allocate(10).reference();
    assertTrue(heap.isCurrent(reference));

    heap.free(reference);

    assertFalse(heap.isCurrent(reference));
    assertStale(reference, "no block begins there");
    assertThrows(StaleReference.class, () -> heap.free(reference));
    allocate(10);
    assertStale(reference, "the block there has generation 2");
  }

  @Test
  void a_reference_stays_stale_whatever_blocks_cover_its_page() {
    allocate(PAGE);
    for (int i = 0; i < 2; i++) {
      heap.free(allocate(PAGE).reference());
    }
    ArenaReference reference = allocate(PAGE).reference();
    heap.freeAllOf(KERNEL);
    heap.free(allocate(3L * PAGE).reference()); // covers the page, and began in front of it
    allocate(PAGE);

    for (int i = 0; i < 10; i++) {
      ArenaBlock again = allocate(PAGE);
      assertEquals(reference.offset(), again.reference().offset());
      assertFalse(heap.isCurrent(reference), "after " + i + " later blocks");
      heap.free(again.reference());
    }
  }

  @Test
  void the_blocks_of_a_dead_owner_are_freed_and_no_others() {
    ArenaReference mine = allocate(PAGE).reference();
    ArenaReference dead = heap.allocate(5 * PAGE, 63).orElseThrow().reference();
    assertTrue(heap.allocate(1, 63).isPresent());

    assertEquals(2, heap.freeAllOf(63));

    assertTrue(heap.isCurrent(mine));
    assertFalse(heap.isCurrent(dead));
    assertEquals(0, heap.freeAllOf(63));
  }

  @Test
  void what_no_sender_may_write_is_refused() {
    ArenaReference good = allocate(2 * PAGE).reference();
    long at = good.offset();

    assertStale(new ArenaReference(at + 1, 1, 1), "expected the begin of a page of the heap");
    assertStale(new ArenaReference(at - PAGE, 1, 1), "expected the begin of a page of the heap");
    assertStale(new ArenaReference(0, 1, 1), "expected the begin of a page of the heap");
    assertStale(
        new ArenaReference(region.size(), 1, 1), "expected the begin of a page of the heap");
    assertStale(
        new ArenaReference(Long.MIN_VALUE, 1, 1), "expected the begin of a page of the heap");
    assertStale(new ArenaReference(at + PAGE, 1, 1), "no block begins there");
    assertStale(new ArenaReference(at, 2 * PAGE + 1, 1), "the block there has 8192 bytes");
    assertStale(new ArenaReference(at, -1, 1), "the block there has 8192 bytes");
    assertStale(new ArenaReference(at, 0xffff_ffffL, 1), "the block there has 8192 bytes");
    assertStale(new ArenaReference(at, 1, 0xffff_ffffL), "the block there has generation 1");
    assertEquals(2 * PAGE, heap.resolve(good).length());
  }

  @Test
  void random_allocator_metadata_never_leads_outside_the_region() {
    long seed = System.nanoTime();
    System.out.println("seed of random_allocator_metadata: " + seed);
    Random random = new Random(seed);
    Span metadata = new Span(region, MasterMap.ALLOCATOR_OFFSET, Allocator.Layout.SIZE);
    for (int round = 0; round < 300; round++) {
      for (int i = 0; i < 200; i++) {
        metadata.putLong(random.nextInt(Allocator.Layout.SIZE / 8) * 8L, random.nextLong());
      }
      heap.allocate(1 + random.nextInt(1 << 20), random.nextInt(64)).ifPresent(this::touchEnds);
      heap.freeAllOf(random.nextInt(64));
      long page = random.nextInt(pages);
      int word = metadata.getInt(Allocator.Layout.PAGE_WORDS_OFFSET + page * 4);
      ArenaReference reference =
          new ArenaReference(
              MasterMap.HEAP_OFFSET + page * PAGE, random.nextInt(1 << 26), word >>> 8);
      if (heap.isCurrent(reference) && reference.length() > 0) {
        touchEnds(heap.resolve(reference));
      }
    }
  }

  private void touchEnds(ArenaBlock block) {
    assertTrue(block.reference().offset() + block.length() <= region.size());
    block.getByte(0);
    block.getByte(block.length() - 1);
  }

  @Test
  void lengths_and_owners_have_two_ends() {
    assertEquals(
        "length of a block: expected at least 1, got 0",
        assertThrows(IllegalArgumentException.class, () -> heap.allocate(0, KERNEL)).getMessage());
    assertTrue(heap.allocate(heap.size() + 1, KERNEL).isEmpty());
    assertTrue(heap.allocate(Long.MAX_VALUE, KERNEL).isEmpty());
    assertThrows(IndexOutOfBoundsException.class, () -> heap.allocate(1, 64));
    assertThrows(IndexOutOfBoundsException.class, () -> heap.allocate(1, -1));
  }

  @Test
  void a_block_reads_a_channel_piece_by_piece_and_copies_are_counted() throws IOException {
    byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    ArenaBlock block = allocate(10);
    AtomicLong copied = new AtomicLong();
    try (ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(bytes))) {
      int at = 0;
      while (at < 10) {
        at += block.readFrom(channel, at);
      }
      assertEquals(-1, block.readFrom(channel, 9));
    }
    byte[] out = new byte[4];

    block.copyTo(out, copied::addAndGet);

    assertEquals(4, copied.get());
    assertEquals(4, out[3]);
    assertEquals(10, block.getByte(9));
    assertEquals(0x0a09080706050403L, block.getLong(2));
  }

  @Test
  void a_block_has_two_ends() {
    ArenaBlock block = allocate(10);

    for (int wrong : new int[] {-1, 10, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThrows(IndexOutOfBoundsException.class, () -> block.getByte(wrong));
      assertThrows(IndexOutOfBoundsException.class, () -> block.getLong(wrong));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> block.getLong(3));
    assertThrows(IndexOutOfBoundsException.class, () -> block.reference(11));
    assertThrows(IndexOutOfBoundsException.class, () -> block.copyTo(new byte[11], _ -> {}));
  }

  private ArenaBlock allocate(long length) {
    return heap.allocate(length, KERNEL).orElseThrow();
  }

  private void assertStale(ArenaReference reference, String reason) {
    assertEquals(
        "reference to offset 0x%x, length %d, generation %d of the arena of %s: %s; its sender gave the block back too early or is broken"
            .formatted(
                reference.offset(), reference.length(), reference.generation(), region, reason),
        assertThrows(StaleReference.class, () -> heap.resolve(reference)).getMessage());
  }
}
