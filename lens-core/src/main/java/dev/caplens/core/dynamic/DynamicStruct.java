package dev.caplens.core.dynamic;

import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.Orphan;
import dev.caplens.core.message.Segment;
import dev.caplens.core.message.StructBuilder;
import dev.caplens.core.message.StructReader;
import dev.caplens.core.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Structs and groups of any schema. [dev.caplens.core.message] has the rules of threads, lifetime
/// and errors.
public final class DynamicStruct {

  private DynamicStruct() {}

  /// A struct or group, to read where it stands.
  ///
  /// A field is given as the [StructField] of this struct's own schema. One that is in the unnamed
  /// union is read only while it is the active member; asking for another throws
  /// `IllegalStateException`, as generated code does. Accessors of one type throw
  /// `IllegalArgumentException` if the field is of another struct or type. Those of pointers follow
  /// them, and throw `MalformedMessage` and `LimitReached`.
  public static final class Reader extends StructReader implements DynamicValue {

    private final StructSchema schema;

    Reader(
        StructSchema schema,
        Segment segment,
        long address,
        int dataBytes,
        int pointerCount,
        int nesting) {
      super(segment, address, dataBytes, pointerCount, nesting);
      this.schema = schema;
    }

    private Reader(StructSchema group, Reader parent) {
      super(parent);
      this.schema = group;
    }

    /// The type.
    public StructSchema schema() {
      return schema;
    }

    /// The value of a field, its default where the sender has not set it.
    ///
    /// @throws IllegalArgumentException if the field is not of this struct
    /// @throws IllegalStateException if another member of the union is active
    public DynamicValue get(StructField field) {
      checkActive(field);
      return switch (field.storage) {
        case VOID -> VOID;
        case BOOL -> new Bool(bits(field) != 0);
        case INT8, INT16, INT32, INT64 -> new Int(bits(field));
        case UINT8, UINT16, UINT32, UINT64 -> new UInt(bits(field));
        case FLOAT32 -> new Float32(Float.intBitsToFloat((int) bits(field)));
        case FLOAT64 -> new Float64(Double.longBitsToDouble(bits(field)));
        case ENUM -> new DynamicEnum((EnumSchema) field.type(), (int) bits(field));
        case POINTER -> PointerValue.read(field.type(), pointer(field));
        case GROUP -> new Reader((StructSchema) field.type(), this);
      };
    }

    /// The value of the field of that name; as [#get(StructField)].
    ///
    /// @throws IllegalArgumentException if there is none
    /// @throws IllegalStateException if another member of the union is active
    public DynamicValue get(String field) {
      return get(schema.field(field));
    }

    /// Whether there is a value: a pointer that is not null; anything else always, unless another
    /// member of the union is active.
    ///
    /// @throws IllegalArgumentException if the field is not of this struct
    public boolean has(StructField field) {
      check(field);
      return isActive(field) && (field.storage != StructField.Storage.POINTER || isSet(field));
    }

    /// Whether the field of that name has a value.
    ///
    /// @throws IllegalArgumentException if there is none
    public boolean has(String field) {
      return has(schema.field(field));
    }

    /// Whether a field reads as its default because what is stored is zero or null. Groups are
    /// never that; void always is. Whether a member of the union is active does not count.
    ///
    /// @throws IllegalArgumentException if the field is not of this struct
    public boolean isDefault(StructField field) {
      check(field);
      return switch (field.storage) {
        case VOID -> true;
        case GROUP -> false;
        case POINTER -> !isSet(field);
        default -> bits(field) == field.defaultBits;
      };
    }

    /// The active member of the unnamed union, if there is one that the schema knows.
    public Optional<StructField> which() {
      return schema.hasUnion() ? schema.member(discriminant()) : Optional.empty();
    }

    /// The stored discriminant of the unnamed union, 0 to 65535.
    ///
    /// @throws IllegalStateException if the struct has no such union
    public int discriminant() {
      requireUnion(schema);
      return getUInt16(schema.discriminantOffset());
    }

