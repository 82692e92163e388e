package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// A list of structs. A list of primitives or pointers that an older schema wrote is read as one of
/// structs that have that one field. [dev.caplens.core.message] has the rules of threads, lifetime
/// and errors.
public final class StructList {

  private StructList() {}

  /// How a pointer to a list of such structs is read and built.
  public static <R extends StructReader, B extends StructBuilder>
      PointerType<Reader<R>, Builder<B>> of(StructType<R, B> element) {
    return new Type<>(element);
  }

  /// The structs, to read.
  ///
  /// @param <R> the generated reader
  public static final class Reader<R extends StructReader> extends ListLens implements Iterable<R> {

    private final StructType<R, ?> element;

    private Reader(
        Segment segment,
        long base,
        int size,
        int count,
        int dataBytes,
        int pointerCount,
        int nesting,
        StructType<R, ?> element) {
      super(segment, base, size, count, dataBytes, pointerCount, nesting);
      this.element = element;
    }

    /// The struct of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    /// @throws LimitReached if the nesting limit allows no element
    public R get(int index) {
      int move = offset(index);
      R lens =
          element.reader(
              segment,
              base,
              dataBytes,
              pointerCount,
              elementNesting(base + Integer.toUnsignedLong(move)));
      lens.move = move;
      return lens;
    }

    /// The element of a cursor. That of an empty list has no size and is never shown.
    private R first() {
      boolean none = count == 0;
      return element.reader(
          segment,
          base,
          none ? 0 : dataBytes,
          none ? 0 : pointerCount,
          none ? 0 : elementNesting(base));
    }

    /// Walks the list without allocating per element. Each call gives a cursor of its own.
    ///
    /// @throws LimitReached if the nesting limit allows no element
    public ListCursor<R> cursor() {
      R first = first();
      return new ReaderCursor<>(count, step, first);
    }

    @Override
    public Iterator<R> iterator() {
      return new Elements<>(count) {
        @Override
        R element(int index) {
          return get(index);
        }
      };
    }
  }

  /// The structs, to build. Each has at least its type's size; how many there are is fixed.
  ///
  /// @param <B> the generated builder
  public static final class Builder<B extends StructBuilder> extends ListLens
      implements Iterable<B> {

    private final StructType<?, B> element;

    private Builder(Segment segment, long at, long pointer, StructType<?, B> element) {
      super(segment, at, pointer, Character.MAX_VALUE, Pointer.COMPOSITE);
      this.element = element;
    }

    private Builder(Segment segment, long base, long form, long tag, StructType<?, B> element) {
      super(segment, base, form, tag);
      this.element = element;
    }

    /// The struct of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public B get(int index) {
      int move = offset(index);
      B lens = element.builder(segment, base, dataBytes, pointerCount);
      lens.move = move;
      return lens;
    }

    /// Copies a struct over the one of that index. The elements have one size: data and pointers
    /// that a newer schema has beyond it are left out.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    /// @throws MalformedMessage if something that the struct points to is malformed; the element is
    ///   a part of the copy then
    /// @throws LimitReached if that is more, or deeper, than its message's limits allow; the
    ///   element is a part of the copy then
    public void setWithCaveats(int index, StructReader value) {
      Copy.into(value, get(index));
    }

    /// The element of a cursor. That of an empty list has no size and is never shown.
    private B first() {
      boolean none = count == 0;
      return element.builder(segment, base, none ? 0 : dataBytes, none ? 0 : pointerCount);
    }

    /// Walks the list without allocating per element. Each call gives a cursor of its own.
    public ListCursor<B> cursor() {
      B first = first();
      return new BuilderCursor<>(count, step, first);
    }

    @Override
    public Iterator<B> iterator() {
      return new Elements<>(count) {
        @Override
        B element(int index) {
          return get(index);
        }
      };
    }

