package dev.caplens.cli.demo;

import dev.caplens.bridge.FutexWaiter;
import dev.caplens.cli.CommandFailed;
import dev.caplens.cli.demo.job.JobRequest;
import dev.caplens.cli.demo.job.JobResult;
import dev.caplens.cli.demo.job.Jobs;
import dev.caplens.layout.Cell;
import dev.caplens.layout.PeerLost;
import dev.caplens.layout.RegionFiles;
import dev.caplens.layout.arena.ArenaBlock;
import dev.caplens.layout.arena.ArenaReference;
import dev.caplens.layout.arena.StaleReference;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.registry.ModuleHeader;
import dev.caplens.layout.registry.ModuleKind;
import dev.caplens.layout.signal.ControlFlags;
import dev.caplens.rings.Consumer;
import dev.caplens.rings.Producer;
import dev.caplens.rings.SlotRing;
import java.io.IOException;
import java.nio.file.Path;

/// A module: takes jobs from the inbox, counts the chunk where it stands, gives the result to the
/// outbox. It ends when the kernel says so, or is gone.
final class Module {

  private static final long WAIT_NANOS = 200_000_000;

  private final Cell cell;
  private final ModuleHeader header;
  private final Consumer inbox;
  private final Producer outbox;

  private Module(Cell cell, ModuleHeader header) {
    this.cell = cell;
    this.header = header;
    this.inbox = SlotRing.inbox(cell.region(), cell.flags()).consumer(cell.slot());
    this.outbox = SlotRing.outbox(cell.region(), cell.flags()).producer(cell.slot());
  }

  /// Attaches to a region and works until there is nothing more to do.
  ///
  /// @throws PeerLost if the kernel died, or the region was truncated
  static void run(Path region, String name) throws IOException, InterruptedException {
    Cell cell = attach(region);
    try {
      int index = cell.registry().register(name, ModuleKind.JVM, cell.slot());
      ModuleHeader header = new ModuleHeader(cell.region(), index);
      cell.flags().signal(ControlFlags.REGISTRY);
      new Module(cell, header).work();
      cell.registry().leave(index);
      cell.close();
    } catch (PeerLost lost) {
      cell.closeAndRemoveIfLast();
      throw lost;
    } catch (InternalError fault) {
      cell.requireIntact(); // a fault of the memory is a fault of its file
      throw fault;
    }
  }

  private static Cell attach(Path region) throws IOException {
    try {
      return Cell.attach(region, ProcessRole.MODULE, Jobs.SCHEMA_HASH, FutexWaiter.best());
    } catch (PeerLost lost) {
      RegionFiles.removeIfOrphaned(region);
      throw lost;
    }
  }

  private void work() throws InterruptedException {
    while (true) {
      if (inbox.tryTake()) {
        header.started();
        process();
      } else if (isShutdown()) {
        return;
      } else if (inbox.await(WAIT_NANOS)) {
        header.woke();
        header.beat();
        cell.beat();
        cell.requireIntact();
      }
    }
  }

  private boolean isShutdown() {
    return cell.flags().epoch(ControlFlags.SHUTDOWN) != 0;
  }

  private void process() throws InterruptedException {
    JobRequest.Reader job = inbox.body(JobRequest.TYPE);
    long id = job.getId();
    ArenaReference chunk =
        new ArenaReference(job.getOffset(), job.getLength(), job.getGeneration());
    try {
      FileTally.Chunk found = count(cell.heap().resolve(chunk));
      claimResult();
      Results.write(outbox.body(JobResult.TYPE), id, found);
      send();
      header.done();
    } catch (StaleReference stale) {
      claimResult();
      Results.writeStale(outbox.body(JobResult.TYPE), id);
      send();
      header.failed();
    }
  }

  private void send() {
    if (!outbox.commit() || !inbox.release()) {
      throw new CommandFailed(
          "the kernel of %s took this module for dead, or a peer took its job; the job is done again"
              .formatted(cell.region()));
    }
  }

  private static FileTally.Chunk count(ArenaBlock block) {
    return new FileTally.Chunk(WordCount.of(block), block.length(), Crc32c.of(block));
  }

  private void claimResult() throws InterruptedException {
    while (!outbox.tryClaim()) {
      if (outbox.awaitSpace(WAIT_NANOS)) {
        cell.requireIntact();
      }
    }
  }
}
