package dev.caplens.interop.rules;

import java.io.IOException;
import java.util.List;

/// One rule that all sources keep.
@FunctionalInterface
interface HouseRule {
  /// What breaks this rule in a tree; empty if nothing does.
  List<Violation> violations(SourceTree tree) throws IOException;
}
