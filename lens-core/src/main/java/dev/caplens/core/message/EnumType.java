package dev.caplens.core.message;

/// The type of an enum: how its values are told from the 16 bits of the wire. Generated code
/// extends it, once per enum. Immutable; any thread may use it.
///
/// Source: "Enums" in the schema language's reference; on the wire it is a 16-bit number.
///
/// @param <E> the generated enum
public abstract class EnumType<E> {

  private final long id;
  private final String name;

  /// @param id the schema's 64-bit id
  /// @param name the schema's display name
  protected EnumType(long id, String name) {
    this.id = id;
    this.name = name;
  }

  /// The schema's 64-bit id.
  public final long id() {
    return id;
  }

  /// The schema's display name.
  public final String name() {
    return name;
  }

  /// The value of that number, 0 to 65535; one that the schema does not know is no error.
  protected abstract E of(int raw);

  /// The number of a value, 0 to 65535.
  protected abstract int raw(E value);

  /// The 16 bits of a number on the wire.
  final short bits(int number) {
    if ((number & 0xffff) != number) {
      throw new IllegalArgumentException(
          "value of enum " + name + ": expected a number within 0 to 65535, got " + number);
    }
    return (short) number;
  }

  @Override
  public final String toString() {
    return name;
  }
}
