package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;

/// A list of 4-byte values: `List(Int32)` or `List(UInt32)`.
///
/// Elements stand side by side from an 8-byte boundary, little-endian, so that [Reader#bytes()]
/// suits bulk and vector code. [dev.caplens.core.message] has the rules of threads, lifetime and
/// errors.
public final class IntList {

  /// How a pointer to such a list is read and built.
  public static final PointerType<Reader, Builder> TYPE = new Type();

  private static final ValueLayout.OfInt ELEMENT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private IntList() {}

  /// The elements, to read.
  public static final class Reader extends ListLens {

    private Reader(Segment segment, long at, long pointer, int nesting) {
      super(segment, at, pointer, nesting, Pointer.FOUR_BYTES);
    }

    /// The element of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public int get(int index) {
      int value = Memory.getBoundedInt(at(index));
      segment.hold();
      return value;
    }

    /// The element as an unsigned value, 0 to 2^32 - 1.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public long getUnsigned(int index) {
      return get(index) & 0xffffffffL;
    }

    /// Copies elements `from` to `from + length` into an array, in one go where they stand side by
    /// side.
    ///
    /// @throws IndexOutOfBoundsException if the list or the array has not as many
    public void copyTo(int from, int[] target, int index, int length) {
      Objects.checkFromIndexSize(from, length, count);
      Objects.checkFromIndexSize(index, length, target.length);
      if (isDense(4)) {
        MemorySegment.copy(bytes(), ELEMENT, (long) from * 4, target, index, length);
        segment.hold();
      } else {
        for (int i = 0; i < length; i++) {
          target[index + i] = get(from + i);
        }
      }
    }

    /// All elements, in a new array.
    public int[] toArray() {
      int[] elements = new int[count];
      copyTo(0, elements, 0, count);
      return elements;
    }

    /// The elements in place, as a read-only segment of [#size()] times 4 bytes that keeps its
    /// memory. Structs and wider numbers have other bytes between what is read here; of those, this
    /// is a copy on the heap. Over a file that others may truncate, mind what the package says.
    public MemorySegment bytes() {
      return isDense(4)
          ? segment.view(base, (long) count * 4).asReadOnly()
          : MemorySegment.ofArray(toArray()).asReadOnly();
    }
  }

  /// The elements, to write.
  public static final class Builder extends ListLens {

    private Builder(Segment segment, long at, long pointer) {
      super(segment, at, pointer, Character.MAX_VALUE, Pointer.FOUR_BYTES);
    }

    private Builder(Segment segment, long base, long form, long tag) {
      super(segment, base, form, tag);
    }

    /// The element of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public int get(int index) {
      int value = Memory.getBoundedInt(at(index));
      segment.hold();
      return value;
    }

    /// The element as an unsigned value, 0 to 2^32 - 1.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public long getUnsigned(int index) {
      return get(index) & 0xffffffffL;
    }

    /// Writes the element of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public void set(int index, int value) {
      Memory.putInt(at(index), value);
      segment.hold();
    }

    /// Writes an unsigned value.
    ///
    /// @throws IllegalArgumentException if it is not within 0 to 2^32 - 1
    /// @throws IndexOutOfBoundsException if there is no element of that index
    public void setUnsigned(int index, long value) {
      if ((value & 0xffffffffL) != value) {
        throw new IllegalArgumentException(
            "unsigned element: expected 0 to " + 0xffffffffL + ", got " + value);
      }
      set(index, (int) value);
    }

    /// Writes elements from an array, the first at `from`, in one go where they stand side by side.
    ///
    /// @throws IndexOutOfBoundsException if the array or the list has not as many
    public void copyFrom(int[] source, int index, int from, int length) {
      Objects.checkFromIndexSize(index, length, source.length);
      Objects.checkFromIndexSize(from, length, count);
      if (isDense(4)) {
        MemorySegment target = segment.view(base, (long) count * 4);
        MemorySegment.copy(source, index, target, ELEMENT, (long) from * 4, length);
      } else {
        for (int i = 0; i < length; i++) {
          set(from + i, source[index + i]);
        }
      }
    }
  }

  static final class Type extends ListType<Reader, Builder> {

    @Override
    Reader read(Segment segment, long at, long pointer, int nesting) {
      return new Reader(segment, at, pointer, nesting);
    }

    @Override
    Builder builder(Segment segment, long at, long pointer) {
      return new Builder(segment, at, pointer);
    }

    @Override
    Builder fresh(Segment segment, long base, long form, long tag) {
      return new Builder(segment, base, form, tag);
    }

    @Override
    int elementSize() {
      return Pointer.FOUR_BYTES;
    }
  }
}
