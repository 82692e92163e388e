package dev.caplens.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The programs of others that Caplens calls: Maven to build, a C compiler for modules in C, and
/// what only the tests compare themselves with.
final class ToolsCheck implements Check {
  private static final long PATIENCE_SECONDS = 10;

  private final List<Path> path;
  private final List<Path> includes;

  /// @param path the folders in which programs are looked for, in this order
  /// @param includes the folders in which C headers are looked for
  ToolsCheck(List<Path> path, List<Path> includes) {
    this.path = path;
    this.includes = includes;
  }

  @Override
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(maven());
    findings.add(
        program("C compiler", "modules of --kind c", "apt-get install gcc", "cc", "gcc", "clang"));
    findings.add(program("capnp", "tests", "apt-get install capnproto", "capnp"));
    findings.add(program("C++ compiler", "tests", "apt-get install g++", "g++", "clang++"));
    findings.add(header());
    return List.copyOf(findings);
  }

  /// Maven is not asked for its version: that starts a JVM.
  private Finding maven() {
    return find("mvn")
        .map(found -> Finding.ok("Maven", found.toString()))
        .orElseGet(() ->
            Finding.weak("Maven", "not on the PATH; needed to build", "apt-get install maven"));
  }

  private Finding program(String name, String purpose, String remedy, String... candidates) {
    for (String candidate : candidates) {
      Optional<Path> found = find(candidate);
      if (found.isPresent()) {
        return asked(name, found.get(), remedy);
      }
    }
    return Finding.weak(name, "not on the PATH; needed for " + purpose, remedy);
  }

  private static Finding asked(String name, Path program, String remedy) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version")
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      String first =
          new String(process.getInputStream().readAllBytes()).lines().findFirst().orElse("");
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return Finding.ok(name, program + ": " + first);
      }
      process.destroyForcibly();
      return Finding.weak(name, program + " does not work: " + first, remedy);
    } catch (IOException e) {
      return Finding.weak(name, program + " does not start: " + e.getMessage(), remedy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.weak(name, program + " was not waited for: interrupted", remedy);
    }
  }

  private Finding header() {
    for (Path folder : includes) {
      Path header = folder.resolve("capnp/schema.h");
      if (Files.isReadable(header)) {
        return Finding.ok("capnp headers", header.toString());
      }
    }
    return Finding.weak(
        "capnp headers", "not found; needed for tests", "apt-get install libcapnp-dev");
  }

  private Optional<Path> find(String program) {
    return path.stream()
        .map(folder -> folder.resolve(program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
