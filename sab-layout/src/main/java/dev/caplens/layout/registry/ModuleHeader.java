package dev.caplens.layout.registry;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Span;
import java.util.Objects;

/// What a module tells about its work: 128 bytes, of which it alone writes the second line.
///
/// ```
///  64          72      80     88       96          104        112
///  +-----------+-------+------+--------+-----------+----------+--------------+
///  | heartbeat | pulse | done | failed | in flight | wake-ups | copied bytes |
///  +-----------+-------+------+--------+-----------+----------+--------------+
/// ```
///
/// One thread of the module writes; any thread of any process reads, and sees counts that may be a
/// moment old.
public final class ModuleHeader {

  private final Span header;

  /// The header of the module with this index in the registry.
  ///
  /// @throws IndexOutOfBoundsException if there is no such header
  public ModuleHeader(Region region, int index) {
    Objects.checkIndex(index, MasterMap.HEADER_COUNT);
    this.header =
        new Span(
            region,
            MasterMap.HEADERS_OFFSET + index * MasterMap.HEADER_SIZE,
            MasterMap.HEADER_SIZE);
  }

  /// Begins anew: the counts of who had this index before are gone.
  public void reset() {
    header.clear(0, header.size());
    beat();
  }

  /// Tells that the module still works.
  public void beat() {
    header.putLongRelease(MasterMap.HEADER_HEARTBEAT_MILLIS, System.currentTimeMillis());
    add(MasterMap.HEADER_PULSE, 1);
  }

  /// Counts a job that was taken.
  public void started() {
    add(MasterMap.HEADER_IN_FLIGHT, 1);
  }

  /// Counts a job that ended well.
  public void done() {
    add(MasterMap.HEADER_IN_FLIGHT, -1);
    add(MasterMap.HEADER_DONE, 1);
  }

  /// Counts a job that could not be done.
  public void failed() {
    add(MasterMap.HEADER_IN_FLIGHT, -1);
    add(MasterMap.HEADER_FAILED, 1);
  }

  /// Counts a return from sleep.
  public void woke() {
    add(MasterMap.HEADER_WAKE_UPS, 1);
  }

  /// Counts bytes of payload that were copied out of the arena.
  public void copied(long bytes) {
    add(MasterMap.HEADER_COPIED_BYTES, bytes);
  }

  /// How many jobs ended well.
  public long doneCount() {
    return header.getLongAcquire(MasterMap.HEADER_DONE);
  }

  /// How many jobs could not be done.
  public long failedCount() {
    return header.getLongAcquire(MasterMap.HEADER_FAILED);
  }

  /// How many jobs the module works at.
  public long inFlightCount() {
    return header.getLongAcquire(MasterMap.HEADER_IN_FLIGHT);
  }

  /// How often the module returned from sleep.
  public long wakeUpCount() {
    return header.getLongAcquire(MasterMap.HEADER_WAKE_UPS);
  }

  /// How many bytes of payload the module copied out of the arena.
  public long copiedBytes() {
    return header.getLongAcquire(MasterMap.HEADER_COPIED_BYTES);
  }

  private void add(long field, long delta) {
    header.putLongRelease(field, header.getLong(field) + delta);
  }
}
