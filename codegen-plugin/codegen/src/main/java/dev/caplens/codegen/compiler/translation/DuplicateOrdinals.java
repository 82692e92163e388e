package dev.caplens.codegen.compiler.translation;

import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Number;
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
    int order = Long.compareUnsigned(ordinal.value(), expected);
    if (order < 0) {
      errors.errorOn(ordinal, "Duplicate ordinal number.");
      if (last != null) {
        errors.errorOn(
            last, "Ordinal @" + Long.toUnsignedString(last.value()) + " originally used here.");
        last = null;
      }
    } else if (order > 0) {
      errors.errorOn(
          ordinal,
          "Skipped ordinal @" + expected + ".  Ordinals must be sequential with no holes.");
      // Only 32 bits are kept, of a number that has been refused already.
      expected = (ordinal.value() + 1) & 0xffffffffL;
    } else {
      expected++;
      last = ordinal;
    }
  }
}
