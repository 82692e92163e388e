package dev.caplens.bench.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caplens.bench.pairs.Pace;
import dev.caplens.bench.pairs.PairSubject;
import dev.caplens.bench.pairs.Task;
import dev.caplens.bench.pairs.Transport;
import dev.caplens.bench.pairs.Work;
import dev.caplens.bench.report.Machine;
import dev.caplens.bench.report.Report;
import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Rounds;
import dev.caplens.bench.rounds.Row;
import dev.caplens.bench.rounds.Sample;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every subject of the group does its work, and its rows have the form that readers rely on.
class RingCellsTest {

  /// Long enough that both ends have a core for a while when other builds run beside.
  private static final Pace SHORT = new Pace(50, 1, 400);

  private static final Plan ONE_ROUND = new Plan(1, 1, 1, 1, 1, List.of());

  @TempDir Path folder = Path.of("");

  static Stream<Task> tasks() {
    List<Class<? extends Transport>> shared =
        List.of(
            SlotTransport.class,
            AgronaTransport.OneToOne.class,
            AgronaTransport.ManyToOne.class,
            AeronTransport.class);
    List<Class<? extends Transport>> ofThreads =
        List.of(QueueTransport.class, DisruptorTransport.class);
    return Stream.of(
            shared.stream().map(type -> Task.of(type, Work.ROUND_TRIP, false, 64)),
            shared.stream().map(type -> Task.of(type, Work.THROUGHPUT, false, 16 << 10)),
            ofThreads.stream().map(type -> Task.of(type, Work.ROUND_TRIP, true, 64)),
            ofThreads.stream().map(type -> Task.of(type, Work.THROUGHPUT, true, 1024)),
            Stream.of(
                Task.of(SlotTransport.class, Work.THROUGHPUT, false, 64).senders(3),
                Task.of(SlotTransport.class, Work.OPEN_LOOP, false, 64).rate(10_000),
                Task.of(ChannelTransport.class, Work.ROUND_TRIP, false, 64),
                Task.of(LineTransport.class, Work.ROUND_TRIP, true, 8)))
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void every_subject_delivers_what_was_sent(Task task) throws InterruptedException {
    Sample sample = new PairSubject(task, SHORT, List.of()).sample(ONE_ROUND);

    assertTrue(sample.value() > 0, "value " + sample.value());
  }

  @Test
  void a_program_in_c_delivers_what_was_sent() throws InterruptedException {
    Optional<Path> program = RingProgram.compile(folder);
    if (program.isEmpty()) {
      String text = "there is no gcc; install it: " + RingProgram.NEEDED;
      if (System.getenv("CI") != null && !System.getenv("CI").isEmpty()) {
        fail(text);
      }
      Assumptions.abort(text);
    }
    for (Work work : List.of(Work.THROUGHPUT, Work.ROUND_TRIP)) {
      Task task = Task.of(SlotTransport.class, work, false, 64);

      Sample sample = new PairSubject(task, SHORT, List.of(program.get())).sample(ONE_ROUND);

      assertTrue(sample.value() > 0, "value " + sample.value());
    }
  }

  @Test
  void each_row_has_a_key_of_its_own() throws InterruptedException {
    Set<String> keys = new HashSet<>();

    List<Cell> cells = RingCells.all(folder, Plan.FULL);

    for (Cell cell : cells) {
      keys.add(String.join("/", cell.name(), cell.mode(), cell.subject(), cell.peer()));
      assertEquals("rings", cell.group());
      assertTrue(cell.payloadBytes() > 0);
    }
    assertEquals(cells.size(), keys.size());
  }

  @Test
  void rows_of_times_keep_their_percentiles_in_the_json() throws Exception {
    Task ours = Task.of(SlotTransport.class, Work.ROUND_TRIP, true, 64);
    Task floor = Task.of(LineTransport.class, Work.ROUND_TRIP, true, 8);
    Cell cell =
        new Cell(
            "rings",
            "round-trip",
            "threads, 64 B",
            "slots",
            "cache line",
            "ns",
            new PairSubject(ours, SHORT, List.of()),
            new PairSubject(floor, SHORT, List.of()),
            64);

    List<Row> rows = new Rounds(ONE_ROUND, () -> 100, _ -> {}).run(List.of(cell));

    String json = new Report(Machine.here(), "2026-11-21T00:00:00Z", rows).toJson();
    JsonNode row = new ObjectMapper().readTree(json).get("rows").get(0);
    assertEquals(64, row.get("payloadBytes").asInt());
    for (String percentile : List.of("50", "90", "99", "99.9")) {
      assertTrue(row.get("oursPercentiles").get(percentile).isNumber(), percentile);
      assertTrue(row.get("theirsPercentiles").get(percentile).isNumber(), percentile);
    }
    assertEquals(row.get("ours").asDouble(), row.get("oursPercentiles").get("50").asDouble());
    assertEquals(
        rows.getFirst().oursPercentiles(), Report.parse(json).rows().getFirst().oursPercentiles());
  }
}
