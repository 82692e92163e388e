package dev.caplens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final List<String> COMMANDS =
      List.of("completion", "demo", "doctor", "help", "test");

  @Test
  void each_kind_of_slip_counts_one() {
    assertEquals(0, Spelling.slips("test", "test"));
    assertEquals(1, Spelling.slips("tests", "test"));
    assertEquals(1, Spelling.slips("tst", "test"));
    assertEquals(1, Spelling.slips("tast", "test"));
    assertEquals(1, Spelling.slips("tset", "test"));
    assertEquals(4, Spelling.slips("", "test"));
  }

  @Test
  void a_short_word_may_hold_one_slip_and_a_longer_one_more() {
    assertEquals(List.of("test"), Spelling.near("tset", COMMANDS));
    assertEquals(List.of("doctor"), Spelling.near("dcotro", COMMANDS));
    assertEquals(List.of("completion"), Spelling.near("compltoin", COMMANDS));
    assertEquals(List.of(), Spelling.near("dm", COMMANDS));
    assertEquals(List.of(), Spelling.near("xyzzy", COMMANDS));
  }

  @Test
  void the_nearest_comes_first() {
    assertEquals(
        List.of("--string", "--strings"),
        Spelling.near("--stirng", List.of("--strings", "--string")));
  }
}
