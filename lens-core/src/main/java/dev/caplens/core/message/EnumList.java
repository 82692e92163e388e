package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.util.Iterator;

/// A list of enum values, 16 bits each. [dev.caplens.core.message] has the rules of threads,
/// lifetime and errors.
public final class EnumList {

  private EnumList() {}

  /// How a pointer to a list of such values is read and built.
  public static <E> PointerType<Reader<E>, Builder<E>> of(EnumType<E> element) {
    return new Type<>(element);
  }

  /// The values, to read.
  ///
  /// @param <E> the generated enum
  public static final class Reader<E> extends ListLens implements Iterable<E> {

    private final EnumType<E> element;

    private Reader(Segment segment, long at, long pointer, int nesting, EnumType<E> element) {
      super(segment, at, pointer, nesting, Pointer.TWO_BYTES);
      this.element = element;
    }

    /// The value of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public E get(int index) {
      return element.of(getRaw(index));
    }

    /// The number of the value of that index, 0 to 65535, known to the schema or not.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public int getRaw(int index) {
      return raw(this, index);
    }

    @Override
    public Iterator<E> iterator() {
      return new StructList.Elements<>(count) {
        @Override
        E element(int index) {
          return get(index);
        }
      };
    }
  }

  /// The values, to write.
  ///
  /// @param <E> the generated enum
  public static final class Builder<E> extends ListLens {

    private final EnumType<E> element;

    private Builder(Segment segment, long at, long pointer, EnumType<E> element) {
      super(segment, at, pointer, Character.MAX_VALUE, Pointer.TWO_BYTES);
      this.element = element;
    }

    private Builder(Segment segment, long base, long form, long tag, EnumType<E> element) {
      super(segment, base, form, tag);
      this.element = element;
    }

    /// The value of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public E get(int index) {
      return element.of(raw(this, index));
    }

    /// Writes the value of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public void set(int index, E value) {
      setRaw(index, element.raw(value));
    }

    /// Writes the number of a value, known to the schema or not.
    ///
    /// @param value 0 to 65535
    /// @throws IndexOutOfBoundsException if there is no element of that index
    /// @throws IllegalArgumentException if the number is out of that range
    public void setRaw(int index, int value) {
      Memory.putShort(at(index), element.bits(value));
      segment.hold();
    }
  }

  private static int raw(ListLens list, int index) {
    int value = Memory.getBoundedShort(list.at(index)) & 0xffff;
    list.segment.hold();
    return value;
  }

  static final class Type<E> extends ListType<Reader<E>, Builder<E>> {

    private final EnumType<E> element;

    private Type(EnumType<E> element) {
      this.element = element;
    }

    @Override
    Reader<E> read(Segment segment, long at, long pointer, int nesting) {
      return new Reader<>(segment, at, pointer, nesting, element);
    }

    @Override
    Builder<E> builder(Segment segment, long at, long pointer) {
      return new Builder<>(segment, at, pointer, element);
    }

    @Override
    Builder<E> fresh(Segment segment, long base, long form, long tag) {
      return new Builder<>(segment, base, form, tag, element);
    }

    @Override
    int elementSize() {
      return Pointer.TWO_BYTES;
    }
  }
}
