package dev.caplens.core.contract;

import dev.caplens.core.message.StructType;
import java.util.List;

/// A method of an interface. Immutable; any thread may use it.
///
/// @param interfaceId the interface that declares it; unsigned
/// @param ordinal its number there, 0 to 65535
/// @param name as in the schema
/// @param kind how it is answered
/// @param signature what it takes and gives
public record Method(long interfaceId, int ordinal, String name, Kind kind, Signature signature) {

  /// How a method is answered.
  public enum Kind {
    /// With results, when the server's method returns.
    CALL,
    /// With results, which the server gives when it has them, from any thread: `$Caplens.deferred`.
    DEFERRED,
    /// With nothing but the word that the next call may come: `-> stream`.
    STREAM
  }

  /// What a method takes and gives.
  ///
  /// A type parameter is any pointer in these structs, whether it is the interface's or the
  /// method's own; the generated `type(...)` of a struct binds it.
  ///
  /// @param typeParameters the names of the method's own type parameters
  /// @param parameters the struct of the parameters
  /// @param results the struct of the results; an empty one where the method streams
  public record Signature(
      List<String> typeParameters, StructType<?, ?> parameters, StructType<?, ?> results) {

    /// Makes one; the list is copied.
    public Signature {
      typeParameters = List.copyOf(typeParameters);
    }
  }

  /// The struct of the parameters.
  public StructType<?, ?> parameters() {
    return signature.parameters();
  }

  /// The struct of the results; an empty one where the method streams.
  public StructType<?, ?> results() {
    return signature.results();
  }

  /// The name with the interface's id, for errors: `evaluate @0 of 0x9...`.
  @Override
  public String toString() {
    return "%s @%d of 0x%016x".formatted(name, ordinal, interfaceId);
  }
}
