package dev.caplens.core.dynamic;

import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.BoolList;
import dev.caplens.core.message.ByteList;
import dev.caplens.core.message.DoubleList;
import dev.caplens.core.message.EnumList;
import dev.caplens.core.message.FloatList;
import dev.caplens.core.message.IntList;
import dev.caplens.core.message.ListLens;
import dev.caplens.core.message.LongList;
import dev.caplens.core.message.PointerList;
import dev.caplens.core.message.ShortList;
import dev.caplens.core.message.StructList;
import dev.caplens.core.message.StructReader;
import dev.caplens.core.schema.Type;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lists of any schema. [dev.caplens.core.message] has the rules of threads, lifetime and errors.
public final class DynamicList {

  private DynamicList() {}

  /// A list, to read where it stands. Where the elements are pointers, getting one follows it.
  public static final class Reader implements DynamicValue, Iterable<DynamicValue> {

    private final ListSchema schema;
    private final ListLens lens;

    Reader(ListSchema schema, ListLens lens) {
      this.schema = schema;
      this.lens = lens;
    }

    /// The type.
    public ListSchema schema() {
      return schema;
    }

    /// The number of elements.
    public int size() {
      return lens.size();
    }

    /// The element of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public DynamicValue get(int index) {
      return switch (schema.element()) {
        case DynamicType.Plain plain when !plain.kind().pointer() ->
            Scalars.value(plain.kind(), bits(plain.kind(), index));
        case EnumSchema number -> (DynamicEnum) ((EnumList.Reader<?>) lens).get(index);
        case StructSchema struct -> (DynamicStruct.Reader) ((StructList.Reader<?>) lens).get(index);
        default -> PointerValue.read(schema.element(), getPointer(index));
      };
    }

    /// The struct of that index.
    ///
    /// @throws IllegalStateException if the elements are no structs
    /// @throws IndexOutOfBoundsException if there is none
    public DynamicStruct.Reader getStruct(int index) {
      return get(index) instanceof DynamicStruct.Reader struct
          ? struct
          : throwIsNot(schema, "structs");
    }

    /// The pointer of that index, whatever its type.
    ///
    /// @throws IllegalStateException if the elements are no pointers
    /// @throws IndexOutOfBoundsException if there is none
    public AnyPointer.Reader getPointer(int index) {
      return lens instanceof PointerList.Reader<?> pointers
          ? (AnyPointer.Reader) pointers.get(index)
          : throwIsNot(schema, "pointers");
    }

    /// The elements as an unmodifiable list of the collections framework, read when they are asked
    /// for.
    public List<DynamicValue> asList() {
      return new AbstractList<>() {
        @Override
        public DynamicValue get(int index) {
          return Reader.this.get(index);
        }

        @Override
        public int size() {
          return lens.size();
        }
      };
    }

    @Override
    public Iterator<DynamicValue> iterator() {
      return asList().iterator();
    }

    @Override
    public String toString() {
      return schema + " of " + size() + " elements";
    }

    ListLens lens() {
      return lens;
    }

