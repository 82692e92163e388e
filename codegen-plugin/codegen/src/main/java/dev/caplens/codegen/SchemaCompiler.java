package dev.caplens.codegen;

import dev.caplens.codegen.compiler.Compilation;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.codegen.compiler.source.Diagnostic;
import dev.caplens.core.schema.SchemaError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// Compiles the schemas of the command line: with our own compiler, or, if one is named, with
/// `capnp` as a process.
final class SchemaCompiler {
  private final Options options;

  SchemaCompiler(Options options) {
    this.options = options;
  }

  /// The request for the schemas of the command line.
  byte[] compile() throws IOException, Unusable {
    if (options.value("--capnp").isEmpty()) {
      return compileHere();
    }
    try (BundledSchemas bundled = new BundledSchemas()) {
      return compile(bundled.folder());
    }
  }

  private byte[] compileHere() {
    var builder = dev.caplens.codegen.compiler.SchemaCompiler.builder();
    options.prefixes().forEach(builder::sourcePrefix);
    options.imports().forEach(builder::importPath);
    Compilation compilation = builder.build().compile(options.schemas());
    if (!compilation.succeeded()) {
      throw new SchemaError(
          compilation.diagnostics().stream()
              .map(Diagnostic::toString)
              .collect(Collectors.joining("\n")));
    }
    return RequestEncoder.encode(compilation.orThrow());
  }

  private byte[] compile(Path bundled) throws IOException, Unusable {
    String program = options.value("--capnp").orElseThrow();
    List<String> command = new ArrayList<>(List.of(program, "compile", "-o-"));
    options.prefixes().forEach(prefix -> command.add("--src-prefix=" + slashed(prefix.toString())));
    options.imports().forEach(path -> command.add("-I" + path));
    command.add("-I" + bundled);
    options.schemas().stream().map(Path::toString).forEach(command::add);
    Process process = start(program, command);
    CompletableFuture<String> messages = CompletableFuture.supplyAsync(() -> text(process));
    byte[] request;
    try (var in = process.getInputStream()) {
      process.getOutputStream().close();
      request = in.readAllBytes();
    }
    String said = messages.join();
    int status = await(process);
    if (status != 0) {
      throw new SchemaError(
          said.isBlank() ? program + " ended with status " + status : said.strip());
    }
    return request;
  }

  private static Process start(String program, List<String> command) throws Unusable {
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException missing) {
      throw new Unusable(
          "cannot start the schema compiler '"
              + program
              + "': install it (Debian, Ubuntu: apt-get install capnproto; macOS: brew install capnp),"
              + " or name it with --capnp PROGRAM (Maven: -Dcaplens.capnp=PROGRAM)");
    }
  }

  private static String text(Process process) {
    try (var err = process.getErrorStream()) {
      return new String(err.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int await(Process process) throws Unusable {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new Unusable("interrupted while the schema compiler ran");
    }
  }

  private static String slashed(String prefix) {
    return prefix.endsWith("/") ? prefix : prefix + "/";
  }
}
