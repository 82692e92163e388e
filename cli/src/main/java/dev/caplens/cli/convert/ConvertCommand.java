package dev.caplens.cli.convert;

import dev.caplens.cli.schema.SchemaOptions;
import dev.caplens.core.dynamic.StructSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `caplens convert`, as `capnp convert`: messages from standard input to standard output, from one
/// format into another.
@Command(
    name = "convert",
    description = {
      "Read messages from standard input in one format, write them to standard output in another.",
      "Formats: binary, packed, flat, flat-packed, canonical, text, json."
    },
    exitCodeOnInvalidInput = CommandLine.ExitCode.SOFTWARE,
    footer = {
      "",
      "A faulty message is reported and left out; the exit code is 1 then.",
      "Example:  ./caplens convert packed:binary < messages.packed > messages.bin"
    })
public final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quiet", description = "Do not doubt that the input is in the format given.")
  private boolean isQuiet;

  @Option(
      names = "--segment-size",
      paramLabel = "WORDS",
      description = "Write segments of that many words (default: 1024, then growing).")
  private int segmentWords;

  @Option(names = "--short", description = "Write text and JSON on one line per message.")
  private boolean isShort;

  @Parameters(index = "0", paramLabel = "FROM:TO", description = "The two formats.")
  private String conversion = "";

  @Parameters(
      index = "1",
      paramLabel = "SCHEMA",
      arity = "0..1",
      description = "The schema file: needed for text and json.")
  private @Nullable Path schema;

  @Parameters(
      index = "2",
      paramLabel = "TYPE",
      arity = "0..1",
      description = "The struct type of the messages, such as Person or Outer.Inner.")
  private @Nullable String type;

  @Mixin private SchemaOptions options = new SchemaOptions();

  private final @Nullable StandardStreams streams;

  /// The command on the streams of the process.
  public ConvertCommand() {
    this(null);
  }

  ConvertCommand(@Nullable StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Conversion formats = Conversion.parse(conversion);
    StandardStreams used =
        streams == null ? StandardStreams.ofProcess(spec.commandLine().getErr()) : streams;
    return new Converter(
            new Forms(root(), Segmentation.of(segmentWords), isShort),
            spec.qualifiedName(),
            isQuiet,
            used.err())
        .exitCode(formats, used);
  }

  private @Nullable StructSchema root() {
    if (schema == null) {
      return null;
    }
    if (type == null) {
      options.load(schema);
      return null;
    }
    return options.struct(schema, type);
  }
}
