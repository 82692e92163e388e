package dev.caplens.bench.messages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every subject builds the same bytes and finds what the plain values say.
class ExchangesTest {

  private static final int TURNS = 70;

  static List<String> workloads() {
    return Exchanges.WORKLOADS;
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void all_subjects_build_the_same_bytes(String workload) {
    List<Exchange> subjects = subjects(workload);
    assertTrue(subjects.size() >= 2);

    for (int turn = 0; turn < TURNS; turn++) {
      byte[] expected = subjects.getFirst().request();
      for (Exchange subject : subjects.subList(1, subjects.size())) {
        assertArrayEquals(expected, subject.request(), "request " + turn);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void all_modes_find_what_the_values_say(String workload) {
    List<ToLongFunction<Exchange>> modes =
        List.of(Exchange::object, Exchange::bytes, Exchange::packed, Exchange::read);

    for (Exchange subject : subjects(workload)) {
      for (ToLongFunction<Exchange> mode : modes) {
        for (int turn = 0; turn < TURNS; turn++) {
          long found = mode.applyAsLong(subject);
          assertEquals(subject.expected(), found, "turn " + turn);
        }
      }
    }
  }

  private static List<Exchange> subjects(String workload) {
    List<Exchange> subjects = new ArrayList<>();
    for (String name : List.of(Exchanges.PLAIN, Exchanges.OWN, Exchanges.RUNTIME)) {
      if (Exchanges.exists(workload, name)) {
        subjects.add(Exchanges.of(workload, name));
      }
    }
    return subjects;
  }
}
