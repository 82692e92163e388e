package dev.caplens.core.dynamic;

import dev.caplens.core.message.Segment;
import dev.caplens.core.message.StructType;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The type of a struct or group. Immutable; any thread may use it.
///
/// It is used where a generated class's `TYPE` is: `message.root(person)`, `StructList.of(person)`,
/// `person.view(reader)`.
public final class StructSchema extends StructType<DynamicStruct.Reader, DynamicStruct.Builder>
    implements DynamicType {

  private final DynamicTypes types;
  private final Bindings bindings;
  private final Node.Struct node;
  private final List<StructField> fields;
  private final Map<String, StructField> byName;
  private final @Nullable StructField[] byDiscriminant;

  StructSchema(DynamicTypes types, Node.Struct node, Bindings bindings) {
    super(node.id(), node.declaration().displayName(), node.dataWords(), node.pointers(), FORM);
    this.types = types;
    this.node = node;
    this.bindings = bindings;
    StructField[] all = new StructField[node.fields().size()];
    this.byName = LinkedHashMap.newLinkedHashMap(all.length);
    this.byDiscriminant = new StructField[node.discriminants()];
    for (int i = 0; i < all.length; i++) {
      Field field = node.fields().get(i);
      all[i] = new StructField(this, i, field);
      byName.put(field.name(), all[i]);
      if (field.inUnion()) {
        byDiscriminant[field.discriminant()] = all[i];
      }
    }
    this.fields = List.of(all);
  }

  /// The declaration.
  public Node.Struct declaration() {
    return node;
  }

  /// The types that this one belongs to.
  public DynamicTypes types() {
    return types;
  }

  /// The fields in the order of their ordinals; groups count as one field each.
  public List<StructField> fields() {
    return fields;
  }

  /// The field of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public StructField field(String name) {
    StructField field = byName.get(name);
    if (field == null) {
      throw new IllegalArgumentException(
          "%s has no field \"%s\"; its fields are %s"
              .formatted(name(), name, Names.some(byName.keySet())));
    }
    return field;
  }

  /// The field of that name, if there is one.
  public Optional<StructField> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// Whether the struct has an unnamed union.
  public boolean hasUnion() {
    return byDiscriminant.length > 0;
  }

  /// Whether this is a group or named union: a part of a struct that has a name.
  public boolean isGroup() {
    return node.group();
  }

  /// The member of the unnamed union that a value of the discriminant selects, if the schema knows
  /// one. Any number may be asked for.
  public Optional<StructField> member(int discriminant) {
    return Optional.ofNullable(memberOrNull(discriminant));
  }

  @Nullable StructField memberOrNull(int discriminant) {
    return discriminant >= 0 && discriminant < byDiscriminant.length
        ? byDiscriminant[discriminant]
        : null;
  }

  /// Where the discriminant stands, in units of 16 bits.
  int discriminantOffset() {
    return (int) node.discriminantOffset();
  }

  Bindings bindings() {
    return bindings;
  }

  @Override
  protected DynamicStruct.Reader reader(
      Segment segment, long address, int dataBytes, int pointerCount, int nesting) {
    return new DynamicStruct.Reader(this, segment, address, dataBytes, pointerCount, nesting);
  }

  @Override
  protected DynamicStruct.Builder builder(
      Segment segment, long address, int dataBytes, int pointerCount) {
    return new DynamicStruct.Builder(this, segment, address, dataBytes, pointerCount);
  }
}
