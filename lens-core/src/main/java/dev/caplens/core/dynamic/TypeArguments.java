package dev.caplens.core.dynamic;

import dev.caplens.core.message.PointerType;
import dev.caplens.core.schema.Type;
import java.util.List;
import java.util.Optional;

/// What a generated lens reads the type parameters of one scope as. Immutable; any thread may use
/// it.
///
/// @param scopeId the id of the struct or interface that declares the parameters
/// @param types one for each parameter
public record TypeArguments(long scopeId, List<PointerType<?, ?>> types) {

  /// Keeps a copy of the types.
  public TypeArguments {
    types = List.copyOf(types);
  }

  /// The arguments as generated code has them.
  public static TypeArguments of(long scopeId, PointerType<?, ?>... types) {
    return new TypeArguments(scopeId, List.of(types));
  }

  List<DynamicType> dynamic() {
    return types.stream()
        .<DynamicType>map(type -> new DynamicType.Any(Type.AnyPointer.Kind.ANY, Optional.of(type)))
        .toList();
  }
}
