package dev.caplens.codegen.compiler.naming;

import dev.caplens.core.syntax.Name;
import java.util.List;

/// The generic parameters of a method, as visible in its signature.
///
/// @param scopeId 0 where they are the method's own; within a parameter or result list, the id of
///   the struct that is made from the list, whose parameters mirror the method's
public record MethodParameters(long scopeId, List<Name> names) {

  public static final MethodParameters NONE = new MethodParameters(0, List.of());

  /// The index of `name`, or -1.
  int indexOf(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).text().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
