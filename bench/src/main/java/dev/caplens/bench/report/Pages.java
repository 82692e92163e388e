package dev.caplens.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The pages of a run: `report.md`, and `report.html` with plots.
public final class Pages {

  private Pages() {}

  /// Writes both pages into a folder, which is made if it is not there.
  public static void write(Report run, Goals goals, Path folder) throws IOException {
    List<Verdict> verdicts = goals.judge(run.rows());
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.md"), Markdown.of(run, verdicts));
    Files.writeString(folder.resolve("report.html"), Html.of(run, verdicts));
  }
}
