package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// A list of bits: `List(Bool)`, the first in the lowest bit. Two elements may share a byte, which
/// setting one loads and stores. [dev.caplens.core.message] has the rules of threads, lifetime and
/// errors.
public final class BoolList {

  /// How a pointer to such a list is read and built.
  public static final PointerType<Reader, Builder> TYPE = new Type();

  private BoolList() {}

  /// The elements, to read. Of a list of wider values, each element's lowest bit is read, as the
  /// reference does.
  public static final class Reader extends ListLens {

    private Reader(Segment segment, long at, long pointer, int nesting) {
      super(segment, at, pointer, nesting, Pointer.BIT);
    }

    /// The element of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public boolean get(int index) {
      return bit(this, index);
    }

    /// All elements, in a new array.
    public boolean[] toArray() {
      boolean[] elements = new boolean[count];
      for (int i = 0; i < count; i++) {
        elements[i] = bit(this, i);
      }
      return elements;
    }
  }

  /// The elements, to write.
  public static final class Builder extends ListLens {

    private Builder(Segment segment, long at, long pointer) {
      super(segment, at, pointer, Character.MAX_VALUE, Pointer.BIT);
      if (size != Pointer.BIT) {
        throw Faults.wrongElements(segment, at, "bits", ListLens.name(size));
      }
    }

    private Builder(Segment segment, long base, long form, long tag) {
      super(segment, base, form, tag);
    }

    /// The element of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public boolean get(int index) {
      return bit(this, index);
    }

    /// Writes the element of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public void set(int index, boolean value) {
      checkIndex(index);
      assert segment.isLive(); // before the access too: a stale lens must not write
      long at = base + (index >> 3);
      int mask = 1 << (index & 7);
      int old = Memory.getByte(at);
      Memory.putByte(at, (byte) (value ? old | mask : old & ~mask));
      segment.hold();
    }
  }

  private static boolean bit(ListLens list, int index) {
    boolean value =
        list.size == Pointer.BIT
            ? (Memory.getByte(list.at(index) + (index >> 3)) >> (index & 7) & 1) != 0
            : (Memory.getByte(list.at(index)) & 1) != 0;
    list.segment.hold();
    return value;
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
      return Pointer.BIT;
    }
  }
}
