package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.util.Iterator;

/// A list whose elements are pointers: of text, data, lists, capabilities, or anything.
/// [dev.caplens.core.message] has the rules of threads, lifetime and errors.
public final class PointerList {

  private PointerList() {}

  /// How a pointer to a list of such pointers is read and built.
  public static <R, B> PointerType<Reader<R>, Builder<R, B>> of(PointerType<R, B> element) {
    return new Type<>(element);
  }

  /// The elements, to read.
  ///
  /// @param <R> what an element is read as
  public static final class Reader<R> extends ListLens implements Iterable<R> {

    private final PointerType<R, ?> element;

    private Reader(Segment segment, long at, long pointer, int nesting, PointerType<R, ?> element) {
      super(segment, at, pointer, nesting, Pointer.POINTER);
      this.element = element;
    }

    /// What the element of that index leads to; null gives the empty value.
    ///
    /// @throws IndexOutOfBoundsException if there is no element of that index
    /// @throws MalformedMessage if the element leads to something else
    /// @throws LimitReached if the limits allow no more reading
    public R get(int index) {
      long at = at(index);
      R value = element.read(segment, at, Memory.getLong(at), nesting);
      segment.hold();
      return value;
    }

    /// Whether the element of that index is not null.
    ///
    /// @throws IndexOutOfBoundsException if there is no element of that index
    public boolean has(int index) {
      return isSet(this, index);
    }

    @Override
    public Iterator<R> iterator() {
      return new StructList.Elements<>(count) {
        @Override
        R element(int index) {
          return get(index);
        }
      };
    }
  }

  /// The elements, to build.
  ///
  /// @param <R> what an element is read as
  /// @param <B> what an element is built as
  public static final class Builder<R, B> extends ListLens {

    private final PointerType<R, B> element;

    private Builder(Segment segment, long at, long pointer, PointerType<R, B> element) {
      super(segment, at, pointer, Character.MAX_VALUE, Pointer.POINTER);
      this.element = element;
    }

    private Builder(Segment segment, long base, long form, long tag, PointerType<R, B> element) {
      super(segment, base, form, tag);
      this.element = element;
    }

    /// Builds on what the element of that index leads to; null gives the type's empty object.
    ///
    /// @throws IndexOutOfBoundsException if there is no element of that index
    /// @throws MalformedMessage if the element leads to something else
    /// @throws LimitReached if the message was received and its limits allow no more reading
    public B get(int index) {
      return held(element.get(segment, at(index)));
    }

    /// Builds a new object of a type that has no size of its own. What stood there is cleared.
    ///
    /// @throws IndexOutOfBoundsException if there is no element of that index
    public B init(int index) {
      return init(index, 0);
    }

    /// Builds a new list, text or data of that many elements or bytes, all zero. What stood there
    /// is cleared.
    ///
    /// @throws IndexOutOfBoundsException if there is no element of that index
    /// @throws IllegalArgumentException if the format has no object of that size
    public B init(int index, int size) {
      return held(element.init(segment, at(index), size));
    }

    /// Copies a value, from any message, with all that it points to.
    ///
    /// @throws IndexOutOfBoundsException if there is no element of that index
    /// @throws MalformedMessage if something that the value points to is malformed
    /// @throws LimitReached if that is more, or deeper, than its message's limits allow
    public void set(int index, R value) {
      element.set(segment, at(index), value);
      segment.hold();
    }

    /// Writes text as UTF-8: for lists of text or of `AnyPointer`. An unpaired surrogate becomes
    /// `?`.
    ///
    /// @throws IndexOutOfBoundsException if there is no element of that index
    /// @throws IllegalStateException if the elements are of another type
    public void set(int index, CharSequence value) {
      if (!(element instanceof Text.Type || element instanceof AnyPointer.Type)) {
        throw new IllegalStateException("list of pointers to text: got one of " + element);
      }
      Text.write(segment, at(index), value);
      segment.hold();
    }

    /// Whether the element of that index is not null.
    ///
    /// @throws IndexOutOfBoundsException if there is no element of that index
    public boolean has(int index) {
      return isSet(this, index);
    }

    /// Makes an element null and clears what it led to.
    ///
    /// @throws IndexOutOfBoundsException if there is no element of that index
    public void clear(int index) {
      Erasure.object(segment, at(index));
      segment.hold();
    }

    /// Takes an object out of its place, which becomes null.
    ///
    /// @throws IndexOutOfBoundsException if there is no element of that index
    public Orphan<B> disown(int index) {
      return held(Orphan.take(segment, at(index), element));
    }

    /// Puts an object of the same message into this place. What stood there is cleared.
    ///
    /// @throws IndexOutOfBoundsException if there is no element of that index
    /// @throws IllegalArgumentException if it belongs to another message
    public void adopt(int index, Orphan<B> orphan) {
      orphan.give(segment, at(index));
      segment.hold();
    }

    private <T> T held(T value) {
      segment.hold();
      return value;
    }
  }

  private static boolean isSet(ListLens list, int index) {
    boolean value = Memory.getLong(list.at(index)) != 0;
    list.segment.hold();
    return value;
  }

  static final class Type<R, B> extends ListType<Reader<R>, Builder<R, B>> {

    private final PointerType<R, B> element;

    private Type(PointerType<R, B> element) {
      this.element = element;
    }

    @Override
    Reader<R> read(Segment segment, long at, long pointer, int nesting) {
      return new Reader<>(segment, at, pointer, nesting, element);
    }

    @Override
    Builder<R, B> builder(Segment segment, long at, long pointer) {
      return new Builder<>(segment, at, pointer, element);
    }

    @Override
    Builder<R, B> fresh(Segment segment, long base, long form, long tag) {
      return new Builder<>(segment, base, form, tag, element);
    }

    @Override
    int elementSize() {
      return Pointer.POINTER;
    }
  }
}
