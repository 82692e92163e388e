package dev.caplens.bench.messages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.caplens.bench.rounds.CppSubject;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Sample;
import dev.caplens.cli.CommandFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The C++ programs compile, build the same bytes as we do, and pass them on in every mode.
class CppProgramsTest {

  private static final Plan SHORT = new Plan(1, 1, 1, 1, 1, List.of());

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void require_the_tools() {
    if (!CppPrograms.isPossible()) {
      String text = "no Cap'n Proto for C++: " + CppPrograms.NEEDED;
      if (System.getenv("CI") != null) {
        fail(text);
      }
      abort(text);
    }
  }

  @ParameterizedTest
  @CsvSource({"carsales, 1", "catrank, 1", "eval, 64"})
  void a_program_builds_the_bytes_that_we_build(String workload, int requests)
      throws IOException, InterruptedException {
    Path program = new CppPrograms(folder, "-O0").compile(workload);

    byte[] dumped = dump(program);

    assertArrayEquals(ours(workload, requests), dumped);
  }

  /// A program compares each answer with what it has to be, and prints nothing but its figure.
  @ParameterizedTest
  @ValueSource(strings = {"carsales", "catrank", "eval"})
  void a_program_passes_messages_in_every_mode(String workload) throws InterruptedException {
    Path program = new CppPrograms(folder, "-O0").compile(workload);

    for (String mode : List.of("object", "bytes", "packed", "read")) {
      Sample sample = new CppSubject(program, mode).sample(SHORT);

      assertTrue(sample.value() > 0, mode);
    }
    CommandFailed failed =
        assertThrows(CommandFailed.class, () -> new CppSubject(program, "backwards").sample(SHORT));
    assertTrue(String.valueOf(failed.getMessage()).contains("got 'backwards'"), failed::toString);
  }

  private static byte[] dump(Path program) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(program.toString(), "dump")).start();
    byte[] dumped = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor());
    return dumped;
  }

  /// The requests from the first one on. An exchange begins with the second.
  private static byte[] ours(String workload, int requests) throws IOException {
    Exchange exchange = Exchanges.of(workload, Exchanges.PLAIN);
    for (int i = 1; i < requests; i++) {
      exchange.request();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < requests; i++) {
      all.write(exchange.request());
    }
    return all.toByteArray();
  }
}
