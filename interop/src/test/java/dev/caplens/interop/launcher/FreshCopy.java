package dev.caplens.interop.launcher;

import dev.caplens.interop.rules.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A copy of this repository as a clone would be: sources only, nothing built.
///
/// @param root the folder of the copy
record FreshCopy(Path root) {
  /// Copies the tree that the running test belongs to. Maven in the copy works off line: the build
  /// that runs this test has resolved all that it needs.
  static FreshCopy at(Path root) throws IOException {
    SourceTree.ofRepository().copyTo(root);
    String repository = System.getProperty("localRepository", "");
    boolean plain = !repository.isEmpty() && !repository.contains(" ");
    Files.writeString(
        root.resolve(".mvn/maven.config"),
        "-o" + (plain ? " -Dmaven.repo.local=" + repository : "") + "\n");
    return new FreshCopy(root);
  }

  Path launcher() {
    return root.resolve("caplens");
  }

  /// A folder for `PATH` that holds what this machine's `PATH` holds, less some programs.
  static Path toolsWithout(Set<String> programs, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String part : System.getenv("PATH").split(":")) {
      if (Files.isDirectory(Path.of(part))) {
        try (var files = Files.list(Path.of(part))) {
          files
              .filter(file -> !programs.contains(file.getFileName().toString()))
              .forEach(file -> linkUnlessThere(folder.resolve(file.getFileName()), file));
        }
      }
    }
    return folder;
  }

  /// Removes the symbolic links in a folder: JUnit would warn of each one that leads out of it.
  static void unlink(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  /// An executable shell script.
  static Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  /// A folder that looks like a JDK of some version, whose `java` is a shell script.
  static Path jdk(Path home, String version, String java) throws IOException {
    script(home.resolve("bin/java"), java);
    script(home.resolve("bin/javac"), "exit 1\n");
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void linkUnlessThere(Path link, Path file) {
    try {
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
