package dev.caplens.core.dynamic;

import java.util.Optional;

/// A value of an enum. Immutable; any thread may use it.
///
/// @param schema the enum
/// @param number the value on the wire, 0 to 65535; the schema need not know it
public record DynamicEnum(EnumSchema schema, int number) implements DynamicValue {

  /// Checks the range.
  ///
  /// @throws IllegalArgumentException if the number is out of it
  public DynamicEnum {
    if ((number & 0xffff) != number) {
      throw new IllegalArgumentException(
          "%s: expected a number within 0 to 65535, got %d".formatted(schema.name(), number));
    }
  }

  /// The name of the enumerant, if the schema knows the number.
  public Optional<String> name() {
    return schema.enumerantName(number);
  }

  /// The name, or the number where the schema knows none.
  @Override
  public String toString() {
    return name().orElse("(" + number + ")");
  }
}