    /// A `Bool`.
    public boolean getBool(StructField field) {
      require(field, field.storage == StructField.Storage.BOOL, "Bool");
      return bits(field) != 0;
    }

    /// Any integer, or the number of an enum's value. Of a `UInt64` these are the 64 bits.
    public long getLong(StructField field) {
      require(field, field.isInteger(), "integer or enum");
      return bits(field);
    }

    /// A `Float32` or `Float64`.
    public double getDouble(StructField field) {
      require(field, field.isFloat(), "Float32 or Float64");
      return field.storage == StructField.Storage.FLOAT32
          ? Float.intBitsToFloat((int) bits(field))
          : Double.longBitsToDouble(bits(field));
    }

    /// An enum's value.
    public DynamicEnum getEnum(StructField field) {
      require(field, field.storage == StructField.Storage.ENUM, "enum");
      return (DynamicEnum) get(field);
    }

    /// A text.
    public dev.caplens.core.message.Text.Reader getText(StructField field) {
      return get(field) instanceof DynamicValue.Text text
          ? text.value()
          : throwIsNot(field, "Text");
    }

    /// Data.
    public dev.caplens.core.message.Data.Reader getData(StructField field) {
      return get(field) instanceof DynamicValue.Data data
          ? data.value()
          : throwIsNot(field, "Data");
    }

    /// A struct or group; null gives a reader of defaults.
    public Reader getStruct(StructField field) {
      return get(field) instanceof Reader struct ? struct : throwIsNot(field, "struct or group");
    }

    /// A list; null gives an empty one.
    public DynamicList.Reader getList(StructField field) {
      return get(field) instanceof DynamicList.Reader list ? list : throwIsNot(field, "list");
    }

    /// The pointer of any field that has one, whatever its type.
    public AnyPointer.Reader getPointer(StructField field) {
      require(field, field.isPointer(), "pointer");
      return pointer(field);
    }

    /// A capability.
    public DynamicCapability getCapability(StructField field) {
      return get(field) instanceof DynamicCapability capability
          ? capability
          : throwIsNot(field, "interface");
    }

    private AnyPointer.Reader pointer(StructField field) {
      return isSet(field) ? getPointer(field.offset, AnyPointer.TYPE) : field.defaultPointer();
    }

    private boolean isSet(StructField field) {
      return hasPointer(field.offset);
    }

    /// What is stored with the default applied, sign-extended for signed integers.
    private long bits(StructField field) {
      int at = field.offset;
      long bits = field.defaultBits;
      return switch (field.storage) {
        case BOOL -> getBool(at, bits != 0) ? 1 : 0;
        case INT8 -> getInt8(at, (byte) bits);
        case INT16 -> getInt16(at, (short) bits);
        case INT32 -> getInt32(at, (int) bits);
        case INT64, UINT64, FLOAT64 -> getInt64(at, bits);
        case UINT8 -> getUInt8(at, (int) bits);
        case UINT16, ENUM -> getUInt16(at, (int) bits);
        case UINT32, FLOAT32 -> getUInt32(at, bits);
        case VOID, POINTER, GROUP -> 0;
      };
    }

    private boolean isOf(Builder builder) {
      return isAt(builder);
    }

    private boolean isActive(StructField field) {
      return !field.inUnion() || discriminant() == field.declaration().discriminant();
    }

    private void check(StructField field) {
      if (field.owner() != schema) {
        throw field.notOf(schema);
      }
    }

    private void checkActive(StructField field) {
      check(field);
      if (!isActive(field)) {
        throw field.notActive(discriminant());
      }
    }

    private void require(StructField field, boolean fits, String expected) {
      checkActive(field);
      if (!fits) {
        throw field.isNot(expected);
      }
    }

    @Override
    public String toString() {
      return schema.name() + " of " + totalSize();
    }
  }

