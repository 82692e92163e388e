package dev.caplens.bridge;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

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
  void a_source_that_is_closed_says_so() throws IOException {
    source.create("early", 4096);
    source.close();

    for (Executable late :
        List.<Executable>of(() -> source.create("late", 4096), () -> source.path("early"))) {
      assertEquals(
          "memfd regions are closed; make a new source",
          assertThrows(IllegalStateException.class, late).getMessage());
    }
  }

  @Test
  void a_size_that_no_region_has_leaves_nothing_behind() throws IOException {
    assertThrows(IllegalArgumentException.class, () -> source.create("odd", 4097));

    assertEquals(List.of(), open("odd"));
    source.create("odd", 4096);
    assertEquals(1, open("odd").size());
  }

  @Test
  void a_source_that_is_closed_while_it_makes_regions_keeps_none_open() throws Exception {
    for (int round = 0; round < 100; round++) {
      MemfdRegions racing = new MemfdRegions();
      CountDownLatch begun = new CountDownLatch(1);
      CompletableFuture<Integer> maker =
          CompletableFuture.supplyAsync(() -> {
            int made = 0;
            try {
              while (made < 300) { // a process may have 1,024 descriptors
                racing.create("racing-" + made++, 4096);
                begun.countDown();
              }
              return made;
            } catch (IllegalStateException closed) {
              return made;
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            } finally {
              begun.countDown();
            }
          });
      begun.await();

      racing.close();

      assertTrue(maker.get() > 0);
      assertEquals(List.of(), open("racing"));
    }
  }

  /// The descriptors of this process for regions whose names begin so.
  private static List<String> open(String name) throws IOException {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors) {
        String target = target(descriptor);
        if (target.contains("memfd:" + name)) {
          found.add(target);
        }
      }
    }
    return found;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  @Test
  void a_size_beyond_memory_is_refused_before_the_kernel_is_asked() {
    // The kernel would take page after page and then kill processes.
    var error = assertThrows(FileSystemException.class, () -> source.create("huge", 1L << 60));

    assertTrue(error.toString().contains("got 1152921504606846976; free memory"), error::toString);
  }
}
