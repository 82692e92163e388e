package dev.caplens.core.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.raw.Memory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionTest {

  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  @TempDir Path folder;

  @Test
  void a_created_file_is_as_long_as_hole_and_region_together() throws IOException {
    Path file = folder.resolve("cell");

    Region region = Region.create(file, 1 << 24, 1 << 16);

    assertEquals((1 << 24) + (1 << 16), Files.size(file));
    assertEquals(1 << 16, region.size());
    assertEquals(Access.READ_WRITE, region.access());
    assertTrue(allocatedBytes(file) >= 1 << 16, "blocks of the region are reserved");
    assertTrue(allocatedBytes(file) < 1 << 24, "the hole before it stays a hole");
  }

  @Test
  void a_created_file_is_its_owners_alone() throws IOException {
    Path file = folder.resolve("cell");

    Region.create(file, 64);

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void what_one_mapping_writes_another_reads() throws IOException {
    Path file = folder.resolve("cell");
    Region writer = Region.create(file, 8192, 4096);
    Region reader = Region.open(file, Access.READ_ONLY, 8192, 4096);

    Memory.putLong(writer.address() + 16, 0x1122334455667788L);

    assertEquals(0x1122334455667788L, reader.segment().get(LONG, 16));
    Reference.reachabilityFence(writer);
  }

  @Test
  void a_file_that_exists_is_not_created_again() throws IOException {
    Path file = folder.resolve("cell");
    Region.create(file, 4096);

    assertThrows(FileAlreadyExistsException.class, () -> Region.create(file, 4096));
    assertTrue(Files.exists(file));
  }

  @Test
  void a_missing_file_is_named() {
    Path file = folder.resolve("nowhere");

    var error = assertThrows(NoSuchFileException.class, () -> Region.open(file, Access.READ_ONLY));

    assertEquals(file.toString(), error.getFile());
  }

  @Test
  void a_file_that_is_too_short_is_refused_with_both_lengths() throws IOException {
    Path file = Files.write(folder.resolve("short"), new byte[64]);

    var error =
        assertThrows(FileSystemException.class, () -> Region.open(file, Access.READ_ONLY, 0, 72));

    assertEquals(
        file + ": length of a region's file: expected at least 72 bytes, got 64",
        error.getMessage());
  }

  @Test
  void a_file_whose_length_is_no_whole_number_of_words_is_refused() throws IOException {
    Path file = Files.write(folder.resolve("odd"), new byte[63]);

    var error = assertThrows(FileSystemException.class, () -> Region.open(file, Access.READ_ONLY));

    assertEquals(
        file + ": length of a region's file: expected a positive multiple of 8 bytes, got 63",
        error.getMessage());
  }

  @Test
  void ranges_are_whole_words() {
    Path file = folder.resolve("cell");

    assertThrows(IllegalArgumentException.class, () -> Region.create(file, 4, 4096));
    assertThrows(IllegalArgumentException.class, () -> Region.create(file, -8, 4096));
    assertThrows(IllegalArgumentException.class, () -> Region.create(file, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> Region.create(file, 0, 12));
    assertThrows(
        IllegalArgumentException.class, () -> Region.create(file, 1L << 62, Long.MAX_VALUE - 7));
    assertFalse(Files.exists(file));
  }

  @Test
  void a_region_that_does_not_fit_leaves_no_file() {
    Path file = folder.resolve("huge");

    var error =
        assertThrows(
            FileSystemException.class, () -> Region.create(file, Long.MAX_VALUE - 8191, 4096));

    assertTrue(error.toString().contains("the file was removed"), error::toString);
    assertFalse(Files.exists(file));
  }

  @Test
  void a_region_larger_than_the_file_system_is_refused_before_it_is_filled() {
    Path file = folder.resolve("larger");

    var error = assertThrows(FileSystemException.class, () -> Region.create(file, 0, 1L << 60));

    assertTrue(error.toString().contains("bytes are free"), error::toString);
    assertFalse(Files.exists(file));
  }

  @Test
  void offsets_reach_beyond_two_gibibytes() throws IOException {
    Path file = folder.resolve("sparse");
    long size = 5L << 30;
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(size);
    }
    Region region = Region.open(file, Access.READ_WRITE);

    Memory.putLong(region.address() + size - 8, 42);
    Memory.putLong(region.address() + (3L << 30), 43);

    Region again = Region.open(file, Access.READ_ONLY, 3L << 30, 2L << 30);
    assertEquals(42, again.segment().get(LONG, (2L << 30) - 8));
    assertEquals(43, again.segment().get(LONG, 0));
    assertEquals(42, region.segment().get(LONG, size - 8));
  }

  @Test
  void anonymous_memory_is_zero_and_aligned_to_a_page() {
    Region region = Region.anonymous(1 << 20);

    assertEquals(0, region.address() % 4096);
    assertEquals(-1, region.segment().mismatch(Region.anonymous(1 << 20).segment()));
    assertEquals(0, region.segment().get(LONG, 4096));
  }

  @Test
  void memory_that_cannot_be_had_names_the_setting() {
    var error = assertThrows(OutOfMemoryError.class, () -> Region.anonymous(1L << 50));

    assertEquals(
        "anonymous region of 1125899906842624 bytes: no such memory; raise -XX:MaxDirectMemorySize",
        error.getMessage());
  }

  @Test
  void a_source_of_files_makes_them_in_its_folder() throws IOException {
    Region region = RegionSource.files(folder).create("cell-1.map", 4096);

    assertEquals(4096, Files.size(folder.resolve("cell-1.map")));
    assertEquals(4096, region.size());
    assertEquals(64, RegionSource.anonymous().create("scratch", 64).size());
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> RegionSource.files(folder).create("../escape", 4096));
    assertEquals(
        "name of a region: expected letters, digits, '-', '_' and '.', got '../escape'",
        error.getMessage());
  }

  @Test
  void a_closed_region_gives_no_new_lens_and_keeps_the_old_ones() {
    Region region = Region.anonymous(4096);
    var segment = region.segment();

    region.close();

    segment.set(LONG, 8, 7);
    assertEquals(7, segment.get(LONG, 8));
    assertTrue(region.isClosed());
    var error = assertThrows(IllegalStateException.class, region::address);
    assertEquals(
        "anonymous region of 4096 bytes is closed; open it again to read or write it",
        error.getMessage());
  }

  @Test
  void a_read_only_region_refuses_writers() throws IOException {
    Path file = Files.write(folder.resolve("constant"), new byte[64]);
    Region region = Region.open(file, Access.READ_ONLY);

    var error = assertThrows(IllegalStateException.class, region::requireWritable);

    assertEquals(
        "region " + file + " [0, 64) is read-only; open it with Access.READ_WRITE to write it",
        error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> region.segment().set(LONG, 0, 1));
  }

  private static long allocatedBytes(Path file) throws IOException {
    Process du = new ProcessBuilder("du", "-k", file.toString()).start();
    String line = new String(du.getInputStream().readAllBytes());
    return Long.parseLong(line.split("\\s")[0]) * 1024;
  }
}
