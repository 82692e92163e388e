package dev.caplens.layout;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Superblock.Layout;
import dev.caplens.layout.process.ProcessIdentity;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.signal.Waiter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

  private static final long SCHEMAS = 0x5c4e3a5L;
  private static final long FILE_SIZE = MasterMap.DEFAULT_BASE + Tier.LIGHT.bytes();
  private static final String SAME_VERSION =
      "run the same version of Caplens, with the same schemas, on both sides";

  @TempDir Path folder;

  @Test
  void a_cell_that_was_made_can_be_attached_to() throws IOException {
    try (Cell kernel = create();
        Cell module = attach()) {
      assertEquals(0, kernel.slot());
      assertEquals(1, module.slot());
      assertEquals(kernel.superblock().uuid(), module.superblock().uuid());
      assertEquals(ProcessIdentity.current(), module.superblock().owner());
      assertEquals(Tier.LIGHT.bytes(), module.region().size());
      assertDoesNotThrow(module::requireIntact);
    }
  }

  @Test
  void an_interrupted_thread_leaves_as_any_other() throws IOException {
    try (Cell kernel = create()) {
      Cell module = attach();

      Thread.currentThread().interrupt();
      assertDoesNotThrow(module::requireIntact);
      module.close();

      assertTrue(Thread.interrupted(), "the interrupt is still there");
      assertFalse(kernel.processes().isHeld(1));
      assertDoesNotThrow(kernel::requireIntact);
    }
  }

  @Test
  void its_file_begins_with_a_hole_and_has_all_other_blocks() throws Exception {
    try (Cell kernel = create()) {
      assertEquals(FILE_SIZE, Files.size(kernel.file()));
      try (Peer blocks = Peer.shell("stat -c '%b %B' '" + kernel.file() + "'")) {
        String[] words = blocks.line().split(" ");
        long allocated = Long.parseLong(words[0]) * Long.parseLong(words[1]);
        assertTrue(allocated >= Tier.LIGHT.bytes(), "reserved: " + allocated);
        assertTrue(allocated < Tier.LIGHT.bytes() + (1 << 20), "the hole has blocks: " + allocated);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // field      offset, bytes, hostile,            expected,           got
    "magic,            0, 8, 0x1122334455667788, 0x31534e454c504143, 0x1122334455667788",
    "byte order,      12, 4, 0x04030201,         0x1020304,          0x4030201",
    "major version,    8, 2, 0x7,                0x1,                0x7",
    "base,            32, 8, 0x2000000,          0x1000000,          0x2000000",
    "size,            40, 8, 0x4000000,          0x2000000,          0x4000000",
    "schema hash,     24, 8, 0x77,               0x5c4e3a5,          0x77",
  })
  void a_superblock_that_differs_is_told_field_by_field(
      String field, long offset, int bytes, String hostile, String expected, String got)
      throws IOException {
    try (Cell kernel = create()) {
      write(kernel.file(), offset, bytes, Long.decode(hostile));

      LayoutMismatch mismatch = assertThrows(LayoutMismatch.class, this::attach);

      assertEquals(text(field, expected, got, SAME_VERSION), mismatch.getMessage());
      assertFalse(kernel.processes().isAnyHeld(kernel.slot()), "it has not joined");
    }
  }

  @Test
  void a_layout_hash_that_differs_is_told() throws IOException {
    try (Cell kernel = create()) {
      write(kernel.file(), Layout.LAYOUT_HASH_OFFSET, 8, 0xabc);

      LayoutMismatch mismatch = assertThrows(LayoutMismatch.class, this::attach);

      String expected = "0x" + Long.toHexString(MasterMap.LAYOUT_HASH);
      assertEquals(text("layout hash", expected, "0xabc", SAME_VERSION), mismatch.getMessage());
    }
  }

  @Test
  void a_region_that_is_not_ready_is_told() throws IOException {
    try (Cell kernel = create()) {
      write(kernel.file(), Layout.STATE_OFFSET, 1, MasterMap.REGION_STATE_CREATING);

      LayoutMismatch mismatch = assertThrows(LayoutMismatch.class, this::attach);

      assertEquals(
          text(
              "state",
              "2 (ready)",
              "1",
              "attach after its owner has made it, and before its owner leaves"),
          mismatch.getMessage());
    }
  }

  @Test
  void a_newer_minor_version_is_no_obstacle() throws IOException {
    try (Cell kernel = create()) {
      write(kernel.file(), Layout.MINOR_OFFSET, 2, 9);

      assertDoesNotThrow(() -> attach().close());
    }
  }

  @Test
  void a_file_that_is_too_short_is_told() throws IOException {
    try (Cell kernel = create()) {
      truncate(kernel.file(), FILE_SIZE - 8);

      assertEquals(
          "size of region %s: expected at least 33554432 bytes from base 0x1000000, got 33554424; it is no region, or was truncated"
              .formatted(kernel.file()),
          assertThrows(LayoutMismatch.class, this::attach).getMessage());
    }
    Files.write(file(), new byte[100]);
    assertEquals(
        "size of region %s: expected at least 33554432 bytes from base 0x1000000, got 0; it is no region, or was truncated"
            .formatted(file()),
        assertThrows(LayoutMismatch.class, this::attach).getMessage());
  }

  @Test
  void a_few_bytes_behind_the_region_do_no_harm() throws IOException {
    try (Cell kernel = create()) {
      truncate(kernel.file(), FILE_SIZE + 3);

      assertDoesNotThrow(() -> attach().close());
    }
  }

  @Test
  void a_foreign_file_is_no_region() throws IOException {
    Files.write(file(), new byte[1]);
    truncate(file(), FILE_SIZE);

    LayoutMismatch mismatch = assertThrows(LayoutMismatch.class, this::attach);

    assertEquals(text("magic", "0x31534e454c504143", "0x0", SAME_VERSION), mismatch.getMessage());
  }

  @Test
  void a_missing_file_is_an_io_exception() {
    assertThrows(NoSuchFileException.class, this::attach);
  }

  @Test
  void a_file_in_use_is_not_replaced() throws IOException {
    try (Cell kernel = create()) {
      FileAlreadyExistsException refused =
          assertThrows(FileAlreadyExistsException.class, this::create);

      assertEquals(
          "is the region of a process that is not proven dead; choose another file, or end that process",
          refused.getReason());
      assertDoesNotThrow(kernel::requireIntact);
    }
  }

  @Test
  void a_file_that_is_no_region_is_not_replaced() throws IOException {
    Files.writeString(file(), "precious");

    FileAlreadyExistsException refused =
        assertThrows(FileAlreadyExistsException.class, this::create);

    assertEquals(
        "exists and is no region of this version; choose another file, or remove it",
        refused.getReason());
    assertEquals("precious", Files.readString(file()));
  }

  @Test
  void what_a_killed_owner_left_is_refused_by_modules_and_replaced_by_a_new_owner()
      throws Exception {
    long pid;
    try (Peer owner = CellProcess.kernel(file())) {
      assertEquals("0", owner.line());
      pid = owner.pid();
      attach(1).close();
    }

    assertEquals(
        "region %s: its owner, process %d, is dead; start a new one".formatted(file(), pid),
        assertThrows(PeerLost.class, () -> attach(1)).getMessage());
    try (Cell kernel = create()) {
      assertEquals(ProcessIdentity.current(), kernel.superblock().owner());
    }
  }

  /// A look at a file and its removal are two steps, between which another kernel may have put its
  /// own region there.
  @Test
  void of_kernels_that_replace_an_old_region_at_once_one_gets_the_file_and_keeps_it()
      throws Exception {
    Path old = folder.resolve("old");
    try (Peer owner = CellProcess.kernel(old)) {
      owner.line();
    }
    try (Peer a = Peer.jvm(RacingKernel.class);
        Peer b = Peer.jvm(RacingKernel.class);
        Peer c = Peer.jvm(RacingKernel.class)) {
      List<Peer> kernels = List.of(a, b, c);
      answers(kernels);
      for (int round = 0; round < 40; round++) {
        Files.copy(old, file());

        tell(kernels, file().toString());
        List<String> made =
            answers(kernels).stream().filter(line -> line.startsWith("made")).toList();

        assertEquals(1, made.size(), () -> "all of them own it: " + made);
        try (Cell cell = attach(1)) {
          assertEquals(made, List.of("made " + cell.superblock().uuid()));
        }
        tell(kernels, "end");
        answers(kernels);
        assertEquals(List.of("old"), names());
      }
    }
  }

  private static void tell(List<Peer> kernels, String line) throws IOException {
    for (Peer kernel : kernels) {
      kernel.say(line);
    }
  }

  private static List<String> answers(List<Peer> kernels) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Peer kernel : kernels) {
      lines.add(kernel.line());
    }
    return lines;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void a_module_notices_that_its_owner_was_killed_and_the_last_one_removes_the_region()
      throws Exception {
    try (Peer owner = CellProcess.kernel(file())) {
      owner.line();
      Cell first = attach(1);
      Cell last = attach(1);
      first.requireIntact();

      owner.kill();

      assertThrows(PeerLost.class, first::requireIntact);
      first.closeAndRemoveIfLast();
      assertTrue(Files.exists(file()));
      last.closeAndRemoveIfLast();
      assertFalse(Files.exists(file()));
    }
  }

  @Test
  void a_region_that_was_truncated_is_told_and_left_without_an_error() throws IOException {
    Cell kernel = create();
    Cell module = attach();
    truncate(file(), 4096);

    assertEquals(
        "region %s was truncated from outside: expected %d bytes, got 4096; nothing in it can be trusted any more, run again"
            .formatted(file(), FILE_SIZE),
        assertThrows(PeerLost.class, module::requireIntact).getMessage());
    module.close();
    kernel.closeAndRemove();

    assertFalse(Files.exists(file()));
  }

  @Test
  void closing_gives_the_slot_back_and_refuses_new_lenses() throws IOException {
    try (Cell kernel = create()) {
      Cell module = attach();
      assertTrue(kernel.processes().isHeld(1));

      module.close();
      module.close();

      assertFalse(kernel.processes().isHeld(1));
      assertThrows(IllegalStateException.class, () -> module.channel(0));
      assertTrue(Files.exists(file()));
    }
  }

  @Test
  void removing_spares_a_file_that_has_taken_the_place() throws IOException {
    Cell kernel = create();
    Files.delete(file());
    Files.writeString(file(), "another one's");

    kernel.closeAndRemove();

    assertEquals("another one's", Files.readString(file()));
  }

  @Test
  void a_region_that_is_kept_can_be_looked_at_but_not_attached_to() throws IOException {
    Cell kernel = create();
    kernel.closeAndKeep();

    assertEquals(RegionFiles.State.KEPT, RegionFiles.state(file()));
    assertTrue(assertThrows(LayoutMismatch.class, this::attach).toString().contains("got 3"));
    create().closeAndRemove();
    assertFalse(Files.exists(file()));
  }

  @Test
  void a_region_that_is_kept_is_in_use_while_a_module_is_attached() throws IOException {
    Cell kernel = create();
    Cell module = attach();

    kernel.closeAndKeep();

    assertEquals(RegionFiles.State.IN_USE, RegionFiles.state(file()));
    module.close();
    assertEquals(RegionFiles.State.KEPT, RegionFiles.state(file()));
  }

  @Test
  void only_the_owner_beats_for_the_region() throws IOException {
    try (Cell kernel = create();
        Cell module = attach()) {
      long at = MasterMap.SUPERBLOCK_OFFSET + Layout.HEARTBEAT_MILLIS_OFFSET;
      write(file(), Layout.HEARTBEAT_MILLIS_OFFSET, 8, 1);

      module.beat();
      assertEquals(1, getLong(kernel.region(), at));
      kernel.beat();
      assertNotEquals(1, getLong(kernel.region(), at));
    }
  }

  @Test
  void a_channel_outside_the_map_is_refused() throws IOException {
    try (Cell kernel = create()) {
      assertThrows(IndexOutOfBoundsException.class, () -> kernel.channel(32));
      assertThrows(IndexOutOfBoundsException.class, () -> kernel.channel(-1));
    }
  }

  private Path file() {
    return folder.resolve("cell");
  }

  private Cell create() throws IOException {
    return Cell.create(file(), Tier.LIGHT, SCHEMAS, Waiter.polling());
  }

  private Cell attach() throws IOException {
    return attach(SCHEMAS);
  }

  private Cell attach(long schemas) throws IOException {
    return Cell.attach(file(), ProcessRole.MODULE, schemas, Waiter.polling());
  }

  private String text(String field, String expected, String got, String remedy) {
    return "%s of the superblock of region %s [16777216, 50331648): expected %s, got %s; %s"
        .formatted(field, file(), expected, got, remedy);
  }

  private static long getLong(Region region, long offset) {
    return region
        .segment()
        .asSlice(offset, 8)
        .asByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .getLong();
  }

  /// Writes the low bytes of a number into a field of the superblock, through the file.
  private static void write(Path file, long field, int bytes, long value) throws IOException {
    ByteBuffer word = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(
          word.limit(bytes), MasterMap.DEFAULT_BASE + MasterMap.SUPERBLOCK_OFFSET + field);
    }
  }

  private static void truncate(Path file, long size) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(size);
    }
  }
}
