package dev.caplens.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `caplens test`, as help and completion show it. The launcher runs it: there may be nothing built
/// yet, and Maven must not run under a JVM whose jars it replaces.
@Command(
    name = "test",
    description = "Install missing test peers and run all tests (mvn verify).",
    footer = {"", "Without network, once it has run:  ./caplens test -o"})
final class TestCommand implements Runnable {
  @Parameters(paramLabel = "MAVEN_ARGUMENT", arity = "0..*", description = "Passed on to Maven.")
  private List<String> arguments = List.of();

  @Override
  public void run() {
    throw new CommandFailed(
        "the launcher runs the tests, not this JVM: ./caplens test "
            + String.join(" ", arguments).strip());
  }
}
