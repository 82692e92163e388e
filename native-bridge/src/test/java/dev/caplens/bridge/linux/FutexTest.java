package dev.caplens.bridge.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.caplens.bridge.linux.Futex.Outcome;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The kernel's answers, asked for through two separate mappings of one file, as two processes
/// would have them.
class FutexTest {
  private static final long MINUTE = 60_000_000_000L;

  private final Futex futex = Futex.ofSystem();

  @TempDir Path folder;

  @Test
  @Timeout(300)
  void a_sleeper_is_woken_through_another_mapping_of_the_same_page() throws Exception {
    Path file = Files.write(folder.resolve("page"), new byte[4096]);
    try (Arena arena = Arena.ofShared()) {
      MemorySegment sleeper = map(file, arena);
      MemorySegment waker = map(file, arena);

      CompletableFuture<Outcome> slept =
          CompletableFuture.supplyAsync(() -> futex.await(sleeper.address() + 8, 0, MINUTE));
      int woken = 0;
      while (woken == 0) { // until the other thread has arrived in the kernel
        woken = futex.wake(waker.address() + 8, Integer.MAX_VALUE);
        Thread.sleep(1);
      }

      assertEquals(1, woken);
      assertEquals(Outcome.WOKEN, slept.get());
    }
  }

  @Test
  void a_word_that_has_changed_is_not_waited_for() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment word = arena.allocate(JAVA_INT);
      word.set(JAVA_INT, 0, 7);

      assertEquals(Outcome.CHANGED, futex.await(word.address(), 6, MINUTE));
    }
  }

  @Test
  void a_wait_that_nobody_ends_times_out() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment word = arena.allocate(JAVA_INT);

      assertEquals(Outcome.TIMED_OUT, futex.await(word.address(), 0, 1_000_000));
      assertEquals(Outcome.TIMED_OUT, futex.await(word.address(), 0, 0));
      assertEquals(Outcome.TIMED_OUT, futex.await(word.address(), 0, Long.MIN_VALUE));
    }
  }

  @Test
  void waking_where_nobody_sleeps_wakes_nobody() {
    try (Arena arena = Arena.ofConfined()) {
      assertEquals(0, futex.wake(arena.allocate(JAVA_INT).address(), 1));
    }
  }

  @Test
  void an_address_that_is_not_mapped_is_refused_and_the_jvm_lives() {
    IllegalStateException waiting =
        assertThrows(IllegalStateException.class, () -> futex.await(64, 0, 1));
    IllegalStateException waking =
        assertThrows(IllegalStateException.class, () -> futex.wake(64, 1));

    assertEquals(
        "futex wait at 0x40: the kernel refused with errno 14; keep the region mapped while threads wait in it",
        waiting.getMessage());
    assertEquals(
        "futex wake at 0x40: the kernel refused with errno 14; keep the region mapped while threads wait in it",
        waking.getMessage());
  }

  @Test
  void an_address_between_two_words_is_refused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> futex.await(0x1002, 0, 1));

    assertEquals("futex: expected a 4-aligned address, got 0x1002", e.getMessage());
  }

  @Test
  void a_count_of_zero_is_refused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> futex.wake(0x1000, 0));

    assertEquals("futex wake: expected a count of at least 1, got 0", e.getMessage());
  }

  @Test
  void another_system_is_named_in_the_error() {
    UnsupportedOperationException e =
        assertThrows(UnsupportedOperationException.class, () -> Futex.of("Plan 9", "mips"));

    assertEquals(
        "futex: expected Linux on x86-64 or AArch64, got Plan 9 on mips; use a waiter that spins and parks there",
        e.getMessage());
  }

  private static MemorySegment map(Path file, Arena arena) throws Exception {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, 4096, arena);
    }
  }
}
