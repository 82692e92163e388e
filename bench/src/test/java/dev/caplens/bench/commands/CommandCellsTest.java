package dev.caplens.bench.commands;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Rounds;
import dev.caplens.bench.rounds.Row;
import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands are measured as processes, over a file that is written once.
class CommandCellsTest {

  private static final Plan ONE_ROUND = new Plan(1, 1, 1, 1, 1, List.of());

  @TempDir Path folder = Path.of("");

  @Test
  void each_command_has_its_row() throws IOException, InterruptedException {
    Path launcher = launcher("echo done");
    Rounds rounds = new Rounds(ONE_ROUND, () -> 100, _ -> {});

    List<Row> rows = rounds.run(CommandCells.all(launcher, folder.resolve("text"), Plan.QUICK));

    assertEquals(List.of(), rounds.failures());
    assertEquals(
        List.of(
            "commands / start / --version / own / java --version",
            "commands / demo / 128 MiB / own / wc"),
        rows.stream().map(Row::key).toList());
    rows.forEach(row -> assertTrue(row.ratio() > 0, row::toString));
    assertEquals(128L << 20, Files.size(folder.resolve("text")));
  }

  @Test
  void a_command_that_fails_has_no_figure() throws IOException {
    Path launcher = launcher("exit 3");
    Path text = Files.writeString(folder.resolve("text"), "a word\n");
    TextFileSubject subject = new TextFileSubject(text, 1, List.of(launcher.toString(), "demo"));

    CommandFailed failed = assertThrows(CommandFailed.class, () -> subject.sample(ONE_ROUND));

    assertTrue(String.valueOf(failed.getMessage()).contains("exit code 3"), failed::toString);
  }

  @Test
  void the_text_is_a_mebibyte_of_words() {
    String text = new String(TextFileSubject.words(), US_ASCII);

    assertEquals(1 << 20, text.length());
    for (String line : text.lines().limit(1000).toList()) {
      assertTrue(line.matches("([a-z]{1,12} ){2,15}[a-z]{1,12}"), line);
    }
  }

  private Path launcher(String does) throws IOException {
    Path launcher = Files.writeString(folder.resolve("launcher"), "#!/bin/sh\n" + does + "\n");
    return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
