package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.value.WireObject;

/// A value as evaluated, before it is known whether it fits the type that is expected.
sealed interface Literal {

  record Void() implements Literal {}

  record Bool(boolean value) implements Literal {}

  /// A signed integer.
  record Signed(long value) implements Literal {}

  /// An unsigned integer.
  record Unsigned(long value) implements Literal {}

  record Float(double value) implements Literal {}

  record Enum(Type.EnumType type, int value) implements Literal {}

  /// Anything behind a pointer, with its exact type.
  record Object(Type type, WireObject value) implements Literal {}
}
