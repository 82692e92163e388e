package dev.caplens.codegen.compiler.translation;

import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.Name;
import org.jspecify.annotations.Nullable;

/// What a value may refer to outside of itself.
interface ConstantLookup {

  /// The value of the constant that `name` refers to; null, and an error, if it refers to none.
  @Nullable Literal constant(Expression name);

  /// The bytes of an embedded file; null, and an error, if there is none.
  byte @Nullable [] embed(Name path);
}
