package dev.caplens.codegen;

import dev.caplens.codegen.export.CHeader;
import dev.caplens.codegen.export.Exporter;
import dev.caplens.codegen.export.TypeScript;
import dev.caplens.codegen.generator.EncodedNodes;
import dev.caplens.codegen.generator.JavaGenerator;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaError;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.evolution.Compatibility;
import dev.caplens.core.schema.evolution.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One run of the generator: a request in, files out.
final class Run {
  private final Options options;
  private final PrintStream err;

  /// @param err where warnings go
  Run(Options options, PrintStream err) {
    this.options = options;
    this.err = err;
  }

  void start(InputStream in) throws IOException, Unusable, CapnpcPlugin.Failed {
    byte[] request = request(in);
    SchemaSet schemas = SchemaLoader.read(request, options.value("--no-comments").isEmpty());
    if (!options.previous().isEmpty()) {
      compareWithPrevious(request, schemas);
    }
    Optional<Path> saved = options.path("--save-request");
    if (saved.isPresent()) {
      Files.createDirectories(saved.get().toAbsolutePath().getParent());
      Files.write(saved.get(), request);
    }
    Optional<Path> java = options.path("--java");
    if (java.isPresent()) {
      Optional<EncodedNodes> carried =
          options.value("--bare").isPresent()
              ? Optional.empty()
              : Optional.of(EncodedNodes.of(request));
      Places places = places(request, schemas);
      JavaGenerator generator =
          new JavaGenerator(schemas, options.value("--java-package"), carried, places::line);
      for (Map.Entry<String, String> file : generator.files().entrySet()) {
        write(java.get().resolve(file.getKey()), file.getValue());
      }
    }
    export(schemas, "--c-header", new CHeader(options.value("--prefix").orElse("")));
    export(schemas, "--typescript", new TypeScript());
    for (String plugin : options.plugins()) {
      run(plugin, request);
    }
  }

  /// Every break is an error at its declaration; what only changes source code is a warning.
  private void compareWithPrevious(byte[] request, SchemaSet schemas) throws IOException, Unusable {
    byte[] old = new SchemaCompiler(options.ofPrevious()).compile();
    Compatibility compatibility = Compatibility.of(SchemaLoader.read(old, false), schemas);
    Places places = places(request, schemas);
    for (Finding warning : compatibility.warnings()) {
      err.println(places.of(warning.id()) + "warning: " + warning);
    }
    if (!compatibility.isCompatible()) {
      throw new SchemaError(
          compatibility.breaks().stream()
              .map(finding -> places.of(finding.id()) + "error: " + finding)
              .collect(Collectors.joining("\n")));
    }
  }

  private Places places(byte[] request, SchemaSet schemas) {
    return new Places(request, schemas, options.prefixes());
  }

  private static void run(String plugin, byte[] request)
      throws IOException, Unusable, CapnpcPlugin.Failed {
    int split = plugin.lastIndexOf('=');
    if (split < 1) {
      throw new Unusable("--plugin " + plugin + ": expected LANGUAGE=FOLDER");
    }
    Path folder = Files.createDirectories(Path.of(plugin.substring(split + 1)));
    new CapnpcPlugin(plugin.substring(0, split), folder).run(request);
  }

  private byte[] request(InputStream in) throws IOException, Unusable {
    if (!options.schemas().isEmpty()) {
      return new SchemaCompiler(options).compile();
    }
    Optional<Path> file = options.path("--request");
    return file.isPresent() ? Files.readAllBytes(file.get()) : in.readAllBytes();
  }

  private void export(SchemaSet schemas, String option, Exporter exporter) throws IOException {
    Optional<Path> target = options.path(option);
    if (target.isEmpty()) {
      return;
    }
    List<Node.File> files =
        schemas.requested().stream().map(f -> schemas.node(f.id(), Node.File.class)).toList();
    if (target.get().toString().endsWith(exporter.extension())) {
      write(target.get(), exporter.text(schemas, files, target.get().getFileName().toString()));
      return;
    }
    for (SchemaSet.RequestedFile requested : schemas.requested()) {
      Path path = target.get().resolve(renamed(requested.filename(), exporter.extension()));
      Node.File file = schemas.node(requested.id(), Node.File.class);
      write(path, exporter.text(schemas, List.of(file), path.getFileName().toString()));
    }
  }

  private static String renamed(String schema, String extension) {
    return schema.replaceFirst("^/+", "").replaceFirst("\\.capnp$", "") + extension;
  }

  private static void write(Path path, String text) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.writeString(path, text);
  }
}
