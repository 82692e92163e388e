package dev.caplens.layout;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.ControlFlags;
import dev.caplens.layout.map.DirectoryEntry;
import dev.caplens.layout.map.MasterMap;

/// The region directory: the map describes itself to whoever looks at the bytes.
///
/// ```
///  0                    16         24         32
///  +--------------------+----------+----------+
///  | name, 16 bytes     | offset   | length   |   16 times
///  +--------------------+----------+----------+
/// ```
///
/// The owner writes it before the superblock is ready; it never changes.
final class RegionDirectory {

  private RegionDirectory() {}

  private record Row(String name, long offset, long length) {}

  static void write(Region region) {
    Row[] rows = {
      new Row("control-flags", MasterMap.CONTROL_FLAGS_OFFSET, ControlFlags.Layout.SIZE),
      new Row("alloc-table", MasterMap.SUPERVISOR_ALLOC_OFFSET, MasterMap.SUPERVISOR_ALLOC_SIZE),
      new Row("registry", MasterMap.REGISTRY_OFFSET, MasterMap.REGISTRY_SIZE),
      new Row(
          "superblock", MasterMap.SUPERBLOCK_OFFSET, dev.caplens.layout.map.Superblock.Layout.SIZE),
      new Row("headers", MasterMap.HEADERS_OFFSET, MasterMap.HEADERS_SIZE),
      new Row("syscall", MasterMap.SYSCALL_OFFSET, MasterMap.SYSCALL_SIZE),
      new Row("processes", MasterMap.PROCESS_TABLE_OFFSET, MasterMap.PROCESS_TABLE_SIZE),
      new Row("epochs", MasterMap.EPOCHS_OFFSET, MasterMap.EPOCHS_SIZE),
      new Row("journal", MasterMap.JOURNAL_OFFSET, MasterMap.JOURNAL_SIZE),
      new Row("pins", MasterMap.PINS_OFFSET, MasterMap.PINS_SIZE),
      new Row("grants", MasterMap.GRANTS_OFFSET, MasterMap.GRANTS_SIZE),
      new Row("pattern", MasterMap.PATTERN_OFFSET, MasterMap.PATTERN_SIZE),
      new Row("history", MasterMap.HISTORY_OFFSET, MasterMap.HISTORY_SIZE),
      new Row("inbox", MasterMap.INBOX_OFFSET, MasterMap.RING_SIZE),
      new Row("outbox", MasterMap.OUTBOX_OFFSET, MasterMap.RING_SIZE),
      new Row("arena", MasterMap.ARENA_OFFSET, region.size() - MasterMap.ARENA_OFFSET),
    };
    for (int i = 0; i < rows.length; i++) {
      long at = MasterMap.DIRECTORY_OFFSET + (long) i * DirectoryEntry.Layout.SIZE;
      DirectoryEntry.Layout entry = DirectoryEntry.Layout.at(region, at);
      entry.setName(rows[i].name());
      entry.setOffset(rows[i].offset());
      entry.setLength(rows[i].length());
    }
  }
}
