package dev.caplens.layout.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MasterMapTest {

  /// A field per line: its struct, the struct's bytes, its name, where it begins, its bytes.
  private static final String FIELDS =
      """
      Allocator 65536 pageWords 4096 32768
      Allocator 65536 runLengths 36864 16384
      ControlFlags 128 epochs 0 128
      DirectoryEntry 32 length 24 8
      DirectoryEntry 32 name 0 16
      DirectoryEntry 32 offset 16 8
      Header 128 copiedBytes 112 8
      Header 128 done 80 8
      Header 128 failed 88 8
      Header 128 health 4 4
      Header 128 heartbeatMillis 64 8
      Header 128 inFlight 96 8
      Header 128 moduleId 8 8
      Header 128 pulse 72 8
      Header 128 state 0 4
      Header 128 wakeUps 104 8
      Pin 64 held 0 8
      PingPongBuffer 1088 body 8 1080
      PingPongBuffer 1088 length 0 8
      PingPongChannel 128 flips 0 8
      ProcessEntry 128 heartbeatMillis 64 8
      ProcessEntry 128 pidNamespace 24 8
      ProcessEntry 128 role 8 8
      ProcessEntry 128 startTime 16 8
      ProcessEntry 128 state 0 8
      RegistryEntry 96 kind 28 4
      RegistryEntry 96 moduleHash 16 8
      RegistryEntry 96 moduleId 8 8
      RegistryEntry 96 name 64 32
      RegistryEntry 96 state 0 8
      RegistryEntry 96 version 24 4
      RegistryGuard 16 count 8 4
      RegistryGuard 16 generation 12 4
      RingDescriptor 4096 aborted 648 8
      RingDescriptor 4096 head 256 8
      RingDescriptor 4096 highWater 400 8
      RingDescriptor 4096 kind 0 4
      RingDescriptor 4096 published 384 8
      RingDescriptor 4096 refused 392 8
      RingDescriptor 4096 returned 640 8
      RingDescriptor 4096 slotCount 8 4
      RingDescriptor 4096 slotSize 4 4
      RingDescriptor 4096 tail 128 8
      RingDescriptor 4096 taken 512 8
      RingSlot 256 body 8 248
      RingSlot 256 bytes 0 4
      RingSlot 256 type 4 4
      RingStamp 64 word 0 8
      Superblock 512 arenaOffset 56 8
      Superblock 512 arenaSize 64 8
      Superblock 512 base 32 8
      Superblock 512 bootId 88 16
      Superblock 512 byteOrder 12 4
      Superblock 512 cleanShutdown 384 8
      Superblock 512 createdMillis 112 8
      Superblock 512 fencingToken 152 8
      Superblock 512 heartbeatMillis 256 8
      Superblock 512 layoutHash 16 8
      Superblock 512 magic 0 8
      Superblock 512 major 8 2
      Superblock 512 minor 10 2
      Superblock 512 ownerPid 136 4
      Superblock 512 ownerSlot 140 4
      Superblock 512 ownerStartTime 144 8
      Superblock 512 pidNamespace 104 8
      Superblock 512 regionSize 40 8
      Superblock 512 schemaHash 24 8
      Superblock 512 state 128 8
      Superblock 512 tier 48 4
      Superblock 512 uuid 72 16
      SupervisorAllocEntry 16 generation 12 4
      SupervisorAllocEntry 16 length 8 4
      SupervisorAllocEntry 16 offset 4 4
      SupervisorAllocEntry 16 owner 0 4
      Waiters 448 waiting 0 256
      """;

  private record Row(long offset, long size) {}

  /// A line per constant and per struct, sorted: `NAME=value`, `Struct(size)` followed by `
  /// name:type@place` of each field in the order of the schema, with `[length]` behind arrays.
  @Test
  void the_layout_hash_is_that_of_all_other_constants_and_all_structs() throws Exception {
    TreeSet<String> lines = new TreeSet<>();
    for (Field field : MasterMap.class.getFields()) {
      if (!field.getName().equals("LAYOUT_HASH")) {
        lines.add(field.getName() + "=" + field.get(null) + "\n");
      }
    }
    for (RegionStruct struct : RegionStruct.all()) {
      lines.add(struct + "\n");
    }

    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(String.join("", lines).getBytes(StandardCharsets.UTF_8));

    long hash = ByteBuffer.wrap(digest).getLong();
    assertEquals(
        "0x" + Long.toHexString(hash),
        "0x" + Long.toHexString(MasterMap.LAYOUT_HASH),
        "layoutHash in master_map.capnp must follow the other constants and the structs");
  }

  /// The figures are those of the first version of the map, before its structs were generated.
  @Test
  void every_field_of_the_regions_stands_where_version_1_has_it() throws Exception {
    TreeSet<String> expected = new TreeSet<>(FIELDS.lines().toList());

    TreeSet<String> got = new TreeSet<>();
    for (RegionStruct struct : RegionStruct.all()) {
      got.addAll(struct.places());
    }

    assertEquals(String.join("\n", expected), String.join("\n", got));
  }

  @Test
  void the_c_header_and_the_typescript_module_have_the_places_of_java() throws Exception {
    List<String> c = generated("c/caplens_map.h");
    List<String> typescript = generated("ts/caplens_map.ts");

    for (RegionStruct struct : RegionStruct.all()) {
      struct
          .constants()
          .forEach((name, value) -> {
            assertTrue(c.contains("#define CAPLENS_" + name + " " + value), name);
            assertTrue(typescript.contains("export const " + name + " = " + value + ";"), name);
          });
    }
  }

  private static List<String> generated(String file) throws Exception {
    return Files.readAllLines(
        Path.of(MasterMap.class.getResource("/META-INF/caplens/" + file).toURI()));
  }

  @Test
  void the_regions_of_the_specification_stand_where_it_says() {
    assertEquals(0x01000000L, MasterMap.DEFAULT_BASE);
    assertEquals(0x000000L, MasterMap.CONTROL_FLAGS_OFFSET);
    assertEquals(0x000080L, MasterMap.SUPERVISOR_ALLOC_OFFSET);
    assertEquals(0x000140L, MasterMap.REGISTRY_OFFSET);
    assertEquals(0x002000L, MasterMap.HEADERS_OFFSET);
    assertEquals(0x003000L, MasterMap.SYSCALL_OFFSET);
    assertEquals(0x010000L, MasterMap.PATTERN_OFFSET);
    assertEquals(0x020000L, MasterMap.HISTORY_OFFSET);
    assertEquals(0x050000L, MasterMap.INBOX_OFFSET);
    assertEquals(0x0D0000L, MasterMap.OUTBOX_OFFSET);
    assertEquals(0x150000L, MasterMap.ARENA_OFFSET);
  }

  @Test
  void no_two_regions_overlap() {
    List<Row> rows =
        List.of(
            new Row(MasterMap.CONTROL_FLAGS_OFFSET, ControlFlags.Layout.SIZE),
            new Row(MasterMap.SUPERVISOR_ALLOC_OFFSET, MasterMap.SUPERVISOR_ALLOC_SIZE),
            new Row(MasterMap.REGISTRY_GUARD_OFFSET, RegistryGuard.Layout.SIZE),
            new Row(MasterMap.REGISTRY_OFFSET, MasterMap.REGISTRY_SIZE),
            new Row(MasterMap.BLOOM_OFFSET, MasterMap.BLOOM_SIZE),
            new Row(MasterMap.SUPERBLOCK_OFFSET, Superblock.Layout.SIZE),
            new Row(MasterMap.DIRECTORY_OFFSET, MasterMap.DIRECTORY_SIZE),
            new Row(MasterMap.WAITERS_OFFSET, Waiters.Layout.SIZE),
            new Row(MasterMap.HEADERS_OFFSET, MasterMap.HEADERS_SIZE),
            new Row(MasterMap.SYSCALL_OFFSET, MasterMap.SYSCALL_SIZE),
            new Row(MasterMap.PROCESS_TABLE_OFFSET, MasterMap.PROCESS_TABLE_SIZE),
            new Row(MasterMap.EPOCHS_OFFSET, MasterMap.EPOCHS_SIZE),
            new Row(MasterMap.JOURNAL_OFFSET, MasterMap.JOURNAL_SIZE),
            new Row(MasterMap.PINS_OFFSET, MasterMap.PINS_SIZE),
            new Row(MasterMap.GRANTS_OFFSET, MasterMap.GRANTS_SIZE),
            new Row(MasterMap.METRICS_OFFSET, MasterMap.METRICS_SIZE),
            new Row(MasterMap.TRACE_OFFSET, MasterMap.TRACE_SIZE),
            new Row(MasterMap.PATTERN_OFFSET, MasterMap.PATTERN_SIZE),
            new Row(MasterMap.HISTORY_OFFSET, MasterMap.HISTORY_SIZE),
            new Row(MasterMap.ALLOCATOR_OFFSET, Allocator.Layout.SIZE),
            new Row(MasterMap.INBOX_OFFSET, MasterMap.RING_SIZE),
            new Row(MasterMap.OUTBOX_OFFSET, MasterMap.RING_SIZE),
            new Row(MasterMap.PING_PONG_BUFFERS_OFFSET, MasterMap.PING_PONG_BUFFERS_SIZE),
            new Row(
                MasterMap.PING_PONG_CHANNELS_OFFSET,
                MasterMap.PING_PONG_CHANNEL_COUNT * PingPongChannel.Layout.SIZE),
            new Row(MasterMap.HEAP_OFFSET, 0));

    for (int i = 1; i < rows.size(); i++) {
      Row before = rows.get(i - 1);
      assertTrue(
          before.offset() + before.size() <= rows.get(i).offset(),
          "row " + (i - 1) + " ends behind the begin of row " + i);
    }
  }

  @Test
  void the_tables_are_as_long_as_what_they_hold() {
    assertEquals(
        MasterMap.REGISTRY_SIZE, MasterMap.REGISTRY_ENTRY_COUNT * RegistryEntry.Layout.SIZE);
    assertEquals(
        MasterMap.DIRECTORY_SIZE, MasterMap.DIRECTORY_ENTRY_COUNT * DirectoryEntry.Layout.SIZE);
    assertEquals(MasterMap.HEADERS_SIZE, MasterMap.HEADER_COUNT * Header.Layout.SIZE);
    assertEquals(
        MasterMap.PROCESS_TABLE_SIZE, MasterMap.PROCESS_ENTRY_COUNT * ProcessEntry.Layout.SIZE);
    assertEquals(MasterMap.PINS_SIZE, MasterMap.PROCESS_ENTRY_COUNT * Pin.Layout.SIZE);
    assertEquals(
        MasterMap.SUPERVISOR_ALLOC_SIZE,
        MasterMap.SUPERVISOR_ALLOC_HEADER_SIZE
            + MasterMap.SUPERVISOR_ALLOC_ENTRY_COUNT * SupervisorAllocEntry.Layout.SIZE);
    assertEquals(
        MasterMap.PING_PONG_BUFFERS_SIZE,
        MasterMap.PING_PONG_CHANNEL_COUNT * 2 * PingPongBuffer.Layout.SIZE);
    assertEquals(MasterMap.RING_LANE_SIZE, MasterMap.RING_SLOT_COUNT * RingSlot.Layout.SIZE);
    assertEquals(MasterMap.CONTROL_FLAG_COUNT, ControlFlags.Layout.EPOCHS_LENGTH);
    assertEquals(MasterMap.CONTROL_FLAG_COUNT, Waiters.Layout.WAITING_LENGTH);
    assertEquals(MasterMap.ALLOCATOR_PAGE_COUNT, Allocator.Layout.PAGE_WORDS_LENGTH);
    assertEquals(MasterMap.ALLOCATOR_PAGE_COUNT, Allocator.Layout.RUN_LENGTHS_LENGTH);
  }
}
