package dev.caplens.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** Finding the files that a goal takes. */
final class SchemaFiles {
  private SchemaFiles() {}

  /**
   * The files below {@code folder} that one of the patterns names, sorted; none where the folder is
   * absent.
   */
  static List<Path> in(Path folder, List<String> patterns) throws IOException {
    List<PathMatcher> matchers = patterns.stream().map(SchemaFiles::matcher).toList();
    return Fingerprint.files(folder).stream()
        .filter(
            file -> matchers.stream().anyMatch(matcher -> matcher.matches(folder.relativize(file))))
        .toList();
  }

  private static PathMatcher matcher(String pattern) {
    // In Maven's patterns "**/" also stands for no folder at all.
    String glob =
        pattern.startsWith("**/") ? "{" + pattern.substring(3) + "," + pattern + "}" : pattern;
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  /**
   * The program of that name: itself if it is a path, else the first on the PATH; the bare name if
   * there is none.
   */
  static Path onPath(String program) {
    Path named = Path.of(program);
    if (named.getNameCount() > 1 || named.isAbsolute()) {
      return named;
    }
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path candidate = Path.of(folder).resolve(program);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    return named;
  }
}
