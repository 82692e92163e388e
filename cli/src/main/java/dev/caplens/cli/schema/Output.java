package dev.caplens.cli.schema;

import dev.caplens.cli.CommandFailed;
import dev.caplens.codegen.CapnpcPlugin;
import dev.caplens.codegen.Main;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where a compiled request goes: `-` is standard output, `java` our own generator, anything else a
/// plugin.
///
/// @param language what stands behind `-o`
/// @param folder where the plugin writes
record Output(String language, Path folder) {

  private static final String STANDARD_OUTPUT = "-";
  private static final String BUILT_IN = "java";

  /// Reads `LANGUAGE[:FOLDER]`.
  static Output parse(String text) {
    int colon = text.indexOf(':');
    Path folder = Path.of(colon < 0 ? "." : text.substring(colon + 1));
    if (!Files.isDirectory(folder)) {
      throw new CommandFailed(
          "-o" + text + ": output location is inaccessible or is not a directory");
    }
    return new Output(colon < 0 ? text : text.substring(0, colon), folder);
  }

  /// Writes what was compiled.
  ///
  /// @param sources the folders that the files' names are relative to; for lines in comments
  void write(byte[] request, List<Path> sources) throws IOException {
    switch (language) {
      case STANDARD_OUTPUT -> {
        System.out.write(request);
        System.out.flush();
      }
      case BUILT_IN -> generate(request, sources);
      default -> plugin(request);
    }
  }

  private void generate(byte[] request, List<Path> sources) {
    List<String> arguments = new ArrayList<>(List.of("--java", folder.toString()));
    sources.forEach(folder -> arguments.addAll(List.of("--src-prefix", folder.toString())));
    PrintStream err = System.err;
    int status = Main.run(arguments.toArray(String[]::new), new ByteArrayInputStream(request), err);
    if (status != 0) {
      throw new CommandFailed("java: the generator failed with exit code " + status);
    }
  }

  private void plugin(byte[] request) {
    try {
      new CapnpcPlugin(language, folder).run(request);
    } catch (CapnpcPlugin.Failed e) {
      throw new CommandFailed(String.valueOf(e.getMessage()), e);
    }
  }
}
