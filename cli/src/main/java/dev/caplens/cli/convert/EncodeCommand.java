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

/// `caplens encode`, as `capnp encode`: the older form of `convert text:binary`.
@Command(
    name = "encode",
    description = "Older form of convert text:binary SCHEMA TYPE.",
    exitCodeOnInvalidInput = CommandLine.ExitCode.SOFTWARE)
public final class EncodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-p", "--packed"},
      description = "Write packed messages.")
  private boolean isPacked;

  @Option(names = "--flat", description = "Write one segment and no table.")
  private boolean isFlat;

  @Option(
      names = "--segment-size",
      paramLabel = "WORDS",
      description = "Write segments of that many words (default: 1024, then growing).")
  private int segmentWords;

  @Mixin private SchemaOptions options = new SchemaOptions();

  @Parameters(index = "0", paramLabel = "SCHEMA", description = "The schema file.")
  private Path schema = Path.of("");

  @Parameters(index = "1", paramLabel = "TYPE", description = "The struct type of the messages.")
  private String type = "";

  @Override
  public Integer call() throws IOException {
    Forms forms = new Forms(options.struct(schema, type), Segmentation.of(segmentWords), false);
    StandardStreams streams = StandardStreams.ofProcess(spec.commandLine().getErr());
    Conversion conversion = new Conversion(Format.TEXT, Format.encoded(isPacked, isFlat));
    return new Converter(forms, spec.qualifiedName(), false, streams.err())
        .exitCode(conversion, streams);
  }
}
