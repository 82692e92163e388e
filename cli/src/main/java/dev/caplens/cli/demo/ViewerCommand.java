package dev.caplens.cli.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What a demo starts to draw its progress.
@Command(
    name = "viewer",
    hidden = true,
    description = "Attach to the region of a running demo and draw its progress.")
public final class ViewerCommand implements Callable<Integer> {

  @Parameters(paramLabel = "REGION", description = "The file of the region.")
  private Path region = Path.of("");

  @Override
  public Integer call() throws Exception {
    Viewer.run(region, System.err);
    return 0;
  }
}
