package dev.caplens.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caplens.bench.rounds.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Goals meet rows.
class GoalsTest {

  private static final String GOALS =
      """
      [{"issue": 3, "goal": "fast", "rows": "messages / carsales|eval / read / * / c++ *",
        "figure": "ratio", "bound": 1.25},
       {"issue": 3, "goal": "fast on the whole", "rows": "messages / * / read / plain / c++ *",
        "figure": "mean_ratio", "bound": 0.5},
       {"issue": 3, "goal": "little", "rows": "messages / eval / object / plain / c++ *",
        "figure": "bytes", "bound": 16},
       {"issue": 9, "goal": "nobody measured it", "rows": "none / * / * / * / *",
        "figure": "ours", "bound": 1}]
      """;

  @Test
  void each_row_that_a_goal_speaks_of_has_its_verdict() throws JsonProcessingException {
    String reasons = "[{\"rows\": \"messages / eval / * / * / *\", \"reason\": \"unions\"}]";
    Goals goals = Goals.of(json(GOALS), json(reasons));

    List<String> verdicts = goals.judge(Runs.of(1).rows()).stream().map(Verdict::toString).toList();

    assertEquals(
        List.of(
            "missed   messages / carsales / read / plain / c++ libcapnp: ratio >= 1.25, got 0.60",
            "missed   messages / eval / read / plain / c++ libcapnp: ratio >= 1.25, got 0.60"
                + " (unions)",
            "reached  messages / * / read / plain / c++ *: mean ratio >= 0.50, got 0.60",
            "reached  messages / eval / object / plain / c++ libcapnp: B/op <= 16, got 16"),
        verdicts);
  }

  @Test
  void a_reason_may_be_that_of_one_figure() throws JsonProcessingException {
    String goals =
        """
        [{"issue": 3, "goal": "fast", "rows": "messages / eval / read / plain / c++ *",
          "figure": "ratio", "bound": 9},
         {"issue": 3, "goal": "little", "rows": "messages / eval / read / plain / c++ *",
          "figure": "bytes", "bound": 1}]
        """;
    String reasons =
        """
        [{"rows": "messages / eval / * / * / *", "figure": "bytes", "reason": "objects"},
         {"rows": "messages / * / * / * / *", "reason": "unions"}]
        """;

    List<Verdict> verdicts = Goals.of(json(goals), json(reasons)).judge(Runs.of(1).rows());

    assertEquals(List.of("unions", "objects"), verdicts.stream().map(Verdict::reason).toList());
  }

  @Test
  void bytes_are_held_against_the_bytes_of_the_peer() throws JsonProcessingException {
    String goals =
        """
        [{"issue": 3, "goal": "little", "rows": "group / * / * / * / *",
          "figure": "bytes_part", "bound": 0.2}]
        """;
    List<Row> rows =
        List.of(row("group / few / m / s / p", 10), row("group / many / m / s / p", 30));

    List<Verdict> verdicts = Goals.of(json(goals), json("[]")).judge(rows);

    assertEquals(List.of(0.1, 0.3), verdicts.stream().map(Verdict::value).toList());
    assertEquals(List.of(true, false), verdicts.stream().map(Verdict::isReached).toList());
  }

  /// The figures are as bad as can be: no row that a goal names may miss it without a word.
  @Test
  void every_committed_goal_has_a_reason_for_each_of_its_rows() throws IOException {
    Set<String> keys = new LinkedHashSet<>();
    for (JsonNode goal : json(resource("goals.json"))) {
      keys.addAll(spelledOut(goal.required("rows").textValue()));
    }
    List<Row> rows = keys.stream().map(key -> row(key, 1e9)).toList();

    List<Verdict> verdicts = Goals.committed().judge(rows);

    List<Verdict> silent = verdicts.stream().filter(v -> v.reason().isEmpty()).toList();
    assertTrue(verdicts.size() >= keys.size(), verdicts.size() + " verdicts");
    assertEquals(List.of(), silent);
  }

  @Test
  void a_pattern_means_texts_beginnings_and_everything() {
    RowPattern pattern = new RowPattern("messages / car*|eval / * / plain / c++ libcapnp");

    assertTrue(pattern.matches("messages / carsales / read / plain / c++ libcapnp"));
    assertTrue(pattern.matches("messages / eval / read / plain / c++ libcapnp"));
    assertFalse(pattern.matches("messages / catrank / read / plain / c++ libcapnp"));
    assertFalse(pattern.matches("messages / eval / read / plain"));
  }

  @Test
  void the_committed_goals_speak_of_rows_in_the_form_of_keys() {
    List<Verdict> verdicts = Goals.committed().judge(Runs.of(1).rows());

    assertTrue(verdicts.size() >= 20, verdicts.size() + " verdicts");
  }

  /// The keys that a pattern names; what it leaves open is some text of its own.
  private static List<String> spelledOut(String pattern) {
    List<String> keys = List.of("");
    for (String part : pattern.replace("*", "any").split(" / ")) {
      List<String> longer = new ArrayList<>();
      for (String key : keys) {
        for (String text : part.split("\\|")) {
          longer.add(key.isEmpty() ? text : key + " / " + text);
        }
      }
      keys = longer;
    }
    return keys;
  }

  /// A row that is as slow as can be, beside a peer that takes 100 bytes.
  private static Row row(String key, double bytesPerOp) {
    String[] parts = key.split(" / ");
    return new Row(
        parts[0],
        parts[1],
        parts[2],
        parts[3],
        parts[4],
        "ns/op",
        1e9,
        1,
        1e-9,
        1e-9,
        1e-9,
        1,
        0,
        bytesPerOp,
        140,
        100,
        0,
        Map.of(),
        Map.of());
  }

  private static String resource(String name) throws IOException {
    String path = "/META-INF/caplens/bench/" + name;
    try (InputStream source = Goals.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(source, path).readAllBytes(), UTF_8);
    }
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
