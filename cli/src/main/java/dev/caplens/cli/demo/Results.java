package dev.caplens.cli.demo;

import dev.caplens.cli.demo.job.JobResult;
import dev.caplens.cli.demo.job.Outcome;

/// Results as records hold them, to and from what the demo computes with.
final class Results {

  private Results() {}

  /// Writes what was found in the chunk of a job.
  static void write(JobResult.Builder result, long id, FileTally.Chunk found) {
    result.setId(id);
    result.setOutcome(Outcome.DONE);
    result.setLines(found.count().lines());
    result.setWords(found.count().words());
    result.setBytes(found.bytes());
    result.setCrc32c(Integer.toUnsignedLong(found.crc32c()));
    result.setJoinsWord(found.count().joinsWord());
    result.setLeavesWord(found.count().leavesWord());
    result.setIsNeutral(found.count().isNeutral());
  }

  /// Writes that the chunk of a job was not there any more.
  static void writeStale(JobResult.Builder result, long id) {
    result.setId(id);
    result.setOutcome(Outcome.STALE);
  }

  /// What a module found, out of the ring.
  static FileTally.Chunk read(JobResult.Reader result) {
    WordCount count =
        new WordCount(
            result.getLines(),
            result.getWords(),
            result.getJoinsWord(),
            result.getLeavesWord(),
            result.getIsNeutral());
    return new FileTally.Chunk(count, result.getBytes(), (int) result.getCrc32c());
  }
}
