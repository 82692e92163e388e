package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls on several threads at once. The JVM lives; with assertions on, no lens gives a value of
/// another message. The build runs this with assertions on and off.
///
/// A few seconds in each build; millions of rounds of each race take some minutes, by command: `mvn
/// verify -pl lens-core -am -Dtest=RacesTest -Dcaplens.rounds=3000000
/// -Dsurefire.failIfNoSpecifiedTests=false`.
@Tag("without-assertions")
class RacesTest {

  private static final boolean ASSERTING = RacesTest.class.desiredAssertionStatus();
  private static final int PAGE_BYTES = 4096;
  private static final int PAGES = 64;

  /// Before a thread gives its core away to wait for another: some microseconds.
  private static final int SPINS = 200;

  private final AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile @Nullable Opened reading;
  private volatile boolean done;

  @Test
  void a_reader_never_sees_what_came_after_a_reset() throws InterruptedException {
    MessageBuilder message = MessageBuilder.create(64);
    AtomicReference<Stamped> latest = new AtomicReference<>(stamp(message, 0));
    Thread reader = start(() -> read(Objects.requireNonNull(latest.get())));

    long rounds = rounds(300_000);
    for (long round = 1; wrong.get() == null && (round <= rounds || reads.get() == 0); round++) {
      message.reset();
      latest.set(stamp(message, round));
      if (round % 64 == 0) {
        Thread.yield(); // let the reader through now and then
      }
    }

    join(reader);
  }

  @Test
  void closing_a_region_leaves_its_lenses_alive() throws Exception {
    closeWhileRead(RacesTest::anonymous);
  }

  @Test
  void closing_a_mapped_file_leaves_its_lenses_alive(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("pages");
    Region pages = Region.create(file, PAGES * PAGE_BYTES);
    for (int page = 0; page < PAGES; page++) {
      stamp(MessageBuilder.in(pages, page * PAGE_BYTES, PAGE_BYTES), page);
    }

    closeWhileRead(round -> mapped(file, round % PAGES));
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

    long rounds = rounds(30_000);
    for (long round = 0; round < rounds; round++) {
      build.run();
      if (round % 10 == 0) {
        restart(message, root);
      }
    }

    join(other);
    message.reset();
    MessageBuilderTest.fill(message.initRoot(Node.TYPE)); // it can be used again
  }

  @Test
  void an_orphan_on_two_threads_never_has_a_place_in_one_segment_and_an_address_in_another()
      throws InterruptedException {
    MessageBuilder message = MessageBuilder.withSegmentsOf(1); // each hidden word makes a segment
    AtomicReference<@Nullable Orphan<AnyPointer.Builder>> latest = new AtomicReference<>();
    AtomicReference<@Nullable Orphan<AnyPointer.Builder>> taken = new AtomicReference<>();
    Thread other =
        start(() -> {
          Orphan<AnyPointer.Builder> orphan = latest.getAndSet(null);
          if (orphan != null) {
            taken.set(orphan);
            getOrphan(orphan);
          }
        });

    long rounds = rounds(20_000);
    try {
      for (long round = 0; round < rounds && wrong.get() == null; round++) {
        try {
          if (round % 10 == 0) {
            message.reset();
          }
          AnyPointer.Builder pointer = message.rootPointer();
          pointer.init(LongList.TYPE, 1);
          Orphan<AnyPointer.Builder> orphan = pointer.disown(AnyPointer.TYPE);
          latest.set(orphan);
          await(() -> taken.get() == orphan); // now both begin at once
          getOrphan(orphan);
        } catch (RuntimeException nonsense) {
          // The other thread was in the middle of adding a segment.
        }
      }
    } finally {
      join(other);
    }
    long both = reads.get() - rounds; // at least so many rounds in which neither thread failed
    assertTrue(both > rounds / 2, () -> "both threads got it in " + both + " of " + rounds);
  }

