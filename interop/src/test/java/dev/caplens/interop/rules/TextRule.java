package dev.caplens.interop.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text that must not stand in any file whose path matches.
///
/// @param files regular expression for paths relative to the root
/// @param forbidden what must not be found
/// @param advice what to do instead
record TextRule(String files, Pattern forbidden, String advice) implements HouseRule {
  /// Where the build gets its libraries from is the business of who builds. The brackets keep this
  /// rule from finding itself.
  static final TextRule REGISTRIES =
      new TextRule(
          ".*",
          Pattern.compile(
              "(?i)\\b(?:repo1?[.]maven[.](?:apache[.])?org|registry[.]npmjs[.]org|crates[.]io|pypi[.]org"
                  + "|proxy[.]golang[.]org|ghcr[.]io|docker[.]io|[\\w.-]*(?:artifactor[y]|jfro[g]|sonatyp[e])[\\w.-]*)"),
          "name no registry: it belongs in the settings of who builds");

  /// The only hosts that a pom names are those of its own schema.
  static final TextRule POM_HOSTS =
      new TextRule(
          "(?:.*/)?pom\\.xml",
          Pattern.compile("https?://(?!maven\\.apache\\.org/|www\\.w3\\.org/)[^\\s\"<]+"),
          "a pom names no host: it belongs in the settings of who builds");

  /// Paths that exist on one machine only.
  static final TextRule PRIVATE_PATHS =
      new TextRule(
          ".*",
          Pattern.compile(
              "(?<![\\w.*])/(?:(?:[h]ome|[U]sers)/[a-z]|[r]oot/|[w]ork/|[t]mp/(?:wt|brief)/)"),
          "name no folder of one machine");

  /// Work that is left is left in the tracker.
  static final TextRule LEFT_WORK =
      new TextRule(
          "caplens|(?:.*/)?(?:pom\\.xml|[^/]+\\.(?:java|c|h|capnp|sh))",
          Pattern.compile("\\b(?:TO[D]O|FIX[M]E|XX[X])\\b"),
          "do it, or write an issue");

  @Override
  public List<Violation> violations(SourceTree tree) throws IOException {
    List<Violation> found = new ArrayList<>();
    for (Path file : tree.files(files)) {
      List<String> lines = SourceTree.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        Matcher matcher = forbidden.matcher(lines.get(i));
        if (matcher.find()) {
          found.add(
              new Violation(tree.relative(file), i + 1, "'" + matcher.group() + "': " + advice));
        }
      }
    }
    return found;
  }
}
