package dev.caplens.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the project says about its speed comes from the runs that it keeps.
class PublicationTest {

  private static final String README =
      """
      # Title

      <!-- bench: these figures are written by the command -->
      old
      <!-- bench: end -->
      the end
      """;

  @TempDir Path project = Path.of("");

  @Test
  void runs_are_kept_compared_and_put_into_the_readme() throws IOException {
    Files.writeString(project.resolve("README.md"), README);

    new Publication(List.of(Runs.of(1), Runs.of(1.2)), Goals.committed()).write(project);

    String readme = Files.readString(project.resolve("README.md"));
    String page = Files.readString(project.resolve("docs/measurements/bench.md"));
    assertTrue(
        readme.contains(
            "| a request and its answer, `org.capnproto:runtime` | 1.68 (1.40 to 1.68) |"),
        readme);
    assertTrue(readme.endsWith("<!-- bench: end -->\nthe end\n"), readme);
    assertFalse(readme.contains("old"), readme);
    assertTrue(
        page.contains(
            "| messages / carsales\\|catrank\\|eval / object\\|bytes\\|packed / plain /"
                + " org.capnproto:runtime | mean ratio >= 1.60 | 1.40, 1.68 |"),
        page);
    assertTrue(page.contains("| goal | row | bound | got | | why |"), page);
    assertTrue(page.contains("half stay within 1.20, nine of ten within 1.20"), page);
    assertEquals(page, Publication.committed(project).page());
  }

  @Test
  void runs_of_an_earlier_publication_are_removed() throws IOException {
    Files.writeString(project.resolve("README.md"), README);
    new Publication(List.of(Runs.of(1), Runs.of(1)), Goals.committed()).write(project);

    new Publication(List.of(Runs.of(1)), Goals.committed()).write(project);

    assertFalse(Files.exists(project.resolve("docs/measurements/bench-run-2.json")));
  }

  @Test
  void a_readme_without_a_place_for_figures_is_refused() {
    Publication publication = new Publication(List.of(Runs.of(1)), Goals.committed());

    IOException refused =
        assertThrows(IOException.class, () -> publication.withFigures("# Title\n"));

    assertEquals(
        "the README has no lines '<!-- bench: these figures are written by the command -->' and"
            + " '<!-- bench: end -->'",
        refused.getMessage());
  }
}
