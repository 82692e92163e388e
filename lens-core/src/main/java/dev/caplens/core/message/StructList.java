package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// A list of structs. A list of primitives or pointers that an older schema wrote is read as one of
/// structs that have that one field.
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

    Reader(Segment segment, long at, long pointer, int nesting, StructType<R, ?> element) {
      super(segment, at, pointer, nesting, Pointer.COMPOSITE);
      this.element = element;
    }

    /// The struct of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public R get(int index) {
      int move = offset(index);
      R lens =
          element.reader(
              segment,
              base,
              dataBytes,
              pointerCount,
              elementNesting(base + Integer.toUnsignedLong(move)));
      lens.moveTo(move);
      return lens;
    }

    /// The element of a cursor. That of an empty list has no size and is never shown.
    private R first() {
      return count == 0 ? element.reader(segment, base, 0, 0, 0) : get(0);
    }

    /// Walks the list without allocating per element.
    public ListCursor<R> cursor() {
      return new ReaderCursor<>(this);
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
      lens.moveTo(move);
      return lens;
    }

    /// Copies a struct over the one of that index. The elements have one size: data and pointers
    /// that a newer schema has beyond it are left out.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public void setWithCaveats(int index, StructReader value) {
      Copy.into(value, get(index));
    }

    /// The element of a cursor. That of an empty list has no size and is never shown.
    private B first() {
      return count == 0 ? element.builder(segment, base, 0, 0) : get(0);
    }

    /// Walks the list without allocating per element.
    public ListCursor<B> cursor() {
      return new BuilderCursor<>(this);
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
      return new Reader<>(segment, at, pointer, nesting, element);
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

    private final R element;
    private final int step;

    private ReaderCursor(Reader<R> list) {
      super(list.count);
      this.element = list.first();
      this.step = list.step;
    }

    @Override
    public R element() {
      if (index() < 0) {
        throw notStarted();
      }
      return element;
    }

    @Override
    void turn(int target) {
      element.moveTo(target * step);
    }
  }

  static final class BuilderCursor<B extends StructBuilder> extends ListCursor<B> {

    private final B element;
    private final int step;

    private BuilderCursor(Builder<B> list) {
      super(list.count);
      this.element = list.first();
      this.step = list.step;
    }

    @Override
    public B element() {
      if (index() < 0) {
        throw notStarted();
      }
      return element;
    }

    @Override
    void turn(int target) {
      element.moveTo(target * step);
    }
  }

  private static IllegalStateException notStarted() {
    return new IllegalStateException("cursor before its first element: call next() first");
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
