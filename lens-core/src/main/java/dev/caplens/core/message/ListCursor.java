package dev.caplens.core.message;

import java.util.Objects;

/// Walks a list of structs with one lens, so that nothing is allocated per element.
///
/// ```java
/// for (var phones = person.getPhones().cursor(); phones.next(); ) {
///   total += phones.element().getNumber();
/// }
/// ```
///
/// The element moves with the cursor: it is for use within the loop, on the loop's thread. (If it
/// leaks to another thread, that thread reads some element of the same list.) A group that was got
/// from the element stays where it was got. [dev.caplens.core.message] has the rules of lifetime
/// and errors.
///
/// @param <E> the generated reader or builder
public abstract sealed class ListCursor<E>
    permits StructList.ReaderCursor, StructList.BuilderCursor {

  final E element;
  private final int count;
  private int index = -1;

  ListCursor(int count, E element) {
    this.count = count;
    this.element = element;
  }

  /// Goes to the next element; false behind the last.
  public final boolean next() {
    int next = index + 1;
    if (next >= count) {
      return false;
    }
    index = next;
    turn(next);
    return true;
  }

  /// Goes to an element.
  ///
  /// @throws IndexOutOfBoundsException if there is none of that index
  public final void moveTo(int target) {
    index = Objects.checkIndex(target, count);
    turn(target);
  }

  /// The index of the element, -1 before the first [#next()].
  public final int index() {
    return index;
  }

  /// The lens, at the current element.
  ///
  /// @throws IllegalStateException before the first [#next()]
  public final E element() {
    if (index < 0) {
      throw new IllegalStateException("cursor before its first element: call next() first");
    }
    return element;
  }

  abstract void turn(int target);
}
