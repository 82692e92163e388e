package dev.caplens.codegen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A generator of anybody: a program `capnpc-LANGUAGE` that reads a request on its standard input
/// and writes into the folder that it runs in, as the reference compiler starts it.
///
/// What it prints goes to the standard output and error of this process. Immutable; any thread.
///
/// @param language the part of the program's name behind `capnpc-`, looked up on the `PATH`; or, if
///   it holds a slash, the path of a program
/// @param folder where it runs and writes; it has to exist
public record CapnpcPlugin(String language, Path folder) {

  /// The plugin could not be started, or it failed; the message names it and says how.
  public static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    private Failed(String message, Throwable cause) {
      super(message, cause);
    }

    private Failed(String message) {
      super(message);
    }
  }

  /// Runs the plugin to its end.
  ///
  /// @param request a framed `CodeGeneratorRequest`
  /// @throws Failed if there is no such program, it ends with another exit code than 0, or this
  ///   thread is interrupted while it runs
  public void run(byte[] request) throws Failed {
    Process process = start();
    try {
      feed(process, request);
      int status = process.waitFor();
      if (status != 0) {
        throw new Failed(language + ": plugin failed: exit code " + status);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new Failed(language + ": interrupted while the plugin ran", e);
    }
  }

  private Process start() throws Failed {
    String program =
        language.contains("/")
            ? Path.of(language).toAbsolutePath().toString()
            : "capnpc-" + language;
    if (!Files.isDirectory(folder)) {
      throw new Failed(language + ": " + folder + " is not a folder to write to");
    }
    ProcessBuilder builder = new ProcessBuilder(program).directory(folder.toFile());
    // Plugins take their folder from here, and say so if it is not the one they run in.
    builder.environment().put("PWD", folder.toAbsolutePath().normalize().toString());
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Failed(language + ": no such plugin (executable should be '" + program + "')", e);
    }
  }

  /// A plugin may end without reading all of it; its exit code says whether that is wrong.
  private static void feed(Process process, byte[] request) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(request);
    } catch (IOException closed) {
      process.onExit().join();
    }
  }
}
