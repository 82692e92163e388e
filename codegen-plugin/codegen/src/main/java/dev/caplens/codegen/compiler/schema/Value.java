package dev.caplens.codegen.compiler.schema;

import dev.caplens.codegen.compiler.value.WireObject;
import org.jspecify.annotations.Nullable;

/// A constant, a default or an annotation's value. Which union member of `schema.capnp` holds it
/// follows from its type.
public sealed interface Value {

  /// A value of the data section: raw bits, floats in IEEE form, enums as their number; 0 for void.
  record Bits(long raw) implements Value {}

  /// A value behind a pointer; null is a null pointer.
  record Pointer(@Nullable WireObject target) implements Value {}

  Bits ZERO = new Bits(0);

  Pointer NULL = new Pointer(null);

  /// What a field of `type` holds if nothing else is said.
  static Value zero(Type type) {
    return type.isPointer() && !(type instanceof Type.InterfaceType) ? NULL : ZERO;
  }
}
