package dev.caplens.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caplens.bench.rounds.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The JSON object and the pages of a run.
class ReportTest {

  private static final Row ROW =
      new Row(
          "messages",
          "eval",
          "bytes",
          "plain",
          "org.capnproto:runtime",
          "ns/op",
          1234.56789,
          2500,
          2.02,
          1.5,
          2.5,
          3,
          1,
          Double.NaN,
          140.25);
  private static final Report REPORT =
      new Report(
          new Machine("Some <CPU>", 2, "performance", "Linux 6", "JVM 25", 0.5),
          "2026-11-21T03:00:00Z",
          List.of(ROW));

  @TempDir Path folder = Path.of("");

  @Test
  void the_json_has_the_fields_that_readers_rely_on() throws IOException {
    JsonNode json = new ObjectMapper().readTree(REPORT.toJson());

    JsonNode row = json.get("rows").get(0);
    assertEquals(List.of("machine", "date", "rows"), names(json));
    assertEquals(
        List.of(
            "group",
            "name",
            "mode",
            "subject",
            "peer",
            "unit",
            "ours",
            "theirs",
            "ratio",
            "ratioLow",
            "ratioHigh",
            "rounds",
            "dropped",
            "bytesPerOp",
            "floor"),
        names(row));
    assertEquals(1234.57, row.get("ours").asDouble());
    assertEquals("org.capnproto:runtime", row.get("peer").asText());
  }

  @Test
  void a_figure_that_nobody_has_is_null() throws IOException {
    JsonNode json = new ObjectMapper().readTree(REPORT.toJson());

    assertTrue(json.get("rows").get(0).get("bytesPerOp").isNull());
  }

  @Test
  void the_bytes_of_a_peer_stand_in_a_row_that_has_them_only() throws IOException {
    String json = REPORT.toJson();
    String counted =
        json.replace("\"floor\" : 140.25", "\"floor\" : 140.25, \"peerBytesPerOp\" : 64.0");

    Row without = Report.parse(json).rows().getFirst();
    Report with = Report.parse(counted);

    assertTrue(Double.isNaN(without.peerBytesPerOp()));
    assertEquals(64, with.rows().getFirst().peerBytesPerOp());
    assertTrue(with.toJson().contains("\"peerBytesPerOp\" : 64.0"), with.toJson());
  }

  @Test
  void what_was_written_is_read_again() throws IOException {
    Report read = Report.parse(REPORT.toJson());

    assertEquals(REPORT.toJson(), read.toJson());
    assertEquals(ROW.key(), read.rows().getFirst().key());
  }

  @Test
  void the_pages_hold_every_row_and_nothing_from_elsewhere() throws IOException {
    Pages.write(REPORT, Goals.committed(), folder.resolve("report"));

    String markdown = Files.readString(folder.resolve("report/report.md"));
    String html = Files.readString(folder.resolve("report/report.html"));
    assertTrue(
        markdown.contains(
            "| eval | bytes | plain | org.capnproto:runtime | ns/op | 1235 | 2500 | 2.02 |"),
        markdown);
    assertTrue(html.contains("<td>eval</td><td>bytes</td>"), html);
    assertTrue(html.contains("Some &lt;CPU&gt;"), html);
    assertTrue(!html.contains("://"), "a link to elsewhere");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
