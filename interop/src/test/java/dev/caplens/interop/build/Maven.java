package dev.caplens.interop.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.interop.launcher.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// A Maven of one version in a JVM of one version, with a repository of its own and the settings of
/// whoever runs the tests: their mirrors and proxies serve here too.
///
/// @param name says which, in the names of tests
/// @param program the script `mvn`
/// @param javaHome the JDK that it runs in
/// @param repository its local repository
record Maven(String name, Path program, Path javaHome, LocalRepository repository) {

  /// The Maven that runs this build.
  static Maven installed(Path javaHome, LocalRepository repository) throws IOException {
    String home = System.getProperty("caplens.maven.installed", "/usr/share/maven");
    return of("installed", Path.of(home), javaHome, repository);
  }

  /// The current Maven, which the build has unpacked.
  static Maven current(Path javaHome, LocalRepository repository) throws IOException {
    String home = System.getProperty("caplens.maven.current", "");
    return of("current", Path.of(home), javaHome, repository);
  }

  private static Maven of(String name, Path home, Path javaHome, LocalRepository repository)
      throws IOException {
    Path program = home.resolve("bin/mvn");
    if (!Files.isExecutable(program)) {
      missing("needs " + program + ": run the tests with ./caplens test or mvn verify");
    }
    return new Maven(name, program, javaHome, repository);
  }

  /// The JDK that runs this test.
  static Path thisJdk() {
    return Path.of(System.getProperty("java.home"));
  }

  /// A JDK 17, as many a machine has for its default.
  static Path jdk17() throws IOException {
    Path installed = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(installed)) {
      try (var homes = Files.list(installed)) {
        for (Path home : homes.sorted().toList()) {
          Path release = home.resolve("release");
          if (Files.isRegularFile(release)
              && Files.readString(release).contains("JAVA_VERSION=\"17.")) {
            return home;
          }
        }
      }
    }
    missing("needs a Java 17 in /usr/lib/jvm: apt-get install openjdk-17-jre-headless");
    return installed;
  }

  /// Skips the test; in CI it fails.
  static void missing(String text) {
    if (System.getenv("CI") != null && !System.getenv("CI").isEmpty()) {
      throw new AssertionError(text);
    }
    Assumptions.abort(text);
  }

  /// The command line up to the goals.
  List<String> command() {
    List<String> command = new ArrayList<>(List.of(program.toString(), "-B", "-ntp"));
    command.add("-Dmaven.repo.local=" + repository.folder());
    command.add("-Dstyle.color=never");
    addFile(command, "-s", System.getProperty("caplens.maven.settings", ""));
    addFile(command, "-gs", System.getProperty("caplens.maven.globalSettings", ""));
    if (System.getProperty("caplens.maven.network", "").equals("offline true")) {
      command.add("-o");
    }
    return command;
  }

  private static void addFile(List<String> command, String option, String file) {
    if (!file.isEmpty() && Files.isRegularFile(Path.of(file))) {
      command.addAll(List.of(option, file));
    }
  }

  /// What Maven needs to know, and nothing that the outer Maven has set for itself.
  Map<String, String> environment() {
    return Map.of("JAVA_HOME", javaHome.toString(), "MAVEN_OPTS", "", "MAVEN_ARGS", "");
  }

  /// Runs Maven in a folder.
  Run run(Path folder, String... arguments) {
    List<String> command = command();
    command.addAll(List.of(arguments));
    return Run.of(folder, environment(), command);
  }

  /// Runs Maven in a folder; it has to succeed.
  Run pass(Path folder, String... arguments) {
    Run run = run(folder, arguments);
    assertEquals(0, run.exit(), () -> run.out() + run.err());
    return run;
  }

  /// Runs Maven in a folder; it has to fail, and what it printed is given.
  String fail(Path folder, String... arguments) {
    Run run = run(folder, arguments);
    assertEquals(1, run.exit(), () -> run.out() + run.err());
    return run.out();
  }

  @Override
  public String toString() {
    return name + " Maven in " + javaHome.getFileName();
  }
}
