package dev.caplens.bench.rings;

import dev.caplens.bridge.FutexWaiter;
import dev.caplens.cli.CommandFailed;
import dev.caplens.layout.Cell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Our program in C that takes seat 1 at our ring, compiled in a folder against the headers that
/// Caplens ships.
final class RingProgram {

  /// How to get what is missing.
  static final String NEEDED = "apt-get install gcc libc6-dev";

  private static final String RESOURCE = "/META-INF/caplens/bench/ring_seat.c";
  private static final String HEADERS = "/META-INF/caplens/c/";

  private RingProgram() {}

  /// The program, or nothing where there is no compiler.
  ///
  /// @throws CommandFailed if it cannot be compiled, with what the compiler said
  static Optional<Path> compile(Path folder) throws InterruptedException {
    if (!hasCompiler()) {
      return Optional.empty();
    }
    try {
      Files.createDirectories(folder);
      put(folder.resolve("ring_seat.c"), RingProgram.class.getResourceAsStream(RESOURCE));
      put(
          folder.resolve("caplens.h"),
          FutexWaiter.class.getResourceAsStream(HEADERS + "caplens.h"));
      put(
          folder.resolve("caplens_map.h"),
          Cell.class.getResourceAsStream(HEADERS + "caplens_map.h"));
      Process compiler =
          new ProcessBuilder(
                  "gcc", "-std=gnu11", "-O2", "-Wall", "-Werror", "-o", "ring_seat", "ring_seat.c")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (compiler.waitFor() != 0) {
        throw new CommandFailed("gcc failed in " + folder + ":\n" + said);
      }
      return Optional.of(folder.resolve("ring_seat"));
    } catch (IOException e) {
      throw new CommandFailed("cannot compile the C program in " + folder + ": " + e, e);
    }
  }

  private static boolean hasCompiler() throws InterruptedException {
    try {
      Process gcc = new ProcessBuilder("gcc", "--version").redirectErrorStream(true).start();
      gcc.getInputStream().readAllBytes();
      return gcc.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static void put(Path target, InputStream source) throws IOException {
    if (source == null) {
      throw new IOException("no resource for " + target.getFileName());
    }
    try (source) {
      Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
