package dev.caplens.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The figures that the project shows are those of the runs that it keeps.
class CommittedRunsTest {

  private static final String HOW =
      "write it anew: ./caplens bench --publish and, for each run, --from"
          + " docs/measurements/bench-run-N.json";

  @Test
  void the_figures_of_the_readme_are_those_of_the_committed_runs() throws IOException {
    Path root = root();
    Publication committed = Publication.committed(root);
    String readme = Files.readString(root.resolve("README.md"));

    assertEquals(committed.withFigures(readme), readme, HOW);
    if (!committed.isEmpty()) {
      Path page = root.resolve("docs/measurements/bench.md");
      assertEquals(committed.page(), Files.readString(page), HOW);
    }
  }

  @Test
  void every_goal_that_the_committed_runs_miss_has_its_reason() throws IOException {
    List<String> silent =
        Publication.committed(root()).verdicts().stream()
            .filter(verdict -> !verdict.isReached() && verdict.reason().isEmpty())
            .map(Verdict::toString)
            .toList();

    assertEquals(List.of(), silent);
  }

  private static Path root() {
    @Nullable Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return Objects.requireNonNull(folder, "no folder .mvn above " + Path.of("").toAbsolutePath());
  }
}
