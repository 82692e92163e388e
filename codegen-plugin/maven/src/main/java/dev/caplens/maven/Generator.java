package dev.caplens.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * The generator as a process: a JDK, the generator's class path, and a place to say what it says.
 */
final class Generator {
  private static final String MAIN = "dev.caplens.codegen.Main";

  private final Jdk jdk;
  private final String classPath;
  private final Log log;

  Generator(Jdk jdk, Collection<File> classPath, Log log) {
    this.jdk = jdk;
    this.classPath =
        classPath.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator));
    this.log = log;
  }

  /**
   * Runs the generator to its end. What it says without being asked goes to the log.
   *
   * @return the errors and warnings it reported, with their further lines; no errors on success
   */
  List<Diagnostic> run(Path workingDirectory, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    // A run is short: one thread of collection and the quick compiler start soonest.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of("-cp", classPath, MAIN));
    command.addAll(arguments);
    log.debug("running " + String.join(" ", command));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
    builder.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.PIPE);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      List<Diagnostic> found = passOn(process);
      int status = process.waitFor();
      if (status != 0 && found.stream().noneMatch(Diagnostic::isError)) {
        String text = "the generator ended with status " + status;
        found.add(Diagnostic.of("error: " + text + "; run with -X to see its command"));
      }
      return found;
    } finally {
      process.destroy();
    }
  }

  private List<Diagnostic> passOn(Process process) throws IOException {
    List<Diagnostic> found = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Diagnostic diagnostic = Diagnostic.of(line);
        if (diagnostic.severity() != Diagnostic.Severity.DETAIL) {
          found.add(diagnostic);
        } else if (found.isEmpty()) {
          log.info(line);
        } else {
          found.set(found.size() - 1, found.get(found.size() - 1).and(line));
        }
      }
    }
    return found;
  }
}
