package dev.caplens.interop.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which module may name which, as the poms say it. What a module may do with the packages of those
/// below it is the business of their `module-info.java`, and of `LayeringTest` for what stands on
/// the class path.
final class DirectionRule implements HouseRule {
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "lens-core", Set.of(),
          "codegen", Set.of("lens-core"),
          "caplens-maven-plugin", Set.of("codegen"),
          "sab-layout", Set.of("lens-core"),
          "ring-buffers", Set.of("lens-core", "sab-layout"),
          "native-bridge", Set.of("lens-core", "sab-layout", "ring-buffers"),
          "rpc-peer", Set.of("lens-core", "sab-layout", "ring-buffers"),
          "cli",
              Set.of(
                  "lens-core",
                  "codegen",
                  "sab-layout",
                  "ring-buffers",
                  "native-bridge",
                  "rpc-peer"));

  @Override
  public List<Violation> violations(SourceTree tree) throws IOException {
    List<Violation> found = new ArrayList<>();
    for (Pom pom : Pom.all(tree)) {
      Set<String> allowed = ALLOWED.get(pom.artifactId());
      if (allowed == null) {
        continue; // the parents, and bench and interop, which may name everything
      }
      for (Pom.Artifact artifact : pom.artifacts()) {
        String[] name = artifact.name().split(":");
        if (artifact.element().equals("dependency")
            && name[0].equals("dev.caplens")
            && !allowed.contains(name[1])) {
          String text =
              pom.artifactId() + " must not depend on " + name[1] + ", which stands to its right";
          found.add(new Violation(tree.relative(pom.file()), 0, text));
        }
      }
    }
    return found;
  }
}
