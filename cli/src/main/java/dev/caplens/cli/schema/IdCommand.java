package dev.caplens.cli.schema;

import java.security.SecureRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `caplens id`, as `capnp id`: a new id for a schema file or a declaration.
@Command(
    name = "id",
    description = "Print a new random 64-bit id for a schema: @0x and 16 hexadecimal digits.",
    exitCodeOnInvalidInput = CommandLine.ExitCode.SOFTWARE)
public final class IdCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /// Ids have their top bit set, so that none is mistaken for an ordinal.
  @Override
  public void run() {
    long id = new SecureRandom().nextLong() | Long.MIN_VALUE;
    spec.commandLine().getOut().printf("@0x%016x%n", id);
  }
}
