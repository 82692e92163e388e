package dev.caplens.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The versions of what Caplens is measured beside.
final class Versions {

  private static final String RESOURCE = "/META-INF/caplens/bench/versions.properties";

  /// Cap'n Proto's tool, which has the version of its library, and the compilers of our programs in
  /// C++ and C.
  private static final List<String> PROGRAMS = List.of("capnp", "g++", "gcc");

  private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)+");

  private Versions() {}

  /// By name: the libraries as the build knows them, the programs as they answer now. A program
  /// that is not there is left out.
  static Map<String, String> here() throws InterruptedException {
    Map<String, String> versions = libraries();
    for (String program : PROGRAMS) {
      ask(program).ifPresent(version -> versions.put(program, version));
    }
    return versions;
  }

  private static Map<String, String> libraries() {
    Properties known = new Properties();
    try (InputStream source = Versions.class.getResourceAsStream(RESOURCE)) {
      if (source == null) {
        throw new IOException("no resource " + RESOURCE);
      }
      known.load(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> versions = new TreeMap<>();
    known.stringPropertyNames().forEach(name -> versions.put(name, known.getProperty(name)));
    return versions;
  }

  /// What a program says of itself, if it is there and names a version.
  static Optional<String> ask(String program) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(said);
      return process.waitFor() == 0 && version.find()
          ? Optional.of(version.group())
          : Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    }
  }
}
