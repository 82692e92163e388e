package dev.caplens.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.signal.ControlFlags;
import dev.caplens.layout.signal.Waiter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Many threads at one ring: every message arrives, once and whole, in the order of its producer.
@Timeout(300)
class RingThreadsTest {

  private static final int MESSAGES = 100_000;
  private static final long NAP_NANOS = 10_000_000;

  private final Region region = Region.anonymous(MasterMap.ARENA_OFFSET);
  private final SlotRing ring = SlotRing.inbox(region, new ControlFlags(region, Waiter.polling()));

  @Test
  void three_producers_and_one_consumer_close_the_account() throws Exception {
    run(3, 1, 0);
  }

  @Test
  void one_producer_and_three_consumers_close_the_account() throws Exception {
    run(1, 3, 0);
  }

  @Test
  void aborted_claims_and_records_given_back_change_nothing() throws Exception {
    run(2, 2, 10);
  }

  /// @param hesitation one in so many claims is aborted, and one in so many records given back
  private void run(int producers, int consumers, int hesitation) throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed of " + producers + " producers, " + consumers + " consumers: " + seed);
    AtomicInteger left = new AtomicInteger(producers * MESSAGES);
    List<Future<List<Long>>> received = new ArrayList<>();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (int i = 0; i < producers; i++) {
        long first = (long) i * MESSAGES;
        Random random = new Random(seed + i);
        threads.submit(() -> sendAll(first, random, hesitation));
      }
      for (int i = 0; i < consumers; i++) {
        Random random = new Random(seed - 1 - i);
        received.add(threads.submit(() -> takeAll(left, random, hesitation)));
      }
    }

    BitSet seen = new BitSet();
    for (Future<List<Long>> one : received) {
      checkOrder(one.get(), hesitation);
      one.get().forEach(number -> checkFirst(seen, number));
    }
    assertEquals(producers * MESSAGES, seen.cardinality());
    assertEquals(producers * MESSAGES, ring.counters().published());
    assertEquals(
        producers * MESSAGES, ring.counters().taken() - ring.counters().returned(), "account");
  }

  private static void checkFirst(BitSet seen, long number) {
    assertTrue(!seen.get((int) number), "delivered twice: " + number);
    seen.set((int) number);
  }

  private static void checkOrder(List<Long> numbers, int hesitation) {
    long[] last = {-1, -1, -1};
    for (long number : numbers) {
      int producer = (int) (number / MESSAGES);
      assertTrue(hesitation > 0 || number > last[producer], "out of order: " + number);
      last[producer] = number;
    }
  }

  private Void sendAll(long first, Random random, int hesitation) throws InterruptedException {
    Producer producer = ring.producer(1);
    for (long number = first; number < first + MESSAGES; number++) {
      while (hesitation > 0 && random.nextInt(hesitation) == 0 && producer.tryClaim()) {
        Numbers.fill(producer, -1, Long.BYTES);
        producer.abort();
      }
      while (!Numbers.trySend(producer, number)) {
        producer.awaitSpace(NAP_NANOS);
      }
    }
    return null;
  }

  private List<Long> takeAll(AtomicInteger left, Random random, int hesitation)
      throws InterruptedException {
    Consumer consumer = ring.consumer(2);
    List<Long> numbers = new ArrayList<>();
    while (left.get() > 0) {
      if (!consumer.tryTake()) {
        consumer.await(NAP_NANOS);
      } else if (hesitation > 0 && random.nextInt(hesitation) == 0) {
        consumer.giveBack();
      } else {
        numbers.add(Numbers.readAndRelease(consumer));
        left.decrementAndGet();
      }
    }
    return numbers;
  }
}
