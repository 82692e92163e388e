package dev.caplens.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.bench.report.Baseline;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `--check` compares with a file, or with the committed baseline if none is named; what cannot be
/// measured or published is refused before anything is.
class CheckTest {

  private static final String MOVED = "access / field-read / clean / own / Unsafe";

  @TempDir Path folder = Path.of("");
  private final StringWriter said = new StringWriter();
  private Path asCommitted = Path.of("");
  private Path worse = Path.of("");

  @BeforeEach
  void write_runs() throws IOException {
    String committed = Baseline.committed().toJson();
    asCommitted = Files.writeString(folder.resolve("committed.json"), committed);
    String lower = committed.replaceFirst("\"ratio\" : [0-9.]+", "\"ratio\" : 0.01");
    worse = Files.writeString(folder.resolve("worse.json"), lower);
  }

  @Test
  void without_a_file_a_run_is_held_against_the_committed_baseline() {
    assertEquals(0, bench("--from", asCommitted, "--check"), said::toString);
    assertTrue(said.toString().contains("no row is worse than in the run of "), said::toString);

    assertEquals(1, bench("--from", worse, "--check"), said::toString);
    assertTrue(said.toString().contains("worse: " + MOVED + ": ratio 0.01 "), said::toString);
  }

  @Test
  void another_option_may_follow() {
    assertEquals(1, bench("--check", "--from", worse), said::toString);
  }

  @Test
  void with_a_file_a_run_is_held_against_that() {
    assertEquals(0, bench("--from", worse, "--check", worse), said::toString);
    assertEquals(1, bench("--from", worse, "--check", asCommitted), said::toString);
  }

  @Test
  void a_row_that_is_not_asked_for_does_not_count() {
    assertEquals(0, bench("--from", worse, "--only", "carsales", "--check"), said::toString);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertEquals(1, bench("--from", asCommitted, "--check", "messages"), said::toString);
    assertTrue(
        said.toString()
            .contains(
                "--check: cannot read the file messages; without a file it compares with the"
                    + " committed baseline"),
        said::toString);
  }

  @Test
  void only_whole_runs_are_published() {
    for (String[] partial :
        new String[][] {{"--quick"}, {"--full", "rings"}, {"--full", "--only", "eval"}, {}}) {
      Object[] line = Stream.concat(Stream.of("--publish"), Stream.of(partial)).toArray();

      assertEquals(2, bench(line), said::toString);
    }
    assertTrue(said.toString().contains("--publish goes with --full"), said::toString);
  }

  @Test
  void groups_without_rows_say_why() {
    assertEquals(1, bench("layout", "rpc", "commands"), said::toString);
    assertEquals(
        "caplens bench: layout: no rows yet; rpc: no rows yet; commands: the launcher is not known;"
            + " measure with it: ./caplens bench commands\n",
        said.toString());
  }

  private int bench(Object... arguments) {
    CommandLine line = Bench.line();
    PrintWriter out = new PrintWriter(said);
    line.setOut(out);
    line.setErr(out);
    int code = line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    out.flush();
    return code;
  }
}
