package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a reset and the walk over a list cost the collector, once the JIT has seen them: nothing.
///
/// Assertions are off here: with them on, `reset()` makes new segments, to know old lenses by.
@Tag("without-assertions")
class AllocationTest {

  /// What one run may allocate in all, be it of 10,000 elements: far less than an object for each.
  private static final long STRAY_BYTES = 512;

  /// The first runs are interpreted, where each lens is an object; so many are tried.
  private static final int RUNS = 20_000;

  private static final int MESSAGES = 200;

  /// The builder of a root, which is an object where C2 does not inline what makes it.
  private static final long ROOT_BYTES = 40;

  private static final int ELEMENTS = 10_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long sum;

  @BeforeAll
  static void requireNoAssertions() {
    assumeFalse(
        AllocationTest.class.desiredAssertionStatus(),
        "assertions are on: run with -DenableAssertions=false");
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 1024})
  void reset_gives_a_builder_of_one_or_many_segments_back_without_allocating(long words) {
    MessageBuilder message = MessageBuilder.withSegmentsOf(words);

    allocatesNothing(() -> bytesOfResets(message));

    assertEquals(1, message.segmentCount());
    MessageBuilderTest.fill(message.initRoot(Node.TYPE));
    assertEquals(words == 8, message.segmentCount() > 1);
    MessageBuilderTest.check(message.asReader().root(Node.TYPE));
  }

  @Test
  void a_new_root_of_a_reset_builder_costs_its_builder_at_most() {
    MessageBuilder message = MessageBuilder.create();
    MessageBuilderTest.fill(message.initRoot(Node.TYPE)); // pointers of many types were initialised

    allocatesAtMost(MESSAGES * ROOT_BYTES, () -> bytesOf(() -> buildRoots(message)));

    assertEquals(MESSAGES - 1, message.asReader().root(Node.TYPE).getStamp());
  }

  @Test
  void a_cursor_walks_a_list_without_allocating_per_element() {
    StructList.Reader<Node.Reader> children = children();

    allocatesNothing(() -> bytesOf(() -> walk(children.cursor())));
  }

  @Test
  void elements_are_got_by_index_without_allocating() {
    StructList.Reader<Node.Reader> children = children();

    allocatesNothing(() -> bytesOf(() -> walk(children)));
  }

  @Test
  void numbers_are_got_by_index_without_allocating() {
    MessageBuilder message = MessageBuilder.create();
    message.initRoot(Node.TYPE).initYears(ELEMENTS);
    IntList.Reader years = message.asReader().root(Node.TYPE).getYears();

    allocatesNothing(() -> bytesOf(() -> walk(years)));
  }

  private long bytesOfResets(MessageBuilder message) {
    long bytes = 0;
    for (int i = 0; i < MESSAGES; i++) {
      MessageBuilderTest.fill(message.initRoot(Node.TYPE));
      long before = threads.getCurrentThreadAllocatedBytes();
      message.reset();
      bytes += threads.getCurrentThreadAllocatedBytes() - before;
    }
    return bytes;
  }

  private static void buildRoots(MessageBuilder message) {
    for (int i = 0; i < MESSAGES; i++) {
      message.reset();
      message.initRoot(Node.TYPE).setStamp(i);
    }
  }

  private void walk(ListCursor<Node.Reader> cursor) {
    long numbers = 0;
    while (cursor.next()) {
      numbers += cursor.element().getStamp();
    }
    sum += numbers;
  }

  private void walk(StructList.Reader<Node.Reader> list) {
    long numbers = 0;
    for (int i = 0; i < list.size(); i++) {
      numbers += list.get(i).getStamp();
    }
    sum += numbers;
  }

  private void walk(IntList.Reader list) {
    long numbers = 0;
    for (int i = 0; i < list.size(); i++) {
      numbers += list.get(i);
    }
    sum += numbers;
  }

  private static StructList.Reader<Node.Reader> children() {
    MessageBuilder message = MessageBuilder.create();
    StructList.Builder<Node.Builder> children = message.initRoot(Node.TYPE).initChildren(ELEMENTS);
    for (int i = 0; i < ELEMENTS; i++) {
      children.get(i).setStamp(i);
    }
    return message.asReader().root(Node.TYPE).getChildren();
  }

  private long bytesOf(Runnable loop) {
    long before = threads.getCurrentThreadAllocatedBytes();
    loop.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void allocatesNothing(LongSupplier loop) {
    allocatesAtMost(0, loop);
  }

  /// Runs a loop, which tells its bytes, until it is compiled.
  private static void allocatesAtMost(long bytes, LongSupplier loop) {
    long most = bytes + STRAY_BYTES;
    long least = Long.MAX_VALUE;
    for (int run = 0; run < RUNS && least > most; run++) {
      least = Math.min(least, loop.getAsLong());
    }
    assertTrue(least <= most, "each run allocated " + least + " bytes or more");
  }
}
