package dev.caplens.layout.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpanTest {

  private static final List<Consumer<Span>> STORES =
      List.of(
          s -> s.putShort(0, 1),
          s -> s.putInt(0, 1),
          s -> s.putLong(0, 1),
          s -> s.putIntVolatile(0, 1),
          s -> s.putLongVolatile(0, 1),
          s -> s.putLongRelease(0, 1),
          s -> s.getAndAddInt(0, 1),
          s -> s.getAndAddLong(0, 1),
          s -> s.compareAndSetLong(0, 0, 1),
          s -> s.setBits(0, 1),
          s -> s.clearBits(0, 1),
          s -> s.clear(0, 8),
          s -> s.putName(0, 8, "name"));

  @Test
  void an_access_has_two_ends() {
    Span span = new Span(Region.anonymous(64), 16, 16);

    span.putLong(8, 7);
    assertEquals(7, span.getLong(8));
    for (long wrong : new long[] {-1, 9, 16, Long.MAX_VALUE, Long.MIN_VALUE, -8}) {
      assertThrows(IndexOutOfBoundsException.class, () -> span.getLong(wrong));
      assertThrows(IndexOutOfBoundsException.class, () -> span.putLong(wrong, 1));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> span.clear(8, 9));
    assertThrows(IndexOutOfBoundsException.class, () -> span.putName(0, 17, ""));
    assertThrows(IndexOutOfBoundsException.class, () -> span.getName(1, 16));
    assertThrows(IndexOutOfBoundsException.class, () -> span.slice(8, 9));
  }

  @Test
  void a_span_lies_in_its_region() {
    Region region = Region.anonymous(64);

    assertThrows(IndexOutOfBoundsException.class, () -> new Span(region, 56, 16));
    assertThrows(IndexOutOfBoundsException.class, () -> new Span(region, -8, 16));
    assertEquals(40, new Span(region, 32, 32).slice(8, 8).offsetInRegion(0));
  }

  @Test
  void a_store_into_a_region_that_is_read_only_is_refused_and_the_jvm_lives(@TempDir Path folder)
      throws Exception {
    Path file = Files.write(folder.resolve("file"), new byte[64]);
    Span span = new Span(Region.open(file, Access.READ_ONLY), 0, 64);

    for (Consumer<Span> store : STORES) {
      assertThrows(IllegalStateException.class, () -> store.accept(span));
    }
    assertEquals(0, span.getLong(0));
  }

  @Test
  void a_name_is_padded_with_nul_and_cut() {
    Span span = new Span(Region.anonymous(64), 0, 64);
    span.putName(0, 8, "long ago");
    span.putName(0, 8, "now");

    assertEquals("now", span.getName(0, 8));
    assertEquals(0x77_6f_6eL, span.getLong(0));
    span.putName(0, 8, "a name of many letters");
    assertEquals("a name o", span.getName(0, 8));
    assertEquals(0, span.getLong(8));
  }
}
