package dev.caplens.cli.schema;

import dev.caplens.codegen.compiler.Compilation;
import dev.caplens.codegen.compiler.SchemaCompiler;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.codegen.compiler.source.Diagnostic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `caplens compile`, as `capnp compile`: schemas in, a request out, to standard output or to
/// generators.
@Command(
    name = "compile",
    exitCodeOnInvalidInput = CommandLine.ExitCode.SOFTWARE,
    description = "Compile Cap'n Proto schemas and generate code from them.",
    footer = {
      "",
      "Errors of schemas: one line each on standard error, FILE:LINE:COLUMNS: error: TEXT."
    })
public final class CompileCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "LANGUAGE[:FOLDER]",
      required = true,
      description = {
        "Generate code in a language, into a folder (default: this one). 'java' is built in,",
        "others need a program capnpc-LANGUAGE; '-' writes the request to standard output."
      })
  private List<String> outputs = new ArrayList<>();

  @Mixin private SchemaOptions options = new SchemaOptions();

  @Option(
      names = "--src-prefix",
      paramLabel = "FOLDER",
      description = "Leave this out of the names of schemas that lie in it. May be repeated.")
  private List<Path> prefixes = new ArrayList<>();

  @Option(
      names = "--explain",
      description = "Show the place of each error and what may have been meant, as on a terminal.")
  private boolean isExplained;

  @Parameters(paramLabel = "SCHEMA", arity = "1..*", description = "The schemas to compile.")
  private List<Path> schemas = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    List<Output> targets = outputs.stream().map(Output::parse).toList();
    schemas.forEach(SchemaOptions::requireFile);
    Compilation compilation = compiler().compile(schemas);
    if (!compilation.succeeded()) {
      PrintWriter err = spec.commandLine().getErr();
      for (Diagnostic diagnostic : compilation.diagnostics()) {
        err.println(diagnostic);
        if (isExplained || Explanation.isWatched()) {
          Explanation.of(diagnostic).forEach(err::println);
        }
      }
      return CommandLine.ExitCode.SOFTWARE;
    }
    byte[] request = RequestEncoder.encode(compilation.orThrow());
    for (Output target : targets) {
      target.write(request, prefixes);
    }
    return CommandLine.ExitCode.OK;
  }

  private SchemaCompiler compiler() {
    SchemaCompiler.Builder builder = options.compiler();
    for (Path folder : prefixes) {
      builder.sourcePrefix(SchemaOptions.existing("--src-prefix=", folder));
    }
    return builder.build();
  }
}
