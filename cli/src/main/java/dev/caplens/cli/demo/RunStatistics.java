package dev.caplens.cli.demo;

import dev.caplens.rings.RingCounters;
import java.util.List;
import org.HdrHistogram.Histogram;

/// What a run was like: the figures of `--stats` and `--json`.
///
/// @param jobs how many chunks were counted
/// @param bytes how many bytes were read
/// @param elapsedNanos from the first read to the last result
/// @param roundTrips from the commit of a job to the taking of its result, in nanoseconds
/// @param modules what each module did
/// @param inbox the counters of the inbox
/// @param outbox the counters of the outbox
/// @param copiedBytes bytes of payload that were copied after the read, by anybody
/// @param duplicates results of jobs that were done already
/// @param wakeUps returns from sleep, of the kernel and the modules
record RunStatistics(
    long jobs,
    long bytes,
    long elapsedNanos,
    Histogram roundTrips,
    List<ModuleFigures> modules,
    RingCounters inbox,
    RingCounters outbox,
    long copiedBytes,
    long duplicates,
    long wakeUps) {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  /// What one module did.
  ///
  /// @param name what it calls itself
  /// @param state active, left or lost
  /// @param done jobs that ended well
  /// @param failed jobs that could not be done
  record ModuleFigures(String name, String state, long done, long failed) {}

  double seconds() {
    return elapsedNanos / NANOS_PER_SECOND;
  }

  double megabytesPerSecond() {
    return elapsedNanos == 0 ? 0 : bytes / BYTES_PER_MEGABYTE / seconds();
  }

  double jobsPerSecond() {
    return elapsedNanos == 0 ? 0 : jobs / seconds();
  }

  /// How often a job was delivered again because its module had died or gave it back.
  long redelivered() {
    return inbox.returned();
  }

  /// A round trip in microseconds at a percentile.
  double roundTripMicros(double percentile) {
    return roundTrips.getTotalCount() == 0 ? 0 : roundTrips.getValueAtPercentile(percentile) / 1e3;
  }
}
