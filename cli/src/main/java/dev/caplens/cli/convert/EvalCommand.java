package dev.caplens.cli.convert;

import dev.caplens.cli.CommandFailed;
import dev.caplens.cli.schema.SchemaOptions;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.text.TextFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
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

/// `caplens eval`, as `capnp eval`: a value that a schema holds.
@Command(
    name = "eval",
    description = {
      "Print a value that a schema holds: a constant, the default of a field, or a field or element"
          + " within one of them.",
      "Examples of names:  limits   Person.age   limits.hosts[2].port"
    },
    exitCodeOnInvalidInput = CommandLine.ExitCode.SOFTWARE)
public final class EvalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "The format to write, one of those of convert (default: text).")
  private String output = "text";

  @Option(
      names = {"-b", "--binary"},
      description = "The same as -obinary.")
  private boolean isBinary;

  @Option(
      names = {"-p", "--packed"},
      description = "The same as -opacked.")
  private boolean isPacked;

  @Option(names = "--flat", description = "The same as -oflat.")
  private boolean isFlat;

  @Option(names = "--short", description = "Write text and JSON on one line.")
  private boolean isShort;

  @Mixin private SchemaOptions options = new SchemaOptions();

  @Parameters(index = "0", paramLabel = "SCHEMA", description = "The schema file.")
  private Path schema = Path.of("");

  @Parameters(index = "1", paramLabel = "NAME", description = "What to print.")
  private String name = "";

  private final @Nullable StandardStreams streams;

  /// The command on the streams of the process.
  public EvalCommand() {
    this(null);
  }

  EvalCommand(@Nullable StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Format format = format();
    StandardStreams used =
        streams == null ? StandardStreams.ofProcess(spec.commandLine().getErr()) : streams;
    DynamicValue value = new Evaluation(options, schema).value(ValuePath.parse(name));
    BufferedOutput out = new BufferedOutput(used.out());
    if (value instanceof DynamicStruct.Reader struct) {
      Forms forms = new Forms(struct.schema(), Segmentation.DEFAULT, isShort);
      forms.output(format, out).write(struct);
    } else if (format == Format.TEXT) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      (isShort ? TextFormat.SHORT : TextFormat.PRETTY).print(value, text);
      text.write('\n');
      out.write(ByteBuffer.wrap(text.toByteArray()));
    } else {
      throw new CommandFailed(
          name + ": not a struct; " + format + " output is only available on structs");
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private Format format() {
    if (isBinary || isPacked || isFlat) {
      return Format.encoded(isPacked, isFlat);
    }
    return Format.named(output)
        .orElseThrow(() -> new CommandFailed("-o" + output + ": unknown format: " + output));
  }
}
