package dev.caplens.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
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

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
