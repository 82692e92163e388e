package dev.caplens.codegen.compiler.naming;

import dev.caplens.codegen.compiler.schema.Type;

/// An expression read as a type.
///
/// @param type the type; where it is not valid, as much of it as could be read
/// @param valid false where something is wrong with it, which has been reported
public record TypeReading(Type type, boolean valid) {

  /// Nothing that could be read.
  public static final TypeReading NONE = new TypeReading(Type.Builtin.VOID, false);

  static TypeReading of(Type type) {
    return new TypeReading(type, true);
  }
}
