package dev.caplens.core.message;

/// A reference to a capability whose interface is not known: the schema language's `Capability`.
///
/// @param index its place in the table that travels with the message, or -1 for null
public record AnyCapability(int index) implements Capability {

  /// How such a pointer is read and built.
  public static final CapabilityType<AnyCapability> TYPE =
      new CapabilityType<>(0, "Capability") {
        @Override
        protected AnyCapability reference(int index) {
          return new AnyCapability(index);
        }
      };
}
