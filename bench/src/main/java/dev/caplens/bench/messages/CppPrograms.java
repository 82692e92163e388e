package dev.caplens.bench.messages;

import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Our C++ programs against Cap'n Proto's own library, compiled in a folder.
///
/// They need `capnp`, `capnpc-c++`, `g++` and the library's headers: Debian's `capnproto`,
/// `libcapnp-dev` and `g++`.
public final class CppPrograms {

  /// How to get what is missing.
  public static final String NEEDED = "apt-get install capnproto libcapnp-dev g++";

  private static final List<String> SOURCES = List.of("dice.h", "exchange.h");
  private static final String RESOURCES = "/META-INF/caplens/bench/";

  private final Path folder;
  private final String optimisation;

  /// Programs in that folder, for measuring.
  public CppPrograms(Path folder) {
    this(folder, "-O2");
  }

  /// Programs in that folder, compiled with that flag of `g++`.
  CppPrograms(Path folder, String optimisation) {
    this.folder = folder;
    this.optimisation = optimisation;
  }

  /// Whether the tools are there.
  public static boolean isPossible() {
    return isThere("capnp") && isThere("capnpc-c++") && isThere("g++") && hasHeaders();
  }

  /// Compiles one workload's program.
  ///
  /// @throws CommandFailed if that fails, with what the compiler said
  public Path compile(String workload) throws InterruptedException {
    try {
      Files.createDirectories(folder);
      for (String source : SOURCES) {
        extract(source);
      }
      Path program = extract(workload + ".c++");
      Path schema = extract(workload + ".capnp");
      run(List.of("capnp", "compile", "-oc++", schema.getFileName().toString()));
      Path target = program.resolveSibling(workload);
      run(
          List.of(
              "g++",
              "-std=c++17",
              optimisation,
              "-DNDEBUG",
              "-o",
              target.toString(),
              program.toString(),
              schema + ".c++",
              "-lcapnp",
              "-lkj"));
      return target;
    } catch (IOException e) {
      throw new CommandFailed("cannot compile the C++ peers in " + folder + ": " + e, e);
    }
  }

  private Path extract(String name) throws IOException {
    Path target = folder.resolve(name);
    try (InputStream source = CppPrograms.class.getResourceAsStream(RESOURCES + name)) {
      if (source == null) {
        throw new IOException("no resource " + RESOURCES + name);
      }
      Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new CommandFailed(String.join(" ", command) + " failed:\n" + said);
    }
  }

  private static boolean hasHeaders() {
    return Files.exists(Path.of("/usr/include/capnp/message.h"))
        || Files.exists(Path.of("/usr/local/include/capnp/message.h"));
  }

  private static boolean isThere(String program) {
    String path = System.getenv("PATH");
    return path != null
        && List.of(path.split(":")).stream()
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
  }
}
