package dev.caplens.interop.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every artifact of others that a pom names has its line of reason in `docs/dependencies.md`,
/// every line there has its artifact, and every version is a property of the root pom.
final class DependenciesRule implements HouseRule {
  private static final String LIST = "docs/dependencies.md";
  private static final Pattern LINE = Pattern.compile("\\| `([\\w.-]+:[\\w.-]+)` \\| +\\S.*\\|");
  private static final String OURS = "dev.caplens:";

  @Override
  public List<Violation> violations(SourceTree tree) throws IOException {
    List<Violation> found = new ArrayList<>();
    Set<String> listed = listed(tree);
    TreeMap<String, Path> used = new TreeMap<>();
    for (Pom pom : Pom.all(tree)) {
      Path file = tree.relative(pom.file());
      for (Pom.Artifact artifact : pom.artifacts()) {
        used.putIfAbsent(artifact.name(), file);
        if (!artifact.version().isEmpty() && !artifact.version().startsWith("${")) {
          found.add(
              new Violation(
                  file,
                  0,
                  artifact.name()
                      + " "
                      + artifact.version()
                      + ": put the version into a property of the root"));
        }
      }
    }
    used.forEach((name, file) -> {
      if (!listed.contains(name) && !name.startsWith(OURS)) {
        found.add(new Violation(file, 0, name + " has no line of reason in " + LIST));
      }
    });
    for (String name : listed) {
      if (!used.containsKey(name)) {
        found.add(new Violation(Path.of(LIST), 0, name + " is in no pom: remove its line"));
      }
    }
    return found;
  }

  private static Set<String> listed(SourceTree tree) throws IOException {
    Set<String> listed = new TreeSet<>();
    Path list = tree.root().resolve(LIST);
    if (Files.exists(list)) {
      for (String line : SourceTree.lines(list)) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          listed.add(matcher.group(1));
        }
      }
    }
    return listed;
  }
}
