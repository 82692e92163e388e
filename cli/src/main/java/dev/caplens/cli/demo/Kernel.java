package dev.caplens.cli.demo;

import dev.caplens.bridge.FutexWaiter;
import dev.caplens.cli.CommandFailed;
import dev.caplens.cli.demo.job.JobRequest;
import dev.caplens.cli.demo.job.JobResult;
import dev.caplens.cli.demo.job.Jobs;
import dev.caplens.cli.demo.job.Outcome;
import dev.caplens.layout.Cell;
import dev.caplens.layout.arena.ArenaBlock;
import dev.caplens.layout.arena.ArenaReference;
import dev.caplens.layout.registry.ModuleHeader;
import dev.caplens.layout.registry.RegisteredModule;
import dev.caplens.layout.signal.ControlFlags;
import dev.caplens.rings.Consumer;
import dev.caplens.rings.Producer;
import dev.caplens.rings.RecordView;
import dev.caplens.rings.SlotRing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// The kernel of a demo: reads files into the arena, commits jobs, merges results, recovers what
/// modules held that have left or died.
///
/// One thread does all of it; [#abort] is called by another one, while the JVM ends.
final class Kernel implements AutoCloseable {

  private static final int JOBS_PER_MODULE = 12;
  private static final int MOST_DELIVERIES = 4;
  private static final long SUPERVISION_NANOS = 50_000_000;
  private static final long WAIT_NANOS = 20_000_000;
  private static final long FINAL_TOTALS_NANOS = 10_000_000_000L;
  private static final long SLOWEST_ROUND_TRIP_NANOS = 3_600_000_000_000L;

  private final DemoOptions options;
  private final Cell cell;
  private final SlotRing inboxRing;
  private final SlotRing outboxRing;
  private final Producer inbox;
  private final Consumer outbox;
  private final ModuleFleet fleet;
  private final Tallies tallies;
  private final Feed feed;
  private final RunningTotalsChannel totals;
  private final JobTable jobs = new JobTable();
  private final Histogram roundTrips = new Histogram(SLOWEST_ROUND_TRIP_NANOS, 3);
  private @Nullable ArenaBlock spare;
  private boolean isFed;
  private long duplicates;
  private long wakeUps;
  private long supervised;
  private long began;
  private long elapsed;
  private boolean isDone;
  private volatile boolean isAborted;
  private boolean isClosed;

  Kernel(DemoOptions options, Path file, Feed feed, Tallies tallies, long expectedBytes)
      throws IOException {
    this.options = options;
    this.tallies = tallies;
    this.cell = Cell.create(file, options.tier(), Jobs.SCHEMA_HASH, FutexWaiter.best());
    this.inboxRing = SlotRing.inbox(cell.region(), cell.flags());
    this.outboxRing = SlotRing.outbox(cell.region(), cell.flags());
    inboxRing.describe();
    outboxRing.describe();
    this.inbox = inboxRing.producer(cell.slot());
    this.outbox = outboxRing.consumer(cell.slot());
    this.fleet = new ModuleFleet(file, options, new ModuleProgram());
    this.feed = feed;
    this.totals = new RunningTotalsChannel(cell, expectedBytes);
  }

  /// Does all the work.
  ///
  /// @throws CommandFailed if it cannot be done; the text says why
  /// @throws dev.caplens.layout.PeerLost if the region was truncated
  RunStatistics run() throws IOException, InterruptedException {
    try {
      work();
      RunStatistics statistics = finish();
      tallies.passComplete();
      return statistics;
    } catch (IOException | RuntimeException | InternalError failure) {
      stayIfAborted();
      // A fault of the memory is a fault of its file, and reading into memory that is gone fails
      // too.
      cell.requireIntact();
      throw failure;
    }
  }

  private void work() throws IOException, InterruptedException {
    began = System.nanoTime();
    fleet.startAll();
    while (!isFed || jobs.size() > 0) {
      supervise();
      if (!drain() && !submit()) {
        wakeUps += outbox.await(WAIT_NANOS) ? 1 : 0;
      }
    }
    elapsed = System.nanoTime() - began;
  }

  /// The JVM is ending, and what failed here is the memory and the processes that [#abort] took
  /// away: there is nothing more to say.
  private void stayIfAborted() {
    while (isAborted) {
      LockSupport.park(this);
    }
  }

  /// Takes the results that are there.
  private boolean drain() {
    boolean isAny = false;
    while (outbox.tryTake()) {
      isAny = true;
      JobResult.Reader result = outbox.body(JobResult.TYPE);
      long id = result.getId();
      boolean isStale = result.getOutcome() != Outcome.DONE;
      FileTally.Chunk found = Results.read(result);
      if (!outbox.release()) {
        throw tampered("the result of job " + id);
      }
      jobs.complete(id).ifPresentOrElse(job -> merge(id, job, found, isStale), () -> duplicates++);
    }
    if (isAny && !fleet.hasViewer()) {
      tallies.passComplete(); // rows would stand in the middle of a progress bar
    }
    return isAny;
  }

  private void merge(long id, JobTable.Job job, FileTally.Chunk found, boolean isStale) {
    if (isStale || found.bytes() != job.chunk().bytes()) {
      throw new CommandFailed(
          "job %d (%d bytes of %s): a module answered %s; the module is broken"
              .formatted(
                  id,
                  job.chunk().bytes(),
                  job.chunk().file().name(),
                  isStale ? "that its chunk is gone" : "for " + found.bytes() + " bytes"));
    }
    roundTrips.recordValue(
        Math.min(System.nanoTime() - job.submittedNanos(), SLOWEST_ROUND_TRIP_NANOS));
    cell.heap().free(job.block().reference());
    job.chunk().file().add(job.chunk().sequence(), found);
  }

