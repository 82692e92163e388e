package dev.caplens.core.message;

/// A list of unknown type: its elements as they are encoded. [dev.caplens.core.message] has the
/// rules of threads, lifetime and errors.
///
/// To make a new list, init the pointer with the type of its elements; with [#TYPE] it is one of
/// voids.
///
/// Source: "Lists" in Cap'n Proto's encoding specification.
public final class AnyList {

  /// How a pointer to any list is read and built.
  public static final PointerType<Reader, Builder> TYPE = new Type();

  private AnyList() {}

  /// How the elements of a list are encoded, in the order of the wire's numbers.
  public enum Encoding {
    /// Nothing, a number of times.
    VOID,
    /// One bit.
    BIT,
    /// One byte; text and data too.
    BYTE,
    /// 2 bytes.
    TWO_BYTES,
    /// 4 bytes.
    FOUR_BYTES,
    /// 8 bytes.
    EIGHT_BYTES,
    /// A pointer.
    POINTER,
    /// Structs behind a tag.
    COMPOSITE;

    private static final Encoding[] ALL = values();
  }

  /// The list, to read.
  public static final class Reader extends ListLens {

    private final long at;

    /// The list pointer that was read; with `at` it makes lenses of other types over the same list.
    private final long pointer;

    private final Segment origin;

    Reader(Segment segment, long at, long pointer, int nesting) {
      super(segment, at, pointer, nesting, ANY);
      this.origin = segment;
      this.at = at;
      this.pointer = pointer;
    }

    /// How the elements are encoded.
    public Encoding encoding() {
      return Encoding.ALL[size];
    }

    /// The same list as one of a known type. It is charged again, and costs no level of nesting.
    ///
    /// @throws MalformedMessage if the elements do not fit
    /// @throws LimitReached if the limits allow no more reading
    public <R> R as(PointerType<R, ?> type) {
      return type.read(origin, at, pointer, nesting + 1);
    }
  }

  /// The list, to build.
  public static final class Builder extends ListLens {

    Builder(Segment segment, long at, long pointer) {
      super(segment, at, pointer, Character.MAX_VALUE, ANY);
    }

    private Builder(Segment segment, long base, long form, long tag) {
      super(segment, base, form, tag);
    }

    /// How the elements are encoded.
    public Encoding encoding() {
      return Encoding.ALL[size];
    }
  }

  /// An element of a list of structs, or one that can be read as such, as it is.
  static AnyStruct.Reader element(ListLens list, int index) {
    long at = list.at(index) - list.shift();
    return AnyStruct.TYPE.reader(
        list.segment, at, list.dataBytes, list.pointerCount, list.elementNesting(at));
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
      return Pointer.VOID;
    }
  }
}
