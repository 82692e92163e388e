package dev.caplens.codegen.compiler.schema;

/// The type of a field, a constant, an annotation, or a generic argument.
public sealed interface Type {

  /// The types without a declaration, in the order of `schema.capnp`'s union.
  enum Builtin implements Type {
    VOID(0),
    BOOL(1),
    INT8(8),
    INT16(16),
    INT32(32),
    INT64(64),
    UINT8(8),
    UINT16(16),
    UINT32(32),
    UINT64(64),
    FLOAT32(32),
    FLOAT64(64),
    TEXT(POINTER),
    DATA(POINTER);

    private final int bits;

    Builtin(int bits) {
      this.bits = bits;
    }

    @Override
    public int bits() {
      return bits;
    }
  }

  record ListOf(Type element) implements Type {}

  record EnumType(long id, Brand brand) implements Type {

    @Override
    public int bits() {
      return 16;
    }
  }

  record StructType(long id, Brand brand) implements Type {}

  record InterfaceType(long id, Brand brand) implements Type {}

  /// A pointer about which nothing, or only its kind, is known.
  enum AnyPointer implements Type {
    ANY,
    STRUCT,
    LIST,
    CAPABILITY
  }

  /// A generic parameter of the declaration `scopeId`.
  record Parameter(long scopeId, int index) implements Type {}

  /// A generic parameter of the method in whose signature the type stands.
  record MethodParameter(int index) implements Type {}

  /// What [#bits] answers for types that live in the pointer section.
  int POINTER = -1;

  /// Size in a data section, in bits: 0 for void, or [#POINTER].
  default int bits() {
    return POINTER;
  }

  default boolean isPointer() {
    return bits() == POINTER;
  }
}
