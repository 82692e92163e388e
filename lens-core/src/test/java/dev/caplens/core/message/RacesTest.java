package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.caplens.core.memory.Region;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Calls on several threads at once. The JVM lives; with assertions on, no lens gives a value of
/// another message.
class RacesTest {

  private static final int ROUNDS = 300_000;

  private final AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
  private final AtomicLong reads = new AtomicLong();
  private volatile boolean done;

  @Test
  void a_reader_never_sees_what_came_after_a_reset() throws InterruptedException {
    MessageBuilder message = MessageBuilder.create(64);
    AtomicReference<Stamped> latest = new AtomicReference<>(stamp(message, 0));
    Thread reader = start(() -> read(Objects.requireNonNull(latest.get())));

    for (int round = 1; round <= ROUNDS || reads.get() == 0; round++) {
      message.reset();
      latest.set(stamp(message, round));
      if (round % 64 == 0) {
        Thread.yield(); // let the reader through now and then
      }
    }

    join(reader);
  }

  @Test
  void closing_a_region_leaves_its_lenses_alive() throws InterruptedException {
    AtomicReference<Stamped> latest = new AtomicReference<>(inRegion(0));
    Thread reader = start(() -> read(Objects.requireNonNull(latest.get())));

    for (int round = 1; round <= ROUNDS / 100; round++) {
      latest.set(inRegion(round));
      if (round % 500 == 0) {
        System.gc();
      }
    }

    join(reader);
  }

  @Test
  void builders_on_two_threads_build_nonsense_and_nothing_worse() throws InterruptedException {
    MessageBuilder message = MessageBuilder.withSegmentsOf(32);
    AtomicReference<Node.Builder> root = new AtomicReference<>(message.initRoot(Node.TYPE));
    Runnable build =
        () -> {
          try {
            MessageBuilderTest.fill(Objects.requireNonNull(root.get()));
            Objects.requireNonNull(root.get()).asReader().totalSize();
          } catch (RuntimeException nonsense) {
            reads.incrementAndGet();
          }
        };
    Thread other = start(build);

    for (int round = 0; round < ROUNDS / 10; round++) {
      build.run();
      if (round % 10 == 0) {
        restart(message, root);
      }
    }

    join(other);
    message.reset();
    MessageBuilderTest.fill(message.initRoot(Node.TYPE)); // it can be used again
  }

  /// Empties a builder that another thread is building in, which one thread alone may do.
  private static void restart(MessageBuilder message, AtomicReference<Node.Builder> root) {
    try {
      message.reset();
      root.set(message.initRoot(Node.TYPE));
    } catch (RuntimeException nonsense) {
      // The other thread was in the middle of adding a segment.
    }
  }

  /// A root that was published with the number that it holds.
  private record Stamped(Node.Reader root, long number) {}

  private static Stamped stamp(MessageBuilder message, long number) {
    Node.Builder root = message.initRoot(Node.TYPE);
    root.setStamp(number);
    root.setName("number " + number);
    return new Stamped(root.asReader(), number);
  }

  private static Stamped inRegion(long number) {
    Region region = Region.anonymous(4096);
    MessageBuilder message = MessageBuilder.in(region, 0, region.size());
    Stamped stamped = stamp(message, number);
    region.close();
    return stamped;
  }

  private void read(Stamped stamped) {
    try {
      long number = stamped.root().getStamp();
      String name = stamped.root().getName().toString();
      assertEquals(stamped.number(), number);
      assertEquals("number " + number, name);
      reads.incrementAndGet();
    } catch (IllegalStateException | MalformedMessage | LimitReached released) {
      // It was reset meanwhile, and the lens told.
    }
  }

  private Thread start(Runnable step) {
    return Thread.ofPlatform()
        .start(() -> {
          try {
            while (!done) {
              step.run();
            }
          } catch (Throwable failure) {
            wrong.set(failure);
          }
        });
  }

  private void join(Thread thread) throws InterruptedException {
    done = true;
    thread.join();
    assertNull(wrong.get(), () -> String.valueOf(wrong.get()));
  }
}
