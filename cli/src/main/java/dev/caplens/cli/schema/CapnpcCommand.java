package dev.caplens.cli.schema;

import dev.caplens.codegen.Main;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// The plugin of the reference compiler: `capnp compile -ocaplens:FOLDER` starts the program
/// `capnpc-caplens` beside the launcher, in that folder, and that comes here. A request on standard
/// input, Java files below the working directory.
@Command(
    name = "capnpc",
    hidden = true,
    description = "Generate Java into this folder from a request on standard input.")
public final class CapnpcCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return Main.run(new String[] {"--java", "."}, System.in, System.err);
  }
}
