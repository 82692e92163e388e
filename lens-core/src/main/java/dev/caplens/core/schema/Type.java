package dev.caplens.core.schema;

import java.util.Locale;

/// The type of a field, constant, annotation or list element.
///
/// Source: `Type` in `schema.capnp`.
public sealed interface Type {

  /// The size of a value in a data section, in bits; 0 for void; -1 for what is held by a pointer.
  default int bits() {
    return -1;
  }

  /// Whether a value is held by a pointer.
  default boolean pointer() {
    return bits() < 0;
  }

  /// The types without parts, in the order of their numbers in `schema.capnp`.
  enum Simple implements Type {
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
    TEXT(-1),
    DATA(-1);

    private final int bits;

    Simple(int bits) {
      this.bits = bits;
    }

    @Override
    public int bits() {
      return bits;
    }

    /// The name in the schema language.
    public String schemaName() {
      String lower = name().substring(1).toLowerCase(Locale.ROOT);
      return name().startsWith("UINT") ? "UI" + lower.substring(1) : name().charAt(0) + lower;
    }
  }

  /// A list.
  record ListOf(Type element) implements Type {}

  /// An enum.
  record EnumType(long id, Brand brand) implements Type {
    @Override
    public int bits() {
      return 16;
    }
  }

  /// A struct.
  record StructType(long id, Brand brand) implements Type {}

  /// A capability.
  record InterfaceType(long id, Brand brand) implements Type {}

  /// A pointer of which only the kind is known.
  record AnyPointer(Kind kind) implements Type {
    /// What the pointer may lead to.
    public enum Kind {
      ANY,
      STRUCT,
      LIST,
      CAPABILITY
    }
  }

  /// A parameter of a generic.
  ///
  /// @param scopeId the generic
  /// @param index the place among its parameters
  record Parameter(long scopeId, int index) implements Type {}

  /// A parameter of a generic method; only inside the brands of methods.
  record MethodParameter(int index) implements Type {}
}
