package dev.caplens.cli.convert;

import dev.caplens.cli.schema.SchemaOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `caplens decode`, as `capnp decode`: the older form of `convert binary:text`.
@Command(
    name = "decode",
    description = "Older form of convert binary:text SCHEMA TYPE.",
    exitCodeOnInvalidInput = CommandLine.ExitCode.SOFTWARE)
public final class DecodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-p", "--packed"},
      description = "Expect packed messages.")
  private boolean isPacked;

  @Option(names = "--flat", description = "Expect one segment and no table.")
  private boolean isFlat;

  @Option(names = "--short", description = "Write each message on one line.")
  private boolean isShort;

  @Option(names = "--quiet", description = "Do not doubt that the input is in the format given.")
  private boolean isQuiet;

  @Mixin private SchemaOptions options = new SchemaOptions();

  @Parameters(index = "0", paramLabel = "SCHEMA", description = "The schema file.")
  private Path schema = Path.of("");

  @Parameters(index = "1", paramLabel = "TYPE", description = "The struct type of the messages.")
  private String type = "";

  @Override
  public Integer call() throws IOException {
    Forms forms = new Forms(options.struct(schema, type), Segmentation.DEFAULT, isShort);
    StandardStreams streams = StandardStreams.ofProcess(spec.commandLine().getErr());
    Conversion conversion = new Conversion(Format.encoded(isPacked, isFlat), Format.TEXT);
    return new Converter(forms, spec.qualifiedName(), isQuiet, streams.err())
        .exitCode(conversion, streams);
  }
}
