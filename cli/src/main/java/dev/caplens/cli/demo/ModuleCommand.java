package dev.caplens.cli.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a demo starts as a module.
@Command(
    name = "module",
    hidden = true,
    description = "Attach to the region of a running demo and take jobs from its inbox.")
public final class ModuleCommand implements Callable<Integer> {

  @Option(names = "--name", defaultValue = "jvm", description = "What it calls itself.")
  private String name = "jvm";

  @Parameters(paramLabel = "REGION", description = "The file of the region.")
  private Path region = Path.of("");

  @Override
  public Integer call() throws Exception {
    Module.run(region, name);
    return 0;
  }
}
