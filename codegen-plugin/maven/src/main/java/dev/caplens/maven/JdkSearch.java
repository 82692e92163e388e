package dev.caplens.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The search for a JDK that is new enough to run the generator: the places in order, the first that
 * fits wins.
 *
 * <p>Versions are read from the {@code release} file, so that no JVM is started to look at one.
 */
final class JdkSearch {
  /** The oldest feature version that runs the generator. */
  static final int MINIMUM = 25;

  private final Set<Path> homes = new LinkedHashSet<>();

  /** A place to look at after those added before; null and absent places are skipped. */
  JdkSearch home(@Nullable Path home) {
    if (home != null) {
      homes.add(home);
    }
    return this;
  }

  /** Every folder in {@code folder}, newest name first, each as a home or as a macOS bundle. */
  JdkSearch homesIn(Path folder) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
        entries.forEach(found::add);
      } catch (IOException unreadable) {
        found.clear();
      }
    }
    found.sort(Collections.reverseOrder());
    for (Path home : found) {
      home(home);
      home(home.resolve("Contents/Home"));
    }
    return this;
  }

  /** The usual places of an operating system and of the tools that install JDKs. */
  JdkSearch usualPlaces(Map<String, String> environment, Path userHome) {
    String javaHome = environment.get("JAVA_HOME");
    home(javaHome == null || javaHome.isBlank() ? null : Path.of(javaHome));
    home(Path.of(System.getProperty("java.home")));
    homesIn(Path.of("/usr/lib/jvm"));
    homesIn(userHome.resolve(".sdkman/candidates/java"));
    homesIn(userHome.resolve(".jdks"));
    homesIn(Path.of("/Library/Java/JavaVirtualMachines"));
    String programs = environment.get("ProgramFiles");
    if (programs != null) {
      homesIn(Path.of(programs, "Java"));
      homesIn(Path.of(programs, "Eclipse Adoptium"));
    }
    return this;
  }

  /** The first JDK that is new enough. */
  Jdk find() throws NoJdk {
    return homes.stream()
        .map(Jdk::at)
        .flatMap(Optional::stream)
        .filter(jdk -> jdk.feature() >= MINIMUM)
        .findFirst()
        .orElseThrow(this::none);
  }

  private NoJdk none() {
    StringBuilder text = new StringBuilder();
    text.append("the Caplens generator runs in a JDK ")
        .append(MINIMUM)
        .append(" or newer, and none was found. Looked at:");
    for (Path home : homes) {
      if (Files.isDirectory(home)) {
        String version = Jdk.at(home).map(jdk -> "version " + jdk.feature()).orElse("not a JDK");
        text.append("\n  ").append(home).append(" (").append(version).append(')');
      }
    }
    text.append("\nInstall a JDK ").append(MINIMUM);
    text.append(
        ", or name one with -Dcaplens.jdk=FOLDER, JAVA_HOME or a Maven toolchain of type jdk.");
    return new NoJdk(text.toString());
  }

  /** No JDK is new enough; the message lists what was looked at and what to do. */
  static final class NoJdk extends Exception {
    private static final long serialVersionUID = 1L;

    private NoJdk(String message) {
      super(message);
    }
  }
}
