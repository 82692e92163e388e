package dev.caplens.core.message;

/// A list of nothing, a number of times: `List(Void)`. Any list but one of bits is read as one.
/// [dev.caplens.core.message] has the rules of threads, lifetime and errors.
public final class VoidList {

  /// How a pointer to such a list is read and built.
  public static final PointerType<Reader, Builder> TYPE = new Type();

  private VoidList() {}

  /// The list, to read.
  public static final class Reader extends ListLens {

    private Reader(Segment segment, long at, long pointer, int nesting) {
      super(segment, at, pointer, nesting, Pointer.VOID);
    }
  }

  /// The list, to build.
  public static final class Builder extends ListLens {

    private Builder(Segment segment, long at, long pointer) {
      super(segment, at, pointer, Character.MAX_VALUE, Pointer.VOID);
    }

    private Builder(Segment segment, long base, long form, long tag) {
      super(segment, base, form, tag);
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
      return Pointer.VOID;
    }
  }
}