  /// A struct or group, to build where it stands. Setters return this builder.
  ///
  /// Setting a member of the unnamed union makes it the active one. All that take a field throw
  /// `IllegalArgumentException` if it is not of this struct, or not of the type that their name
  /// says; in a message that was received and is edited, those that follow a pointer throw
  /// `MalformedMessage` and `LimitReached`. One thread builds a message at a time.
  public static final class Builder extends StructBuilder {

    private final StructSchema schema;

    Builder(StructSchema schema, Segment segment, long address, int dataBytes, int pointerCount) {
      super(segment, address, dataBytes, pointerCount);
      this.schema = schema;
    }

    private Builder(StructSchema group, Builder parent) {
      super(parent);
      this.schema = group;
    }

    /// The type.
    public StructSchema schema() {
      return schema;
    }

    /// What has been built, to read; it sees later changes.
    public Reader asReader() {
      return asReader(schema);
    }

    /// The value of a field, to read; see [Reader#get(StructField)].
    public DynamicValue get(StructField field) {
      return asReader().get(field);
    }

    /// The value of the field of that name, to read.
    public DynamicValue get(String field) {
      return get(schema.field(field));
    }

    /// Whether there is a value; see [Reader#has(StructField)].
    public boolean has(StructField field) {
      return asReader().has(field);
    }

    /// Whether the field of that name has a value.
    public boolean has(String field) {
      return has(schema.field(field));
    }

    /// The active member of the unnamed union, if there is one that the schema knows.
    public Optional<StructField> which() {
      return asReader().which();
    }

    /// Sets a field to a copy of a value.
    ///
    /// | type of the field | values |
    /// |---|---|
    /// | `Void` | null |
    /// | `Bool` | `Boolean` |
    /// | integers | `Byte`, `Short`, `Integer`, `Long`, `BigInteger`, within the range |
    /// | `Float32`, `Float64` | any `Number` |
    /// | enums | the name, the number as an `Integer`, [DynamicEnum] |
    /// | `Text` | any `CharSequence`, `Text.Reader` |
    /// | `Data` | `byte[]`, `Data.Reader` |
    /// | lists | [DynamicList.Reader], a `List` of values for the elements |
    /// | structs | readers of the struct, generated ones too; a `Map` from names to values |
    /// | groups | [Reader] of the group; a `Map` from names to values |
    /// | interfaces | any `Capability` of the message |
    /// | `AnyPointer` | `AnyPointer.Reader`, and values for text, data, structs, lists, capabilities |
    ///
    /// For each, the matching [DynamicValue] too; for pointers, null makes the pointer null. A
    /// group may be of another version of the schema: fields that only one of them has are left
    /// out, or default.
    ///
    /// @throws IllegalArgumentException if the field is not of this struct, or the value does not
    ///   fit it; of a map, the fields before the one that does not fit have been set then
    public Builder set(StructField field, @Nullable Object value) {
      check(field);
      switch (field.storage) {
        case GROUP -> setGroup(field, value);
        case POINTER -> PointerValue.write(field, field.type(), pointer(field), value);
        case ENUM -> setBits(field, Scalars.number(field, (EnumSchema) field.type(), value));
        default -> setBits(field, Scalars.bits(field, field.plainType(), value));
      }
      return activate(field);
    }

    /// Sets the field of that name; see [#set(StructField, Object)].
    public Builder set(String field, @Nullable Object value) {
      return set(schema.field(field), value);
    }

    /// Sets a `Bool`.
    public Builder setBool(StructField field, boolean value) {
      require(field, field.storage == StructField.Storage.BOOL, "Bool");
      setBits(field, value ? 1 : 0);
      return activate(field);
    }

