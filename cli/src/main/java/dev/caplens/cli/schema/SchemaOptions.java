package dev.caplens.cli.schema;

import dev.caplens.cli.CommandFailed;
import dev.caplens.codegen.compiler.Compilation;
import dev.caplens.codegen.compiler.SchemaCompiler;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.codegen.compiler.source.Diagnostic;
import dev.caplens.core.dynamic.DynamicTypes;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Where a command looks for the schemas that others import.
public final class SchemaOptions {

  /// A name that no schema has, for a declaration that is put at the end of one.
  private static final String PROBE = "CaplensProbe7d0f3a";

  @Option(
      names = {"-I", "--import-path"},
      paramLabel = "FOLDER",
      description = "Look here for imports with a leading slash. May be repeated.")
  private List<Path> importPaths = new ArrayList<>();

  @Option(
      names = "--no-standard-import",
      description = "Do not look for imports in /usr/local/include and /usr/include.")
  private boolean noStandardImport;

  @Option(
      names = "--verbose",
      hidden = true,
      description = "Accepted, since capnp has it; it says nothing more.")
  private boolean isVerbose;

  /// A compiler with these options.
  SchemaCompiler.Builder compiler() {
    SchemaCompiler.Builder builder = SchemaCompiler.builder().standardImports(!noStandardImport);
    for (Path folder : importPaths) {
      builder.importPath(existing("-I", folder));
    }
    return builder;
  }

  /// Compiles a schema and all that it imports.
  ///
  /// @throws CommandFailed if there is no such file
  /// @throws SchemaErrors if it does not compile
  public SchemaSet load(Path schema) {
    requireFile(schema);
    return loaded(compiler().build().compile(List.of(schema)));
  }

  /// The struct type that an expression names within a schema: with aliases, generic arguments and
  /// imports, as a field of the file could name it.
  ///
  /// @throws CommandFailed if there is no such file, or the expression is no struct type
  /// @throws SchemaErrors if the schema does not compile
  public StructSchema struct(Path schema, String type) {
    requireFile(schema);
    String probe = "\nstruct " + PROBE + " { type @0 :" + type + "; }";
    Compilation compilation = compiler().build().compileWith(schema, probe);
    if (!compilation.succeeded()) {
      load(schema); // its own errors first
      throw new CommandFailed(type + ": " + compilation.diagnostics().getFirst().message());
    }
    SchemaSet schemas = loaded(compilation);
    String name = schemas.requested().getFirst().filename() + ":" + PROBE;
    StructSchema probed = DynamicTypes.of(schemas).struct(name);
    if (probed.fields().size() == 1
        && probed.field("type").type() instanceof StructSchema struct
        && !struct.isGroup()) {
      return struct;
    }
    throw new CommandFailed(type + ": Type is not a struct.");
  }

  private static SchemaSet loaded(Compilation compilation) {
    if (!compilation.succeeded()) {
      throw new SchemaErrors(
          compilation.diagnostics().stream()
              .map(Diagnostic::toString)
              .collect(Collectors.joining(System.lineSeparator())));
    }
    return SchemaLoader.read(RequestEncoder.encode(compilation.orThrow()), false);
  }

  static void requireFile(Path schema) {
    if (!Files.isRegularFile(schema)) {
      throw new CommandFailed(schema + ": no such file");
    }
  }

  static Path existing(String option, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailed(option + folder + ": no such directory");
    }
    return folder;
  }
}
