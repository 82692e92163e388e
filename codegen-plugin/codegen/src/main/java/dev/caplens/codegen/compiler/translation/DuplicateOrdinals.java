package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.syntax.ErrorSink;
import dev.caplens.codegen.compiler.syntax.Number;
import org.jspecify.annotations.Nullable;

/// Checks that ordinals, given in ascending order, have neither holes nor duplicates.
final class DuplicateOrdinals {

  private final ErrorSink errors;
  private long expected;
  private @Nullable Number last;

  DuplicateOrdinals(ErrorSink errors) {
    this.errors = errors;
  }

  void check(Number ordinal) {
    if (ordinal.value() < expected) {
      errors.errorOn(ordinal, "Duplicate ordinal number.");
      if (last != null) {
        errors.errorOn(last, "Ordinal @" + last.value() + " originally used here.");
        last = null;
      }
    } else if (ordinal.value() > expected) {
      errors.errorOn(
          ordinal,
          "Skipped ordinal @" + expected + ".  Ordinals must be sequential with no holes.");
      expected = ordinal.value() + 1;
    } else {
      expected++;
      last = ordinal;
    }
  }
}