    /// Sets an integer or the number of an enum's value, which the schema need not know. For a
    /// `UInt64` these are the 64 bits.
    ///
    /// @throws IllegalArgumentException if it is out of range, which is 0 to 65535 for enums
    public Builder setLong(StructField field, long value) {
      require(field, field.isInteger(), "integer or enum");
      setBits(
          field,
          switch (field.storage) {
            case UINT64 -> value;
            case ENUM -> Scalars.bits(field, Type.Simple.UINT16, value);
            default -> Scalars.bits(field, field.plainType(), value);
          });
      return activate(field);
    }

    /// Sets a `Float32`, to the nearest one, or a `Float64`.
    public Builder setDouble(StructField field, double value) {
      require(field, field.isFloat(), "Float32 or Float64");
      return set(field, value);
    }

    /// Builds on a struct or group; a null pointer becomes a copy of the default or an empty
    /// struct.
    ///
    /// @throws IllegalStateException if another member of the union is active
    public Builder getStruct(StructField field) {
      checkActive(field);
      if (field.isGroup()) {
        return new Builder((StructSchema) field.type(), this);
      }
      return filled(field).as(field.structType());
    }

    /// Builds on a list; a null pointer becomes a copy of the default or stays an empty list.
    ///
    /// @throws IllegalStateException if another member of the union is active
    public DynamicList.Builder getList(StructField field) {
      checkActive(field);
      ListSchema list = field.listType();
      return new DynamicList.Builder(list, filled(field).as(list.pointerType()));
    }

    /// The pointer of any field that has one, to build on, whatever its type. It is not set to the
    /// default.
    ///
    /// @throws IllegalStateException if another member of the union is active
    public AnyPointer.Builder getPointer(StructField field) {
      require(field, field.isPointer(), "pointer");
      checkActive(field);
      return pointer(field);
    }

    /// Makes a struct anew, or all fields of a group default.
    public Builder initStruct(StructField field) {
      check(field);
      if (field.isGroup()) {
        clear(field);
        activate(field);
        return new Builder((StructSchema) field.type(), this);
      }
      Builder struct = pointer(field).init(field.structType());
      activate(field);
      return struct;
    }

    /// Makes the struct or group of that name anew.
    public Builder initStruct(String field) {
      return initStruct(schema.field(field));
    }

    /// Makes a list of that many elements, all zero or default.
    ///
    /// @throws IllegalArgumentException if the size is not one of the format, 0 to 2^29 - 1
    public DynamicList.Builder initList(StructField field, int size) {
      check(field);
      ListSchema list = field.listType();
      DynamicList.Builder elements =
          new DynamicList.Builder(list, pointer(field).init(list.pointerType(), size));
      activate(field);
      return elements;
    }

    /// Makes the list of that name anew.
    public DynamicList.Builder initList(String field, int size) {
      return initList(schema.field(field), size);
    }

    /// Makes a pointer field the active member of its union, and its pointer null, to be set
    /// through what this returns.
    public AnyPointer.Builder initPointer(StructField field) {
      require(field, field.isPointer(), "pointer");
      AnyPointer.Builder pointer = pointer(field);
      pointer.clear();
      activate(field);
      return pointer;
    }

    /// Sets a field to its default, which is stored as zero or null. A member of the union becomes
    /// the active one; in a group, the members of a union are all cleared and its first is active.
    public Builder clear(StructField field) {
      check(field);
      switch (field.storage) {
        case POINTER -> pointer(field).clear();
        case GROUP -> new Builder((StructSchema) field.type(), this).clearAll();
        default -> setBits(field, field.defaultBits);
      }
      return activate(field);
    }

    /// Takes what a pointer field holds out of the message's tree; the field is null then.
    ///
    /// @throws IllegalStateException if another member of the union is active
    public Orphan<AnyPointer.Builder> disown(StructField field) {
      require(field, field.isPointer(), "pointer");
      checkActive(field);
      return disownPointer(field.offset, AnyPointer.TYPE);
    }