  /// Reads a chunk and commits a job for it, if there is room.
  private boolean submit() {
    if (isFed || jobs.size() >= JOBS_PER_MODULE * options.modules()) {
      return false;
    }
    Optional<ArenaBlock> block = takeBlock();
    if (block.isEmpty() && jobs.size() == 0) {
      throw new CommandFailed(
          "the arena of %s has no room for a chunk of %d bytes, though no job is under way; a module broke its tables, run again"
              .formatted(cell.region(), options.chunkBytes()));
    }
    if (block.isEmpty() || !inbox.tryClaim()) {
      return false;
    }
    Feed.Chunk chunk = feed.next(block.get());
    if (chunk == null) {
      inbox.abort();
      isFed = true;
      return true;
    }
    spare = null;
    long id = jobs.submit(chunk, block.get());
    commit(id, block.get().reference(chunk.bytes()));
    return true;
  }

  private void commit(long id, ArenaReference chunk) {
    JobRequest.Builder job = inbox.body(JobRequest.TYPE);
    job.setId(id);
    job.setOffset(chunk.offset());
    job.setLength(chunk.length());
    job.setGeneration(chunk.generation());
    if (!inbox.commit()) {
      throw tampered("the claim of job " + id);
    }
  }

  /// Only this kernel takes anything back, and not from itself.
  private CommandFailed tampered(String what) {
    return new CommandFailed(
        "%s was taken away from the kernel of %s; a module broke the ring, run again"
            .formatted(what, cell.region()));
  }

  private Optional<ArenaBlock> takeBlock() {
    if (spare == null) {
      spare = cell.heap().allocate(options.chunkBytes(), cell.slot()).orElse(null);
    }
    return Optional.ofNullable(spare);
  }

  /// From time to time: looks whether the region and the modules are what they were, recovers, and
  /// publishes the totals.
  private void supervise() throws IOException {
    long now = System.nanoTime();
    if (supervised != 0 && now - supervised < SUPERVISION_NANOS) {
      return;
    }
    supervised = now;
    cell.requireIntact();
    cell.beat();
    cell.processes().recover(this::recover);
    requireJobs();
    fleet.replaceEnded();
    totals.publish(feed, tallies, jobs, now - began, false);
    fleet.startViewerIfWanted(now - began);
  }

  /// A job is in the inbox until its result is in the outbox, which nobody but this thread empties.
  private void requireJobs() {
    if (jobs.size() > 0 && inboxRing.isVacant() && outboxRing.isVacant()) {
      throw new CommandFailed(
          "%d jobs vanished from the rings of %s without a result; a module released what it had not done, or broke the rings; run again"
              .formatted(jobs.size(), cell.region()));
    }
  }

  private void recover(int slot) {
    inboxRing.recover(slot, MOST_DELIVERIES, this::giveUp);
    outboxRing.recover(slot, MOST_DELIVERIES, this::giveUp);
    cell.forget(slot);
  }

  private void giveUp(RecordView record) {
    throw new CommandFailed(
        "the job at offset 0x%x of %s was delivered %d times, and each module died over it; look at what they said above"
            .formatted(record.bodyOffset(), record.region(), MOST_DELIVERIES));
  }

  private RunStatistics finish() throws InterruptedException {
    publishFinalTotals();
    endModules();
    long copied = 0;
    long woken = wakeUps;
    List<RunStatistics.ModuleFigures> figures = new ArrayList<>();
    for (RegisteredModule module : cell.registry().modules()) {
      ModuleHeader header = new ModuleHeader(cell.region(), module.index());
      copied += header.copiedBytes();
      woken += header.wakeUpCount();
      figures.add(
          new RunStatistics.ModuleFigures(
              module.name(),
              module.state().name().toLowerCase(Locale.ROOT),
              header.doneCount(),
              header.failedCount()));
    }
    isDone = true;
    return new RunStatistics(
        jobs.submitted(),
        feed.bytesRead(),
        elapsed,
        roundTrips,
        figures,
        inboxRing.counters(),
        outboxRing.counters(),
        copied,
        duplicates,
        woken);
  }

  /// A viewer may be reading the buffer that is the next one: it is waited for a moment.
  private void publishFinalTotals() throws InterruptedException {
    long deadline = System.nanoTime() + FINAL_TOTALS_NANOS;
    while (!totals.publish(feed, tallies, jobs, elapsed, true) && System.nanoTime() < deadline) {
      cell.processes().recover(cell::forget); // all results are in: only pins matter now
      Thread.sleep(1);
    }
  }

  private void endModules() {
    cell.flags().signal(ControlFlags.SHUTDOWN);
    cell.flags().signal(ControlFlags.INBOX);
    cell.flags().signal(ControlFlags.FLIP);
    fleet.close();
  }

  /// Ends all processes and removes the region, while the thread of [#run] may be anywhere in it.
  /// Does nothing once this is closed.
  synchronized void abort() throws IOException {
    if (isClosed) {
      return;
    }
    isAborted = true;
    fleet.stopAll();
    cell.closeAndRemove();
  }

  /// Ends all processes and leaves the region: removes it, or keeps it if the work was done and the
  /// user asked for it.
  @Override
  public synchronized void close() throws IOException {
    isClosed = true;
    feed.close();
    fleet.stopAll();
    if (options.isKept() && isDone) {
      cell.closeAndKeep();
    } else {
      cell.closeAndRemove();
    }
  }
}
