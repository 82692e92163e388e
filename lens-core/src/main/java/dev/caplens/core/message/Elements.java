package dev.caplens.core.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Lists of messages copied to lists of Java and back, element by element, as the records of
/// generated structs do it.
public final class Elements {
  private Elements() {}

  /// How one element is read.
  public interface Getter<L, T> {
    /// The element at that index of the list.
    T get(L list, int index);
  }

  /// How one element is written.
  public interface Setter<L, T> {
    /// Writes the element at that index of the list.
    void set(L list, int index, T value);
  }

  /// The elements of a list, as a list that does not change.
  ///
  /// @throws MalformedMessage if an element leads to what is malformed
  /// @throws LimitReached if the elements are more than the message's limits allow
  public static <L extends ListLens, T> List<T> of(L list, Getter<L, T> element) {
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      elements.add(element.get(list, i));
    }
    return Collections.unmodifiableList(elements);
  }

  /// Writes values into the list that was made for them.
  ///
  /// @param list of at least as many elements
  public static <L extends ListLens, T> void write(L list, List<T> values, Setter<L, T> element) {
    for (int i = 0; i < values.size(); i++) {
      element.set(list, i, values.get(i));
    }
  }
}
