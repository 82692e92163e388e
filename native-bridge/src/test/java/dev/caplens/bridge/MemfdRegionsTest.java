package dev.caplens.bridge;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemfdRegionsTest {

  private final MemfdRegions source = new MemfdRegions();

  @AfterEach
  void closeSource() {
    source.close();
  }

  @Test
  void what_is_written_is_read_by_another_process() throws Exception {
    Region region = source.create("shared", 8192);
    region.segment().set(JAVA_BYTE, 5000, (byte) 'x');

    Process other =
        new ProcessBuilder(
                "dd", "if=" + source.path("shared"), "bs=1", "skip=5000", "count=1", "status=none")
            .start();

    assertEquals("x", new String(other.getInputStream().readAllBytes()));
    assertEquals(0, other.waitFor());
  }

  @Test
  void its_size_cannot_be_changed() throws IOException {
    source.create("sealed", 8192);
    try (FileChannel channel =
        FileChannel.open(
            source.path("sealed"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {

      assertThrows(IOException.class, () -> channel.truncate(4096));

      assertEquals(8192, channel.size());
    }
  }

  @Test
  void a_region_outlives_its_source() throws IOException {
    Region region = source.create("alive", 4096);
    Region second = Region.open(source.path("alive"), Access.READ_ONLY);

    source.close();
    region.segment().set(JAVA_LONG, 8, 42);

    assertEquals(42, second.segment().get(JAVA_LONG, 8));
  }

  @Test
  void names_are_unique_and_known() throws IOException {
    source.create("once", 4096);

    assertThrows(IllegalArgumentException.class, () -> source.create("once", 4096));
    assertThrows(IllegalArgumentException.class, () -> source.path("never"));
  }

  @Test
  void a_size_beyond_memory_is_refused_before_the_kernel_is_asked() {
    // The kernel would take page after page and then kill processes.
    var error = assertThrows(FileSystemException.class, () -> source.create("huge", 1L << 60));

    assertTrue(error.toString().contains("got 1152921504606846976; free memory"), error::toString);
  }
}
