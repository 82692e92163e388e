package dev.caplens.interop.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Packages and classes are named by nouns of the domain. The forbidden words say that a noun has
/// not been found yet.
final class NamesRule implements HouseRule {
  private static final Set<String> FORBIDDEN =
      Set.of(
          "util",
          "utils",
          "utility",
          "utilities",
          "helper",
          "helpers",
          "common",
          "commons",
          "manager",
          "impl",
          "base");

  @Override
  public List<Violation> violations(SourceTree tree) throws IOException {
    List<Violation> found = new ArrayList<>();
    for (JavaSource source : tree.java()) {
      for (String part : source.packageName().split("\\.")) {
        if (FORBIDDEN.contains(part)) {
          found.add(
              new Violation(
                  tree.relative(source.file()),
                  1,
                  "package name with '" + part + "': find the noun"));
        }
      }
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree type, Void unused) {
          for (String word : words(type.getSimpleName().toString())) {
            if (FORBIDDEN.contains(word)) {
              String text = "class " + type.getSimpleName() + " with '" + word + "': find the noun";
              found.add(new Violation(tree.relative(source.file()), source.firstLine(type), text));
            }
          }
          return super.visitClass(type, unused);
        }
      }.scan(source.unit(), null);
    }
    return found;
  }

  /// The words of a name in camel case. Digits belong to the word before them: `Base64` is one.
  private static List<String> words(String name) {
    return List.of(
        name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT).split(" "));
  }
}