    /// Puts an orphan of the same message here, without a copy. Nothing checks that it has the
    /// field's type.
    ///
    /// @throws IllegalArgumentException if it belongs to another message
    public Builder adopt(StructField field, Orphan<?> orphan) {
      require(field, field.isPointer(), "pointer");
      adoptPointer(field.offset, orphan);
      return activate(field);
    }

    void clearAll() {
      for (StructField field : schema.fields()) {
        clear(field);
      }
      if (schema.hasUnion()) {
        setUInt16(schema.discriminantOffset(), 0);
      }
    }

    private void setGroup(StructField field, @Nullable Object value) {
      Builder group = new Builder((StructSchema) field.type(), this);
      switch (value) {
        case Map<?, ?> members -> {
          group.clearAll();
          members.forEach((name, member) -> group.set(name.toString(), member));
        }
        case Reader other when other.schema().id() == group.schema.id() -> group.copy(field, other);
        case null, default -> throw PointerValue.unfit(field, group.schema.name(), value);
      }
    }

    /// The value may be of another version of the schema, which has more fields or fewer.
    private void copy(StructField group, Reader other) {
      if (other.isOf(this)) {
        return;
      }
      if (other.schema().hasUnion() && !isKnownToBoth(other)) {
        throw new IllegalArgumentException(
            "%s: expected a value whose active member both schemas know, got number %d; load the sender's schema"
                .formatted(group, other.discriminant()));
      }
      clearAll();
      List<StructField> fields = schema.fields();
      List<StructField> sources = other.schema().fields();
      for (int i = 0; i < Math.min(fields.size(), sources.size()); i++) {
        if (other.has(sources.get(i))) {
          set(fields.get(i), other.get(sources.get(i)));
        }
      }
    }

    private boolean isKnownToBoth(Reader other) {
      StructField active = other.schema().memberOrNull(other.discriminant());
      return active != null && active.index() < schema.fields().size();
    }

    private Builder activate(StructField field) {
      if (field.inUnion()) {
        setUInt16(schema.discriminantOffset(), field.declaration().discriminant());
      }
      return this;
    }

    private AnyPointer.Builder pointer(StructField field) {
      return getPointer(field.offset, AnyPointer.TYPE);
    }

    /// The pointer of a field, a copy of the default put there first if it is null.
    private AnyPointer.Builder filled(StructField field) {
      AnyPointer.Builder pointer = pointer(field);
      if (pointer.isNull() && !field.defaultPointer().isNull()) {
        pointer.set(field.defaultPointer());
      }
      return pointer;
    }

    private void setBits(StructField field, long value) {
      int at = field.offset;
      long bits = field.defaultBits;
      switch (field.storage) {
        case BOOL -> setBool(at, value != 0, bits != 0);
        case INT8, UINT8 -> setInt8(at, (byte) value, (byte) bits);
        case INT16, UINT16, ENUM -> setInt16(at, (short) value, (short) bits);
        case INT32, UINT32, FLOAT32 -> setInt32(at, (int) value, (int) bits);
        case INT64, UINT64, FLOAT64 -> setInt64(at, value, bits);
        case VOID, POINTER, GROUP -> {}
      }
    }

    private void check(StructField field) {
      if (field.owner() != schema) {
        throw field.notOf(schema);
      }
    }

    private void checkActive(StructField field) {
      check(field);
      if (field.inUnion()) {
        int discriminant = getUInt16(schema.discriminantOffset());
        if (discriminant != field.declaration().discriminant()) {
          throw field.notActive(discriminant);
        }
      }
    }

    private void require(StructField field, boolean fits, String expected) {
      check(field);
      if (!fits) {
        throw field.isNot(expected);
      }
    }

    @Override
    public String toString() {
      return asReader().toString();
    }
  }

  private static void requireUnion(StructSchema schema) {
    if (!schema.hasUnion()) {
      throw new IllegalStateException(schema.name() + " has no unnamed union");
    }
  }

  private static <T> T throwIsNot(StructField field, String expected) {
    throw field.isNot(expected);
  }
}
