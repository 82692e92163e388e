package dev.caplens.interop.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every package of a module has a `package-info.java` with a description that is `@NullMarked`;
/// the tests of a package share that of its main sources.
final class NullMarkedRule implements HouseRule {
  @Override
  public List<Violation> violations(SourceTree tree) throws IOException {
    Map<String, Path> first = new LinkedHashMap<>();
    Set<String> described = new LinkedHashSet<>();
    for (JavaSource source : tree.java()) {
      Path file = tree.relative(source.file());
      if (source.packageName().isEmpty()) {
        continue; // a module descriptor
      }
      String key = moduleOf(file) + " " + source.packageName();
      first.putIfAbsent(key, file);
      if (file.endsWith("package-info.java") && isDescribedAndMarked(source)) {
        described.add(key);
      }
    }
    return first.entrySet().stream()
        .filter(entry -> !described.contains(entry.getKey()))
        .map(entry ->
            new Violation(
                entry.getValue(),
                0,
                "its package has no package-info.java with a description (///) that is @NullMarked"))
        .toList();
  }

  private static boolean isDescribedAndMarked(JavaSource source) throws IOException {
    boolean marked =
        source.unit().getPackageAnnotations().stream()
            .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("NullMarked"));
    return marked
        && SourceTree.lines(source.file()).stream().anyMatch(NullMarkedRule::isDescription);
  }

  private static boolean isDescription(String line) {
    return line.matches("(?:///| ?/?\\*\\*?) ?\\S.*");
  }

  private static String moduleOf(Path file) {
    return file.toString().replaceAll("/src/(?:main|test)/.*", "");
  }
}
