package dev.caplens.cli.convert;

import dev.caplens.cli.CommandFailed;

/// From which format to which.
record Conversion(Format from, Format to) {

  /// Reads `FROM:TO`.
  static Conversion parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new CommandFailed(text + ": invalid conversion, format is: <from>:<to>");
    }
    return new Conversion(
        format(text, text.substring(0, colon)), format(text, text.substring(colon + 1)));
  }

  private static Format format(String text, String name) {
    return Format.named(name)
        .orElseThrow(() -> new CommandFailed(text + ": unknown format: " + name));
  }

  boolean needsSchema() {
    return from.needsSchema() || to.needsSchema();
  }
}
