package dev.caplens.core.dynamic;

import dev.caplens.core.message.PointerType;
import dev.caplens.core.schema.Type;
import java.util.Optional;

/// The type of a value, with nothing left to look up: the parameters of generics are bound, and
/// structs, enums and interfaces are there with their members. Immutable; any thread may use it.
///
/// Two types of the same [DynamicTypes] are equal if they are the same type.
public sealed interface DynamicType
    permits DynamicType.Plain,
        DynamicType.Any,
        EnumSchema,
        ListSchema,
        StructSchema,
        InterfaceSchema {

  /// Whether a value is held by a pointer.
  default boolean isPointer() {
    return switch (this) {
      case Plain plain -> plain.kind().pointer();
      case EnumSchema enumSchema -> false;
      case ListSchema list -> true;
      case StructSchema struct -> true;
      case InterfaceSchema interfaceSchema -> true;
      case Any any -> true;
    };
  }

  /// A type without parts: void, truth values, numbers, text and data.
  record Plain(Type.Simple kind) implements DynamicType {
    @Override
    public String toString() {
      return kind.schemaName();
    }
  }

  /// A pointer of which at most the kind is known; also what stands for type parameters that no
  /// brand binds.
  ///
  /// @param argument what a generated lens reads it as, if it stands for a type parameter that the
  ///   lens binds; see [TypeArguments]
  record Any(Type.AnyPointer.Kind kind, Optional<PointerType<?, ?>> argument)
      implements DynamicType {
    /// A pointer to anything.
    public static final Any POINTER = new Any(Type.AnyPointer.Kind.ANY);

    /// A pointer of which nothing else is known.
    public Any(Type.AnyPointer.Kind kind) {
      this(kind, Optional.empty());
    }

    @Override
    public String toString() {
      return switch (kind) {
        case ANY -> "AnyPointer";
        case STRUCT -> "AnyStruct";
        case LIST -> "AnyList";
        case CAPABILITY -> "Capability";
      };
    }
  }
}