  /// A pointer's builder tells where the orphan is held.
  private void getOrphan(Orphan<AnyPointer.Builder> orphan) {
    try {
      AnyPointer.Builder pointer = orphan.get();
      Segment segment = pointer.segment;
      boolean within = segment.base <= pointer.at && pointer.at < segment.end;
      assertTrue(within, "an address outside of its segment");
      reads.incrementAndGet();
    } catch (RuntimeException nonsense) {
      // Both took the same word, or the message was emptied meanwhile.
    }
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
    Content content = Content.of(number);
    Node.Builder root = message.initRoot(Node.TYPE);
    root.setStamp(content.number());
    root.setName(content.name());
    boolean even = number % 2 == 0; // both ways to read what is being built
    return new Stamped(even ? root.asReader() : message.asReader().root(Node.TYPE), number);
  }

  /// A region that holds a message with that number, and a root that was got before it is closed.
  private record Opened(Region region, Node.Reader root, long number) {}

  private interface Opening {
    Opened open(long round) throws IOException;
  }

  private static Opened anonymous(long round) {
    Region region = Region.anonymous(PAGE_BYTES);
    stamp(MessageBuilder.in(region, 0, PAGE_BYTES), round);
    return new Opened(region, root(region), round);
  }

  private static Opened mapped(Path file, long page) throws IOException {
    Region region = Region.open(file, Access.READ_ONLY, page * PAGE_BYTES, PAGE_BYTES);
    return new Opened(region, root(region), page);
  }

  private static Node.Reader root(Region region) {
    return MessageReader.flat(region, 0, region.size(), Limits.TRUSTED).root(Node.TYPE);
  }

  /// Publishes regions and closes each while the other thread reads it. Nobody holds any but the
  /// newest, so the collector gives the memory of the others back.
  private void closeWhileRead(Opening opening) throws Exception {
    AtomicReference<Opened> latest = new AtomicReference<>(opening.open(0));
    Thread reader = start(() -> readOpen(Objects.requireNonNull(latest.get())));

    long rounds = rounds(3_000);
    for (long round = 1; round <= rounds; round++) {
      Opened opened = opening.open(round);
      latest.set(opened);
      if (round % 8 == 0) {
        await(() -> reading == opened); // now close() surely comes in the middle of reading
      }
      opened.region().close();
      if (round % 500 == 0) {
        System.gc();
      }
    }

    await(() -> refused.get() > 0); // the newest is closed, so there comes one
    join(reader);
  }

  /// Waits for what the other thread does, or for its failure.
  private void await(BooleanSupplier event) {
    for (int i = 0; !event.getAsBoolean() && wrong.get() == null; i++) {
      if (i > SPINS) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
  }

  /// The old lens reads as ever; a new one is got, or refused since the region is closed.
  private void readOpen(Opened opened) {
    reading = opened;
    check(opened.root(), opened.number());
    Node.Reader root;
    try {
      root = root(opened.region());
    } catch (IllegalStateException closed) {
      refused.incrementAndGet();
      return;
    }
    check(root, opened.number());
  }

  /// Without assertions the values are any that the memory has held, and nothing else is thrown.
  private void read(Stamped stamped) {
    try {
      Content content = Content.of(stamped.root());
      if (ASSERTING) {
        assertEquals(Content.of(stamped.number()), content);
      }
      reads.incrementAndGet();
    } catch (MalformedMessage | LimitReached undefined) {
      // Its words were read while they changed.
    } catch (IllegalStateException released) {
      if (!ASSERTING) {
        throw released;
      }
    }
  }

  private static void check(Node.Reader root, long number) {
    assertEquals(Content.of(number), Content.of(root));
  }

  /// What a root holds, in two places.
  private record Content(long number, String name) {

    static Content of(long number) {
      return new Content(number, "number " + number);
    }

    static Content of(Node.Reader root) {
      return new Content(root.getStamp(), root.getName().toString());
    }
  }

  /// How many rounds a race has, unless told otherwise.
  private static long rounds(long otherwise) {
    return Long.getLong("caplens.rounds", otherwise);
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
