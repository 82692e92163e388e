package dev.caplens.layout.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessStatTest {

  private static final String UP_TO_THE_START_TIME =
      "42 (a) b (c) S 1 42 42 0 -1 4194560 100 0 0 0 1 2 0 0 20 0 3 0 98765";

  @Test
  void its_fields_follow_a_name_with_blanks_and_parentheses() {
    assertEquals(
        Optional.of(new ProcessStat('S', 3, 98765)),
        ProcessStat.parse(UP_TO_THE_START_TIME + " 1000 10\n"));
  }

  @Test
  void a_line_that_is_cut_short_tells_nothing() {
    for (int length = 0; length <= UP_TO_THE_START_TIME.length(); length++) {
      String line = UP_TO_THE_START_TIME.substring(0, length);

      assertEquals(Optional.empty(), ProcessStat.parse(line), line);
    }
  }
}