    private long bits(Type.Simple kind, int index) {
      return switch (lens) {
        case BoolList.Reader bools -> bools.get(index) ? 1 : 0;
        case ByteList.Reader bytes ->
            kind == Type.Simple.INT8 ? bytes.get(index) : bytes.getUnsigned(index);
        case ShortList.Reader shorts ->
            kind == Type.Simple.INT16 ? shorts.get(index) : shorts.getUnsigned(index);
        case IntList.Reader ints ->
            kind == Type.Simple.INT32 ? ints.get(index) : ints.getUnsigned(index);
        case LongList.Reader longs -> longs.get(index);
        case FloatList.Reader floats -> Float.floatToRawIntBits(floats.get(index));
        case DoubleList.Reader doubles -> Double.doubleToRawLongBits(doubles.get(index));
        default -> Objects.checkIndex(index, lens.size()) & 0; // voids
      };
    }
  }

  /// A list, to build where it stands. How many elements there are is fixed.
  public static final class Builder {

    private final ListSchema schema;
    private final ListLens lens;

    Builder(ListSchema schema, ListLens lens) {
      this.schema = schema;
      this.lens = lens;
    }

    /// The type.
    public ListSchema schema() {
      return schema;
    }

    /// The number of elements.
    public int size() {
      return lens.size();
    }

    /// The element of that index, to read.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public DynamicValue get(int index) {
      return switch (schema.element()) {
        case DynamicType.Plain plain when !plain.kind().pointer() ->
            Scalars.value(plain.kind(), bits(plain.kind(), index));
        case EnumSchema number -> (DynamicEnum) ((EnumList.Builder<?>) lens).get(index);
        case StructSchema struct -> getStruct(index).asReader();
        default -> PointerValue.read(schema.element(), getPointer(index).asReader());
      };
    }

    /// Sets an element to a copy of a value of the kinds that [DynamicStruct.Builder#set] takes. Of
    /// a struct, what the elements have no room for is left out.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    /// @throws IllegalArgumentException if the value does not fit; of a map, the fields before the
    ///   one that does not fit have been set then
    public Builder set(int index, @Nullable Object value) {
      switch (schema.element()) {
        case DynamicType.Plain plain when !plain.kind().pointer() ->
            setBits(index, Scalars.bits(schema, plain.kind(), value));
        case EnumSchema number ->
            ((EnumList.Builder<?>) lens).setRaw(index, Scalars.number(schema, number, value));
        case StructSchema struct -> setStruct(index, struct, value);
        default -> PointerValue.write(schema, schema.element(), getPointer(index), value);
      }
      return this;
    }

    /// The struct of that index, to build on.
    ///
    /// @throws IllegalStateException if the elements are no structs
    /// @throws IndexOutOfBoundsException if there is none
    public DynamicStruct.Builder getStruct(int index) {
      return lens instanceof StructList.Builder<?> structs
          ? (DynamicStruct.Builder) structs.get(index)
          : throwIsNot(schema, "structs");
    }

    /// The list of that index, to build on.
    ///
    /// @throws IllegalStateException if the elements are no lists
    /// @throws IndexOutOfBoundsException if there is none
    public Builder getList(int index) {
      ListSchema inner = innerList();
      return new Builder(inner, getPointer(index).as(inner.pointerType()));
    }

    /// Makes the list of that index anew, with that many elements, all zero or default.
    ///
    /// @throws IllegalArgumentException if the size is not one of the format, 0 to 2^29 - 1
    /// @throws IllegalStateException if the elements are no lists
    /// @throws IndexOutOfBoundsException if there is none
    public Builder initList(int index, int size) {
      ListSchema inner = innerList();
      return new Builder(inner, getPointer(index).init(inner.pointerType(), size));
    }

    /// The pointer of that index, to build on, whatever its type.
    ///
    /// @throws IllegalStateException if the elements are no pointers
    /// @throws IndexOutOfBoundsException if there is none
    public AnyPointer.Builder getPointer(int index) {
      return lens instanceof PointerList.Builder<?, ?> pointers
          ? (AnyPointer.Builder) pointers.get(index)
          : throwIsNot(schema, "pointers");
    }

    @Override
    public String toString() {
      return schema + " of " + size() + " elements";
    }

    private ListSchema innerList() {
      return schema.element() instanceof ListSchema inner ? inner : throwIsNot(schema, "lists");
    }

    private void setStruct(int index, StructSchema type, @Nullable Object value) {
      switch (value) {
        case DynamicStruct.Reader struct when struct.schema().id() != type.id() ->
            throw PointerValue.unfit(schema, type.name(), value);
        case StructReader struct -> ((StructList.Builder<?>) lens).setWithCaveats(index, struct);
        case Map<?, ?> fields -> {
          DynamicStruct.Builder struct = getStruct(index);
          struct.clearAll();
          fields.forEach((name, field) -> struct.set(name.toString(), field));
        }
        case null, default -> throw PointerValue.unfit(schema, type.name(), value);
      }
    }

    private long bits(Type.Simple kind, int index) {
      return switch (lens) {
        case BoolList.Builder bools -> bools.get(index) ? 1 : 0;
        case ByteList.Builder bytes ->
            kind == Type.Simple.INT8 ? bytes.get(index) : bytes.getUnsigned(index);
        case ShortList.Builder shorts ->
            kind == Type.Simple.INT16 ? shorts.get(index) : shorts.getUnsigned(index);
        case IntList.Builder ints ->
            kind == Type.Simple.INT32 ? ints.get(index) : ints.getUnsigned(index);
        case LongList.Builder longs -> longs.get(index);
        case FloatList.Builder floats -> Float.floatToRawIntBits(floats.get(index));
        case DoubleList.Builder doubles -> Double.doubleToRawLongBits(doubles.get(index));
        default -> Objects.checkIndex(index, lens.size()) & 0; // voids
      };
    }

    private void setBits(int index, long bits) {
      switch (lens) {
        case BoolList.Builder bools -> bools.set(index, bits != 0);
        case ByteList.Builder bytes -> bytes.set(index, (byte) bits);
        case ShortList.Builder shorts -> shorts.set(index, (short) bits);
        case IntList.Builder ints -> ints.set(index, (int) bits);
        case LongList.Builder longs -> longs.set(index, bits);
        case FloatList.Builder floats -> floats.set(index, Float.intBitsToFloat((int) bits));
        case DoubleList.Builder doubles -> doubles.set(index, Double.longBitsToDouble(bits));
        default -> Objects.checkIndex(index, lens.size()); // voids
      }
    }
  }

  private static <T> T throwIsNot(ListSchema schema, String expected) {
    throw new IllegalStateException(
        "%s: expected a list of %s, got one of %s".formatted(schema, expected, schema.element()));
  }
}
