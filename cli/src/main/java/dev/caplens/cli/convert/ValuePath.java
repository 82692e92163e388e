package dev.caplens.cli.convert;

import dev.caplens.cli.CommandFailed;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A name such as `limits.hosts[2].port`, as written and in its parts.
record ValuePath(String text, List<Part> parts) {

  private static final Pattern PART =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)((?:\\[\\d{1,9}\\])*)");
  private static final Pattern INDEX = Pattern.compile("\\d+");
  private static final Pattern PATH = Pattern.compile(PART + "(\\." + PART + ")*");

  /// @param indexes of the elements, one in the other
  record Part(String name, List<Integer> indexes) {}

  static ValuePath parse(String text) {
    if (!PATH.matcher(text).matches()) {
      throw new CommandFailed(text + ": invalid syntax");
    }
    return new ValuePath(text, PART.matcher(text).results().map(ValuePath::part).toList());
  }

  private static Part part(MatchResult match) {
    List<Integer> indexes =
        INDEX
            .matcher(match.group(2))
            .results()
            .map(index -> Integer.valueOf(index.group()))
            .toList();
    return new Part(match.group(1), indexes);
  }

  /// The names of the first parts, with dots between them.
  String prefix(int count) {
    return parts.stream().limit(count).map(Part::name).collect(Collectors.joining("."));
  }

  CommandFailed failure(String problem) {
    return new CommandFailed(text + ": " + problem);
  }
}
