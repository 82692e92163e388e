package dev.caplens.cli.demo;

import dev.caplens.cli.demo.job.RunningTotals;
import dev.caplens.core.memory.Region;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.layout.Cell;
import dev.caplens.layout.arena.PingPongChannel;
import dev.caplens.layout.signal.ControlFlags;

/// Where the kernel publishes its running totals: ping-pong channel 0 of the arena.
///
/// Used by the kernel's thread.
final class RunningTotalsChannel {

  /// The number of the channel.
  static final int INDEX = 0;

  private static final int MOST_NAME_CHARACTERS = 100;

  private final Cell cell;
  private final PingPongChannel channel;
  private final long expectedBytes;
  private final MessageBuilder builder = MessageBuilder.create(1);

  RunningTotalsChannel(Cell cell, long expectedBytes) {
    this.cell = cell;
    this.channel = cell.channel(INDEX);
    this.expectedBytes = expectedBytes;
  }

  /// Builds the totals in the inactive buffer, flips, and signals the epoch of flips. A reader that
  /// still holds that buffer makes this turn be skipped.
  ///
  /// @return whether it was published
  boolean publish(
      Feed feed, Tallies tallies, JobTable jobs, long elapsedNanos, boolean isFinished) {
    boolean isPublished =
        channel.publish((region, offset) -> {
          RunningTotals.Builder totals = begin(region, offset);
          totals.setBytesExpected(expectedBytes);
          totals.setBytesRead(feed.bytesRead());
          totals.setBytesDone(tallies.bytes());
          totals.setJobsDone(jobs.submitted() - jobs.size());
          totals.setLines(tallies.lines());
          totals.setWords(tallies.words());
          totals.setElapsedNanos(elapsedNanos);
          totals.setIsFinished(isFinished);
          totals.setFile(cut(feed.fileName()));
          return (int) builder.segmentBytes(0).byteSize();
        });
    if (isPublished) {
      cell.flags().signal(ControlFlags.FLIP);
    }
    return isPublished;
  }

  private RunningTotals.Builder begin(Region region, long offset) {
    builder.reset(region, offset, PingPongChannel.BODY_BYTES);
    return builder.initRoot(RunningTotals.TYPE);
  }

  private static String cut(String name) {
    return name.length() <= MOST_NAME_CHARACTERS
        ? name
        : "..." + name.substring(name.length() - MOST_NAME_CHARACTERS);
  }
}
