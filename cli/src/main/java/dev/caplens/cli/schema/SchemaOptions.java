package dev.caplens.cli.schema;

import dev.caplens.cli.CommandFailed;
import dev.caplens.codegen.compiler.Compilation;
import dev.caplens.codegen.compiler.SchemaCompiler;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.codegen.compiler.source.Diagnostic;
import dev.caplens.core.dynamic.DynamicTypes;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.schema.Node;
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
  /// @throws CommandFailed if there is no such file, or it has errors, which are its text
  public SchemaSet load(Path schema) {
    requireFile(schema);
    Compilation compilation = compiler().build().compile(List.of(schema));
    if (!compilation.succeeded()) {
      throw new SchemaErrors(
          compilation.diagnostics().stream()
              .map(Diagnostic::toString)
              .collect(Collectors.joining(System.lineSeparator())));
    }
    return SchemaLoader.read(RequestEncoder.encode(compilation.orThrow()), false);
  }

  /// The struct type of that name in a schema.
  ///
  /// @param name names from the top of the file on, with dots between them
  public StructSchema struct(Path schema, String name) {
    SchemaSet schemas = load(schema);
    String display = schemas.requested().getFirst().filename() + ":" + name;
    for (Node node : schemas.nodes().values()) {
      if (node.declaration().displayName().equals(display)) {
        if (node instanceof Node.Struct) {
          return DynamicTypes.of(schemas).struct(node.declaration().id());
        }
        throw new CommandFailed(name + ": not a struct type");
      }
    }
    throw new CommandFailed(name + ": Not defined: " + name);
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
