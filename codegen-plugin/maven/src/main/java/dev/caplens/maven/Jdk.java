package dev.caplens.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * An installed Java, known by its folder and the feature version that its {@code release} file
 * names.
 *
 * @param home the folder that holds {@code bin/java}
 * @param feature the feature version, 25 for {@code 25.0.1}
 */
record Jdk(Path home, int feature) {

  /** The Java in {@code home}, if there is one whose version can be read. */
  static Optional<Jdk> at(Path home) {
    if (!Files.isExecutable(java(home))) {
      return Optional.empty();
    }
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      Properties release = new Properties();
      release.load(reader);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
      return feature(version).map(feature -> new Jdk(home, feature));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** The path of the {@code java} program. */
  Path java() {
    return java(home);
  }

  private static Path java(Path home) {
    String name = System.getProperty("os.name", "").startsWith("Windows") ? "java.exe" : "java";
    return home.resolve("bin").resolve(name);
  }

  private static Optional<Integer> feature(String version) {
    try {
      return Optional.of(Runtime.Version.parse(version).feature());
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
