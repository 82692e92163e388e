package dev.caplens.core.dynamic;

import dev.caplens.core.message.EnumType;
import dev.caplens.core.schema.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The type of an enum. Immutable; any thread may use it.
public final class EnumSchema extends EnumType<DynamicEnum> implements DynamicType {

  private final Node.Enum node;
  private final Map<String, Integer> byName;

  EnumSchema(Node.Enum node) {
    super(node.id(), node.declaration().displayName());
    this.node = node;
    this.byName = LinkedHashMap.newLinkedHashMap(node.enumerants().size());
    for (int i = 0; i < node.enumerants().size(); i++) {
      byName.put(node.enumerants().get(i).member().name(), i);
    }
  }

  /// The declaration.
  public Node.Enum declaration() {
    return node;
  }

  /// The enumerants; each one's place is its number.
  public List<Node.Enumerant> enumerants() {
    return node.enumerants();
  }

  /// The number of the enumerant of that name.
  public OptionalInt number(String name) {
    Integer number = byName.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /// The name of that number, if the schema knows it.
  public Optional<String> enumerantName(int number) {
    return number >= 0 && number < node.enumerants().size()
        ? Optional.of(node.enumerants().get(number).member().name())
        : Optional.empty();
  }

  /// The value of that name.
  ///
  /// @throws IllegalArgumentException if the enum has no such enumerant
  public DynamicEnum value(String name) {
    Integer number = byName.get(name);
    if (number == null) {
      throw new IllegalArgumentException(
          "%s: expected one of %s, got \"%s\""
              .formatted(name(), Names.some(byName.keySet()), name));
    }
    return new DynamicEnum(this, number);
  }

  /// The value of that number, known to the schema or not.
  ///
  /// @throws IllegalArgumentException if it is not within 0 to 65535
  public DynamicEnum value(int number) {
    return new DynamicEnum(this, number);
  }

  @Override
  protected DynamicEnum of(int raw) {
    return new DynamicEnum(this, raw);
  }

  @Override
  protected int raw(DynamicEnum value) {
    return value.number();
  }
}
