package dev.caplens.cli.demo;

import dev.caplens.cli.CommandFailed;
import dev.caplens.cli.process.CaplensProcess;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The programs that a demo starts: this command again, or a C program that is compiled on the spot
/// from the project's own source.
final class ModuleProgram {

  private static final String SOURCES = "META-INF/caplens/c/";
  private static final List<String> FILES =
      List.of("caplens_map.h", "caplens_jobs.h", "caplens.h", "demo_module.c");
  private static final List<String> COMPILERS = List.of("cc", "gcc", "clang");

  private @Nullable Path program;

  /// A module in a new JVM.
  ProcessBuilder jvm(Path region, String name) {
    return CaplensProcess.of("module", List.of("--name", name, region.toString()));
  }

  /// A viewer in a new JVM.
  ProcessBuilder viewer(Path region) {
    return CaplensProcess.of("viewer", List.of(region.toString()));
  }

  /// A module in C.
  ///
  /// @throws CommandFailed if there is no compiler, or it refuses
  ProcessBuilder c(Path region, String name) throws IOException {
    return new ProcessBuilder(program().toString(), region.toString(), name);
  }

  /// The compiled program. It is kept beside the build under a name that follows from its sources,
  /// so that it is compiled once; where there is no build, in a folder that goes with this process.
  private synchronized Path program() throws IOException {
    if (program == null) {
      Map<String, byte[]> sources = sources();
      Optional<Path> home = CaplensProcess.home();
      Path folder =
          home.isPresent()
              ? Files.createDirectories(home.get().resolve(".build/c").resolve(hash(sources)))
              : temporaryFolder();
      program = folder.resolve("demo_module");
      if (!Files.isExecutable(program)) {
        compile(sources, folder, program);
      }
    }
    return program;
  }

  private static Map<String, byte[]> sources() throws IOException {
    Map<String, byte[]> sources = new LinkedHashMap<>();
    ClassLoader loader = ModuleProgram.class.getClassLoader();
    for (String file : FILES) {
      try (InputStream source = loader.getResourceAsStream(SOURCES + file)) {
        if (source == null) {
          throw new CommandFailed(
              "the C source " + file + " is not on the class path; build again with ./caplens");
        }
        sources.put(file, source.readAllBytes());
      }
    }
    return sources;
  }

  private static String hash(Map<String, byte[]> sources) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      sources.values().forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  private static Path temporaryFolder() throws IOException {
    Path folder = Files.createTempDirectory("caplens-demo-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteTree(folder)));
    return folder;
  }

  /// Compiles in a folder of its own and moves the program into place in one step, so that a second
  /// process that does the same is not disturbed.
  private static void compile(Map<String, byte[]> sources, Path folder, Path program)
      throws IOException {
    Path work = Files.createTempDirectory(folder, "compile-");
    try {
      for (Map.Entry<String, byte[]> source : sources.entrySet()) {
        Files.write(work.resolve(source.getKey()), source.getValue());
      }
      runCompiler(work);
      Files.move(work.resolve("demo_module"), program, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      deleteTree(work);
    }
  }

  private static void runCompiler(Path work) throws IOException {
    String compiler = compiler().orElseThrow(ModuleProgram::noCompiler);
    List<String> line = new ArrayList<>(List.of(compiler, "-std=c11", "-O2", "-Wall", "-Wextra"));
    line.addAll(List.of("-o", "demo_module", "demo_module.c"));
    Process process =
        new ProcessBuilder(line)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new CommandFailed(compiler + " refused the C module:\n" + said);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("interrupted while compiling the C module", interrupted);
    }
  }

  private static CommandFailed noCompiler() {
    return new CommandFailed(
        "no C compiler found (looked for "
            + String.join(", ", COMPILERS)
            + " on the PATH); install one (Debian: apt-get install gcc), or use --kind jvm");
  }

  private static Optional<String> compiler() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String name : COMPILERS) {
      boolean isFound =
          Stream.of(path.split(":"))
              .anyMatch(each -> Files.isExecutable(Path.of(each.isEmpty() ? "." : each, name)));
      if (isFound) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static void deleteTree(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      System.err.println("caplens: " + folder + " could not be removed: " + failure.getMessage());
    }
  }
}
