package dev.caplens.cli.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HexFormat;

/// The object of `--json`: the files, the total, the failures and the statistics.
final class RunJson {

  private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  void print(PrintStream out, Tallies tallies, FailureLog failures, RunStatistics run)
      throws IOException {
    ObjectNode root = mapper.createObjectNode();
    ArrayNode files = root.putArray("files");
    for (FileTally tally : tallies.all()) {
      ObjectNode file = files.addObject();
      file.put("name", tally.name());
      counts(file, tally.lines(), tally.words(), tally.bytes());
      file.put("crc32c", HexFormat.of().toHexDigits(tally.crc32c()));
    }
    counts(root.putObject("total"), tallies.lines(), tallies.words(), tallies.bytes());
    ArrayNode failed = root.putArray("failures");
    for (FailureLog.Failure failure : failures.all()) {
      failed.addObject().put("name", failure.file()).put("reason", failure.reason());
    }
    statistics(root.putObject("statistics"), run);
    out.println(mapper.writeValueAsString(root));
    out.flush();
  }

  private static void counts(ObjectNode node, long lines, long words, long bytes) {
    node.put("lines", lines).put("words", words).put("bytes", bytes);
  }

  private static void statistics(ObjectNode node, RunStatistics run) {
    node.put("jobs", run.jobs());
    node.put("elapsedNanos", run.elapsedNanos());
    node.put("megabytesPerSecond", run.megabytesPerSecond());
    node.put("jobsPerSecond", run.jobsPerSecond());
    ObjectNode roundTrip = node.putObject("roundTripMicros");
    roundTrip.put("p50", run.roundTripMicros(50));
    roundTrip.put("p99", run.roundTripMicros(99));
    roundTrip.put("p99.9", run.roundTripMicros(99.9));
    ArrayNode modules = node.putArray("modules");
    for (RunStatistics.ModuleFigures module : run.modules()) {
      modules
          .addObject()
          .put("name", module.name())
          .put("state", module.state())
          .put("done", module.done())
          .put("failed", module.failed());
    }
    node.put("inboxHighWater", run.inbox().highWater());
    node.put("outboxHighWater", run.outbox().highWater());
    node.put("payloadCopiedBytes", run.copiedBytes());
    node.put("redelivered", run.redelivered());
    node.put("duplicateResults", run.duplicates());
    node.put("wakeUps", run.wakeUps());
  }
}
