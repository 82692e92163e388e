package dev.caplens.cli.demo;

import dev.caplens.layout.arena.ArenaBlock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The jobs whose results are not there yet. Not thread-safe.
final class JobTable {

  /// One of them.
  ///
  /// @param chunk what it counts
  /// @param block where that stands
  /// @param submittedNanos when it was committed, by the clock of [System#nanoTime]
  record Job(Feed.Chunk chunk, ArenaBlock block, long submittedNanos) {}

  private final Map<Long, Job> jobs = new HashMap<>();
  private long submitted;

  /// Enters a job and gives it its id.
  long submit(Feed.Chunk chunk, ArenaBlock block) {
    long id = submitted++;
    jobs.put(id, new Job(chunk, block, System.nanoTime()));
    return id;
  }

  /// Takes the job with this id out; empty if it is done already, as when it was delivered twice.
  Optional<Job> complete(long id) {
    return Optional.ofNullable(jobs.remove(id));
  }

  int size() {
    return jobs.size();
  }

  /// How many jobs there were in all.
  long submitted() {
    return submitted;
  }
}
