package dev.caplens.core.message;

import java.util.Objects;

/// A struct of unknown type: its sections as they are. [dev.caplens.core.message] has the rules of
/// threads, lifetime and errors.
///
/// Source: "Structs" in Cap'n Proto's encoding specification.
public final class AnyStruct {

  /// How a pointer to any struct is read and built.
  public static final StructType<Reader, Builder> TYPE = new Type(0, 0);

  private AnyStruct() {}

  /// A struct of that size. Getting a builder through it enlarges what is smaller.
  ///
  /// @throws IllegalArgumentException if a size is not 0 to 65535
  public static StructType<Reader, Builder> ofSize(int dataWords, int pointerCount) {
    return new Type(dataWords, pointerCount);
  }

  /// The sections, to read.
  public static final class Reader extends StructReader {

    private Reader(Segment segment, long address, int dataBytes, int pointerCount, int nesting) {
      super(segment, address, dataBytes, pointerCount, nesting);
    }

    /// Bytes of the data section, 0 to 524,280: a multiple of 8, but for an element of a list of
    /// numbers.
    public int dataBytes() {
      return dataBytes;
    }

    /// Pointers of the pointer section, 0 to 65,535.
    public int pointerCount() {
      return pointerCount;
    }

    /// A byte of the data section; 0 beyond it.
    ///
    /// @throws IndexOutOfBoundsException if the index is negative
    public byte dataByte(int index) {
      return getInt8(atMost(index, dataBytes));
    }

    /// A word of the data section; 0 beyond it, and in that part of the word that is beyond it.
    ///
    /// @throws IndexOutOfBoundsException if the index is negative
    public long word(int index) {
      return getWord(atMost(index, dataBytes));
    }

    /// A pointer of the pointer section; null beyond it.
    ///
    /// @throws IndexOutOfBoundsException if the index is negative
    public AnyPointer.Reader pointerAtIndex(int index) {
      return getPointer(atMost(index, pointerCount), AnyPointer.TYPE);
    }

    /// An index that no multiplication can turn into one within the section.
    private static int atMost(int index, int most) {
      if (index < 0) {
        throw new IndexOutOfBoundsException(
            "index into a section of a struct: expected 0 or more, got " + index);
      }
      return Math.min(index, most);
    }

    /// The same struct as one of a known type. Nothing checks that it is one.
    public <R extends StructReader> R as(StructType<R, ?> type) {
      return type.reader(segment, address(), dataBytes, pointerCount, nesting);
    }
  }

  /// The sections, to build.
  public static final class Builder extends StructBuilder {

    private Builder(Segment segment, long address, int dataBytes, int pointerCount) {
      super(segment, address, dataBytes, pointerCount);
    }

    /// Bytes of the data section.
    public int dataBytes() {
      return dataBytes;
    }

    /// Pointers of the pointer section.
    public int pointerCount() {
      return pointerCount;
    }

    /// A word of the data section.
    ///
    /// @throws IndexOutOfBoundsException if there is none of that index
    public long word(int index) {
      return getWord(Objects.checkIndex(index, dataBytes >> 3));
    }

    /// Writes a word of the data section.
    ///
    /// @throws IndexOutOfBoundsException if there is none of that index
    public void putWord(int index, long bits) {
      setWord(Objects.checkIndex(index, dataBytes >> 3), bits);
    }

    /// A pointer of the pointer section.
    ///
    /// @throws IndexOutOfBoundsException if there is none of that index
    public AnyPointer.Builder pointerAtIndex(int index) {
      return getPointer(Objects.checkIndex(index, pointerCount), AnyPointer.TYPE);
    }

    /// The same struct, to read. It sees what is written later.
    public Reader asReader() {
      return asReader(TYPE);
    }
  }

  private static final class Type extends StructType<Reader, Builder> {

    Type(int dataWords, int pointerCount) {
      super(0, "AnyStruct", dataWords, pointerCount);
    }

    @Override
    protected Reader reader(
        Segment segment, long address, int dataBytes, int pointerCount, int nesting) {
      return new Reader(segment, address, dataBytes, pointerCount, nesting);
    }

    @Override
    protected Builder builder(Segment segment, long address, int dataBytes, int pointerCount) {
      return new Builder(segment, address, dataBytes, pointerCount);
    }
  }
}
