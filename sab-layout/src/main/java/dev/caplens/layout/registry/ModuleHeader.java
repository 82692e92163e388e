package dev.caplens.layout.registry;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.Header;
import dev.caplens.layout.map.MasterMap;
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

  private final Header.Layout header;

  /// The header of the module with this index in the registry.
  ///
  /// @throws IndexOutOfBoundsException if there is no such header
  public ModuleHeader(Region region, int index) {
    Objects.checkIndex(index, MasterMap.HEADER_COUNT);
    this.header =
        Header.Layout.at(region, MasterMap.HEADERS_OFFSET + (long) index * Header.Layout.SIZE);
  }

  /// Begins anew: the counts of who had this index before are gone. For who claims the entry,
  /// before anybody sees it active.
  void reset() {
    header.clear();
    beat();
  }

  /// Tells that the module still works.
  public void beat() {
    header.setHeartbeatMillisRelease(System.currentTimeMillis());
    header.setPulseRelease(header.getPulse() + 1);
  }

  /// Counts a job that was taken.
  public void started() {
    header.setInFlightRelease(header.getInFlight() + 1);
  }

  /// Counts a job that ended well.
  public void done() {
    header.setInFlightRelease(header.getInFlight() - 1);
    header.setDoneRelease(header.getDone() + 1);
  }

  /// Counts a job that could not be done.
  public void failed() {
    header.setInFlightRelease(header.getInFlight() - 1);
    header.setFailedRelease(header.getFailed() + 1);
  }

  /// Counts a return from sleep.
  public void woke() {
    header.setWakeUpsRelease(header.getWakeUps() + 1);
  }

  /// Counts bytes of payload that were copied out of the arena.
  public void copied(long bytes) {
    header.setCopiedBytesRelease(header.getCopiedBytes() + bytes);
  }

  /// How many jobs ended well.
  public long doneCount() {
    return header.getDoneAcquire();
  }

  /// How many jobs could not be done.
  public long failedCount() {
    return header.getFailedAcquire();
  }

  /// How many jobs the module works at.
  public long inFlightCount() {
    return header.getInFlightAcquire();
  }

  /// How often the module returned from sleep.
  public long wakeUpCount() {
    return header.getWakeUpsAcquire();
  }

  /// How many bytes of payload the module copied out of the arena.
  public long copiedBytes() {
    return header.getCopiedBytesAcquire();
  }
}
