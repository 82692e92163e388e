package dev.caplens.core.dynamic;

import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaError;
import dev.caplens.core.schema.Type;
import org.jspecify.annotations.Nullable;

/// A field of a struct or group: the key to its value, with the place of the value in it.
///
/// Immutable but for what is found out when it is first needed, which is the same for every thread
/// that does.
public final class StructField {

  private final StructSchema owner;
  private final int index;
  private final Field declaration;

  /// How the value is stored.
  final Storage storage;

  /// In units of the field's size; 0 for groups.
  final int offset;

  /// What is stored as zero.
  final long defaultBits;

  /// Found out at most once per thread that asks; all find the same immutable object.
  private @Nullable DynamicType type;

  private AnyPointer.@Nullable Reader defaultPointer;

  StructField(StructSchema owner, int index, Field declaration) {
    this.owner = owner;
    this.index = index;
    this.declaration = declaration;
    switch (declaration) {
      case Field.Group group -> {
        storage = Storage.GROUP;
        offset = 0;
        defaultBits = 0;
      }
      case Field.Slot slot -> {
        storage = Storage.of(slot.type());
        offset = (int) slot.offset();
        defaultBits = Constants.bits(slot.defaultValue());
      }
    }
  }

  /// The struct or group that has the field.
  public StructSchema owner() {
    return owner;
  }

  /// The place among the fields of its struct.
  public int index() {
    return index;
  }

  /// What the schema says of it.
  public Field declaration() {
    return declaration;
  }

  /// The name in the schema.
  public String name() {
    return declaration.name();
  }

  /// The type of its value; of a group, the group's own [StructSchema].
  ///
  /// @throws SchemaError if the schemas do not hold the type
  public DynamicType type() {
    DynamicType known = type;
    if (known == null) {
      known = resolve();
      type = known;
    }
    return known;
  }

  /// Whether this is a group or named union.
  public boolean isGroup() {
    return storage == Storage.GROUP;
  }

  /// Whether the value is held by a pointer.
  public boolean isPointer() {
    return storage == Storage.POINTER;
  }

  /// Whether the field is a member of the unnamed union of its struct.
  public boolean inUnion() {
    return declaration.inUnion();
  }

  private DynamicType resolve() {
    DynamicTypes types = owner.types();
    return switch (declaration) {
      case Field.Group group ->
          types.struct(types.schemas().node(group.typeId(), Node.Struct.class), owner.bindings());
      case Field.Slot slot -> types.resolve(slot.type(), owner.bindings());
    };
  }

  /// The default of a pointer field; a null pointer where the schema gives none.
  AnyPointer.Reader defaultPointer() {
    AnyPointer.Reader known = defaultPointer;
    if (known == null) {
      known = Constants.pointer(((Field.Slot) declaration).defaultValue());
      defaultPointer = known;
    }
    return known;
  }

  boolean isInteger() {
    return storage.compareTo(Storage.INT8) >= 0 && storage.compareTo(Storage.UINT64) <= 0
        || storage == Storage.ENUM;
  }

  boolean isFloat() {
    return storage == Storage.FLOAT32 || storage == Storage.FLOAT64;
  }

  /// The type of a field that is neither a pointer nor an enum nor a group.
  Type.Simple plainType() {
    return ((DynamicType.Plain) type()).kind();
  }

  StructSchema structType() {
    if (type() instanceof StructSchema struct) {
      return struct;
    }
    throw isNot("struct or group");
  }

  ListSchema listType() {
    if (type() instanceof ListSchema list) {
      return list;
    }
    throw isNot("list");
  }

  IllegalArgumentException notOf(StructSchema struct) {
    return new IllegalArgumentException(
        "%s is no field of %s; look the field up in the schema of this value"
            .formatted(this, struct.name()));
  }

  IllegalArgumentException isNot(String expected) {
    return new IllegalArgumentException(
        "%s: expected a field of type %s, got one of %s".formatted(this, expected, type()));
  }

  IllegalStateException notActive(int discriminant) {
    String active =
        owner.member(discriminant).map(StructField::name).orElse("unknown (" + discriminant + ")");
    return new IllegalStateException(
        "%s: the active member of the union is %s, not %s".formatted(owner.name(), active, name()));
  }

  /// The struct's display name and the field's name.
  @Override
  public String toString() {
    return owner.name() + "." + name();
  }

  /// How the values of a field are stored.
  enum Storage {
    VOID,
    BOOL,
    INT8,
    INT16,
    INT32,
    INT64,
    UINT8,
    UINT16,
    UINT32,
    UINT64,
    FLOAT32,
    FLOAT64,
    ENUM,
    POINTER,
    GROUP;

    private static final Storage[] ALL = values();

    /// The plain types come in the order of [Type.Simple].
    static Storage of(Type type) {
      return switch (type) {
        case Type.Simple simple -> simple.pointer() ? POINTER : ALL[simple.ordinal()];
        case Type.EnumType enumType -> ENUM;
        default -> POINTER;
      };
    }
  }
}
