package dev.caplens.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caplens.bench.rounds.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
          new Machine("Some <CPU>", 2, "performance", "Linux 6", "JVM 25", 0.5, Map.of()),
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
  void versions_stand_in_the_json_and_on_the_pages() throws IOException {
    Map<String, String> versions = Map.of("org.capnproto:runtime", "0.1.16", "capnp", "0.9.2");
    Machine machine = new Machine("CPU", 2, "unknown", "Linux 6", "JVM 25", 0.5, versions);
    Report run = new Report(machine, "2026-11-21T03:00:00Z", List.of(ROW));

    Pages.write(run, Goals.committed(), folder);

    String line = "versions: capnp 0.9.2, org.capnproto:runtime 0.1.16";
    assertTrue(Files.readString(folder.resolve("report.md")).contains(line), line);
    assertTrue(Files.readString(folder.resolve("report.html")).contains(line), line);
    assertEquals(versions, Report.parse(run.toJson()).machine().versions());
  }

  @Test
  void a_file_without_versions_is_read_and_written_without() throws IOException {
    String older = REPORT.toJson();

    Report read = Report.parse(older);

    assertFalse(older.contains("versions"), older);
    assertEquals(Map.of(), read.machine().versions());
    assertEquals(older, read.toJson());
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

  @Test
  void throughput_has_a_plot_by_the_number_of_senders() throws IOException {
    Pages.write(Runs.of(1), Goals.committed(), folder);

    String html = Files.readString(folder.resolve("report.html"));
    int start = html.indexOf("aria-label=\"throughput by senders, processes, 64 B\"");
    String plot = html.substring(start, html.indexOf("</svg>", start));
    for (String senders : List.of("1", "2", "4")) {
      assertTrue(plot.contains("<title>Caplens slots, " + senders + ": 20 M</title>"), plot);
      String theirs = "<title>agrona OneToOneRingBuffer, " + senders + ": 10 M</title>";
      assertTrue(plot.contains(theirs), plot);
    }
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