    private boolean holds(StructType<?, ?> type) {
      return size == Pointer.COMPOSITE
          && dataBytes >= type.dataWords() << 3
          && pointerCount >= type.pointerCount();
    }
  }

  /// The list behind a pointer that was read once. All that is read is read before the one `new`:
  /// behind it each call costs the compiler a node for every field of the new object (0012).
  static <R extends StructReader> Reader<R> read(
      Segment origin, long at, long pointer, int nesting, StructType<R, ?> element) {
    Segment home = origin;
    long base = Pointer.target(at, pointer);
    int size = Pointer.COMPOSITE;
    int count = 0;
    int data = 0;
    int pointers = 0;
    if (pointer != 0) {
      if (nesting == 0) {
        throw Faults.tooDeep(origin, at);
      }
      long form = pointer;
      if (!Pointer.isNearList(pointer)) {
        Landing landing = Landing.of(origin, at, pointer, Pointer.LIST, "list");
        home = landing.segment();
        base = landing.target();
        form = landing.tag();
      }
      size = Pointer.elementSize(form);
      if (size == Pointer.COMPOSITE) {
        long tag = ListLens.admitStructs(home, base, form, origin, at);
        base += 8;
        count = Pointer.tagCount(tag);
        data = Pointer.dataBytes(tag);
        pointers = Pointer.pointerCount(tag);
      } else {
        ListLens.admitAsStructs(home, base, form, origin, at);
        count = Pointer.listCount(form);
        data = ListLens.dataBytesOf(size);
        pointers = size == Pointer.POINTER ? 1 : 0;
      }
    }
    return new Reader<>(home, base, size, count, data, pointers, nesting - 1, element);
  }

  /// Builds on the list at a place, enlarging its elements where needed.
  static <B extends StructBuilder> Builder<B> builder(
      Segment segment, long at, StructType<?, B> element) {
    long pointer = Memory.getLong(at);
    Builder<B> list = new Builder<>(segment, at, pointer, element);
    if (pointer == 0 || list.holds(element)) {
      return list;
    }
    Landing grown = Growth.list(segment, at, list, element);
    long form = Pointer.list(Pointer.COMPOSITE, 0);
    return new Builder<>(grown.segment(), grown.target(), form, grown.tag(), element);
  }

  /// Builds a new list at a place.
  static <B extends StructBuilder> Builder<B> init(
      Segment origin, long at, StructType<?, B> element, int size) {
    int words = element.dataWords();
    int pointers = element.pointerCount();
    long content = Growth.checkWords((long) Slot.checkCount(size) * (words + pointers));
    long form = Pointer.list(Pointer.COMPOSITE, (int) content);
    long tag = Pointer.tag(size, words, pointers);
    Segment segment = origin;
    long target = Slot.allocateNear(origin, at, content + 1 << 3, form);
    if (target == 0) {
      Landing place = Slot.allocate(origin, at, content + 1 << 3, form);
      segment = place.segment();
      target = place.target();
    }
    Memory.putLong(target, tag);
    return new Builder<>(segment, target + 8, form, tag, element);
  }

  static final class Type<R extends StructReader, B extends StructBuilder>
      extends ListType<Reader<R>, Builder<B>> {

    private final StructType<R, B> element;

    private Type(StructType<R, B> element) {
      this.element = element;
    }

    @Override
    Reader<R> read(Segment segment, long at, long pointer, int nesting) {
      return StructList.read(segment, at, pointer, nesting, element);
    }

    @Override
    Builder<B> builder(Segment segment, long at, long pointer) {
      return StructList.builder(segment, at, element);
    }

    @Override
    Builder<B> fresh(Segment segment, long base, long form, long tag) {
      return new Builder<>(segment, base, form, tag, element);
    }

    @Override
    Builder<B> init(Segment segment, long at, int size) {
      return StructList.init(segment, at, element, size);
    }

    @Override
    int elementSize() {
      return Pointer.COMPOSITE;
    }
  }

  static final class ReaderCursor<R extends StructReader> extends ListCursor<R> {

    private final int step;

    private ReaderCursor(int count, int step, R first) {
      super(count, first);
      this.step = step;
    }

    @Override
    void turn(int target) {
      element.move = target * step;
    }
  }

  static final class BuilderCursor<B extends StructBuilder> extends ListCursor<B> {

    private final int step;

    private BuilderCursor(int count, int step, B first) {
      super(count, first);
      this.step = step;
    }

    @Override
    void turn(int target) {
      element.move = target * step;
    }
  }

  /// A plain iterator over elements by index.
  abstract static class Elements<E> implements Iterator<E> {

    private final int count;
    private int next;

    Elements(int count) {
      this.count = count;
    }

    abstract E element(int index);

    @Override
    public boolean hasNext() {
      return next < count;
    }

    @Override
    public E next() {
      if (next >= count) {
        throw new NoSuchElementException("list of " + count + " elements has no more");
      }
      return element(next++);
    }
  }
}
