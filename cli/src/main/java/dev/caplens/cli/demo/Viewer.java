package dev.caplens.cli.demo;

import dev.caplens.bridge.FutexWaiter;
import dev.caplens.cli.demo.job.Jobs;
import dev.caplens.cli.demo.job.RunningTotals;
import dev.caplens.core.message.MessageReader;
import dev.caplens.layout.Cell;
import dev.caplens.layout.PeerLost;
import dev.caplens.layout.arena.ArenaReference;
import dev.caplens.layout.arena.PingPongChannel;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.signal.ControlFlags;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/// A process that draws the progress of a demo, and reads nothing but the ping-pong channel.
final class Viewer {

  private static final int BAR_CELLS = 30;
  private static final long WAIT_NANOS = 500_000_000;
  private static final String BEGIN_LINE = "\r\u001b[K";

  private final Cell cell;
  private final PingPongChannel channel;
  private final PrintStream out;

  private Viewer(Cell cell, PrintStream out) {
    this.cell = cell;
    this.channel = cell.channel(RunningTotalsChannel.INDEX);
    this.out = out;
  }

  /// What is drawn of one state of the totals.
  private record Picture(String line, boolean isFinished) {}

  /// Draws until the work is finished or its kernel is gone, then clears the line.
  static void run(Path region, PrintStream out) throws IOException, InterruptedException {
    Cell cell = Cell.attach(region, ProcessRole.VIEWER, Jobs.SCHEMA_HASH, FutexWaiter.best());
    try {
      new Viewer(cell, out).draw();
      cell.close();
    } catch (PeerLost lost) {
      cell.closeAndRemoveIfLast(); // what happened, the kernel or a module has told
    } finally {
      out.print(BEGIN_LINE);
      out.flush();
    }
  }

  private void draw() throws InterruptedException {
    while (true) {
      int flips = cell.flags().epoch(ControlFlags.FLIP);
      Picture picture =
          channel.read(cell.slot(), this::picture).orElse(new Picture("waiting", false));
      if (picture.isFinished() || cell.flags().epoch(ControlFlags.SHUTDOWN) != 0) {
        return;
      }
      out.print(BEGIN_LINE + picture.line());
      out.flush();
      cell.flags()
          .await(
              ControlFlags.FLIP,
              cell.slot(),
              () -> cell.flags().epoch(ControlFlags.FLIP) != flips,
              WAIT_NANOS);
      cell.requireIntact();
    }
  }

  private Picture picture(ArenaReference body) {
    RunningTotals.Reader totals =
        MessageReader.flat(cell.region(), body.offset(), body.length()).root(RunningTotals.TYPE);
    double seconds = Math.max(1, totals.getElapsedNanos()) / 1e9;
    String line =
        String.format(
            Locale.ROOT,
            "%s %,d lines, %,.0f MB/s  %s",
            bar(totals.getBytesDone(), totals.getBytesExpected()),
            totals.getLines(),
            totals.getBytesDone() / 1e6 / seconds,
            totals.getFile());
    return new Picture(line, totals.getIsFinished());
  }

  private static String bar(long done, long expected) {
    if (expected <= 0) {
      return String.format(Locale.ROOT, "%,d MB", done / 1_000_000);
    }
    int filled = (int) Math.min(BAR_CELLS, done * BAR_CELLS / expected);
    return "["
        + "#".repeat(filled)
        + " ".repeat(BAR_CELLS - filled)
        + "] "
        + Math.min(100, done * 100 / expected)
        + " %";
  }
}
