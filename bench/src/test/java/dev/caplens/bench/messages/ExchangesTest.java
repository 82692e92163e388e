package dev.caplens.bench.messages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every subject of our format builds the same bytes, every other one says the same values, and all
/// find what the plain values say.
class ExchangesTest {

  private static final int TURNS = 70;
  private static final List<String> SUBJECTS =
      List.of(
          Exchanges.PLAIN,
          Exchanges.OWN,
          Exchanges.RUNTIME,
          Exchanges.SBE,
          Exchanges.FLATBUFFERS,
          Exchanges.PROTOBUF);

  static List<String> workloads() {
    return Exchanges.WORKLOADS;
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void all_subjects_of_our_format_build_the_same_bytes(String workload) {
    List<Exchange> subjects = new ArrayList<>();
    for (String name : subjects(workload)) {
      Exchange exchange = Exchanges.of(workload, name);
      if (!(exchange instanceof EncodedExchange<?, ?>)) {
        subjects.add(exchange);
      }
    }
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
  void every_other_format_says_every_value(String workload) {
    int compared = 0;
    for (String name : subjects(workload)) {
      if (Exchanges.of(workload, name) instanceof EncodedExchange<?, ?> exchange) {
        for (int turn = 0; turn < TURNS; turn++) {
          byte[] request = exchange.request();

          assertEquals(exchange.value(), exchange.decode(request), name + ", request " + turn);
        }
        compared++;
      }
    }

    assertEquals((workload.equals("eval") ? 1 : 2) + (FlatSupplier.isPossible() ? 1 : 0), compared);
  }

  @Test
  void flatbuffers_are_there() {
    if (!FlatSupplier.isPossible()) {
      String text = "no FlatBuffers: " + FlatSupplier.NEEDED;
      if (System.getenv("CI") != null) {
        fail(text);
      }
      abort(text);
    }
    assertTrue(Exchanges.exists("eval", Exchanges.FLATBUFFERS, "bytes"));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void all_modes_find_what_the_values_say(String workload) {
    Map<String, ToLongFunction<Exchange>> modes =
        Map.of(
            "object", Exchange::object,
            "bytes", Exchange::bytes,
            "packed", Exchange::packed,
            "read", Exchange::read);

    for (String name : subjects(workload)) {
      Exchange subject = Exchanges.of(workload, name);
      modes.forEach((mode, call) -> {
        for (int turn = 0; Exchanges.exists(workload, name, mode) && turn < TURNS; turn++) {
          long found = call.applyAsLong(subject);
          assertEquals(subject.expected(), found, name + " " + mode + ", turn " + turn);
        }
      });
    }
  }

  private static List<String> subjects(String workload) {
    return SUBJECTS.stream().filter(name -> Exchanges.exists(workload, name, "read")).toList();
  }
}
