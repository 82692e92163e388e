package dev.caplens.interop.rules;

import java.nio.file.Path;

/// A place where a rule is broken.
///
/// @param file relative to the root of the tree
/// @param line counted from 1; 0 where the whole file is meant
/// @param text what is wrong, and what to do
record Violation(Path file, long line, String text) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + text;
  }
}
