package dev.caplens.interop.build;

import dev.caplens.interop.rules.SourceTree;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;

/// A local repository for Maven runs within the tests: what the build that runs the tests has
/// resolved, and the artifacts of this build as if they were installed. So the runs need no network
/// where this build needed none, and leave nothing behind in the user's repository.
///
/// @param folder where it stands, below `target`
record LocalRepository(Path folder) {
  private static final String OURS = "dev/caplens";
  private static final String VERSION = "0.1.0-SNAPSHOT";

  /// Folders of the modules whose jars a user's project may need.
  private static final List<String> MODULES =
      List.of(
          "lens-core",
          "codegen-plugin/codegen",
          "codegen-plugin/maven",
          "sab-layout",
          "ring-buffers",
          "native-bridge");

  /// The repository of this build, filled with what it lacks.
  static LocalRepository ofThisBuild() throws IOException {
    LocalRepository repository =
        new LocalRepository(Path.of("target", "user-repository").toAbsolutePath());
    repository.seed(outer());
    repository.installOurs(SourceTree.ofRepository().root());
    return repository;
  }

  /// A repository into which nothing of ours was installed yet.
  static LocalRepository withoutOurs() throws IOException {
    Path folder = Path.of("target", "fresh-repository").toAbsolutePath();
    LocalRepository repository = new LocalRepository(folder);
    repository.seed(outer());
    repository.removeOurs();
    return repository;
  }

  private void removeOurs() throws IOException {
    Path ours = folder.resolve(OURS);
    if (Files.exists(ours)) {
      try (var files = Files.walk(ours)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /// The repository of the build that runs the tests.
  private static Path outer() throws IOException {
    String home = System.getProperty("user.home") + "/.m2/repository";
    return Path.of(System.getProperty("localRepository", home)).toRealPath();
  }

  /// Links jars and poms, which do not change, and copies the rest. The records of where they came
  /// from are left out: a file without one is good for whatever mirrors the settings name.
  private void seed(Path outer) throws IOException {
    Files.walkFileTree(
        outer,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            if (from.equals(outer.resolve(OURS))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(folder.resolve(outer.relativize(from).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
              throws IOException {
            String name = from.getFileName().toString();
            Path to = folder.resolve(outer.relativize(from).toString());
            if (name.equals("_remote.repositories")) {
              Files.deleteIfExists(to);
            } else if (!Files.exists(to) && !isTransient(name)) {
              place(from, to);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// What another Maven has noted about an attempt that failed, or has not finished.
  private static boolean isTransient(String name) {
    return name.endsWith(".lastUpdated")
        || name.equals("resolver-status.properties")
        || name.endsWith(".lock")
        || name.endsWith(".tmp")
        || name.endsWith(".part");
  }

  private static void place(Path from, Path to) throws IOException {
    if (from.toString().matches(".*\\.(?:jar|pom|gz|zip|sha1)")) {
      try {
        Files.createLink(to, from);
        return;
      } catch (IOException | UnsupportedOperationException otherFileSystem) {
        // A copy does as well; it only takes longer.
      }
    }
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private void installOurs(Path root) throws IOException {
    install(root.resolve("pom.xml"), "caplens", "pom");
    install(root.resolve("codegen-plugin/pom.xml"), "codegen-plugin", "pom");
    for (String module : MODULES) {
      Path base = root.resolve(module);
      String artifact =
          module.endsWith("/maven")
              ? "caplens-maven-plugin"
              : String.valueOf(Path.of(module).getFileName());
      install(base.resolve("pom.xml"), artifact, "pom");
      install(base.resolve("target/" + artifact + "-" + VERSION + ".jar"), artifact, "jar");
    }
  }

  private void install(Path file, String artifact, String type) throws IOException {
    install(file, "dev.caplens", artifact, VERSION, type);
  }

  /// Puts a file where `mvn install` would.
  void install(Path file, String group, String artifact, String version, String type)
      throws IOException {
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          file
              + " is not built: run these tests with ./caplens test, or mvn verify -pl interop -am");
    }
    Path target = folder.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
    Files.createDirectories(target);
    Files.copy(
        file,
        target.resolve(artifact + "-" + version + "." + type),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
