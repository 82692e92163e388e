package dev.caplens.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A command that the launcher runs itself. It stands here for help, completion and suggestions.
abstract class LauncherCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "Passed on.")
  private List<String> arguments = List.of();

  @Override
  public void run() {
    throw new CommandFailed(
        "the launcher runs this, not this JVM: ./caplens "
            + (spec.name() + " " + String.join(" ", arguments)).strip());
  }
}
