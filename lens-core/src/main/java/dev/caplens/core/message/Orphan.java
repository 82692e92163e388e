package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import org.jspecify.annotations.Nullable;

/// An object of a message that is being built, without a place in it yet.
///
/// It is adopted, once, by a field or a list of the same message, and is null then. Until then it
/// costs its words and is not reachable from the root. A reset of the builder takes it like any
/// lens. One thread builds a message, its orphans among the rest; races build nonsense, and do not
/// leave the message. [dev.caplens.core.message] has the rules of threads, lifetime and errors.
///
/// @param <B> how the object is built
public final class Orphan<B> {

  private final PointerType<?, B> type;

  /// Where the pointer was taken from, which near pointers count from.
  private final Segment origin;

  private final long from;

  /// The pointer, unless a hidden word holds it.
  private long pointer;

  /// Segment and address in one object: threads that race see one hidden word or another, and never
  /// the segment of one with the address of another, whose memory may be gone.
  private @Nullable Hidden hidden;

  /// A word of the message that only the orphan knows.
  private record Hidden(Segment segment, long at) {

    static Hidden of(Message message) {
      Segment home = message.roomFor(8);
      return new Hidden(home, home.take(8));
    }
  }

  private Orphan(
      PointerType<?, B> type, Segment origin, long from, long pointer, @Nullable Hidden hidden) {
    this.type = type;
    this.origin = origin;
    this.from = from;
    this.pointer = pointer;
    this.hidden = hidden;
  }

  /// Takes what stands at a place.
  static <B> Orphan<B> take(Segment segment, long at, PointerType<?, B> type) {
    assert segment.isLive();
    long pointer = Memory.getLong(at);
    Memory.putLong(at, 0);
    return new Orphan<>(type, segment, at, pointer, null);
  }

  /// Makes a new object of that size.
  static <B> Orphan<B> create(Message message, PointerType<?, B> type, int size) {
    Hidden hidden = Hidden.of(message);
    type.init(hidden.segment, hidden.at, size);
    return new Orphan<>(type, hidden.segment, hidden.at, 0, hidden);
  }

  /// Whether there is no object: the place that it was taken from was null, or it was adopted.
  public boolean isNull() {
    return word(hidden) == 0;
  }

  /// Builds on the object. This gives it a hidden word of the message to be held by.
  ///
  /// @throws MalformedMessage if the message was received, and what is found is no such object
  /// @throws LimitReached if the message was received and its limits allow no more reading
  public B get() {
    Hidden place = place();
    B value = type.get(place.segment, place.at);
    place.segment.hold();
    return value;
  }

  /// Shortens a list, text or data where it lies.
  ///
  /// @param size the new number of elements or bytes, at most what there is
  /// @throws IllegalArgumentException if there are not as many
  /// @throws MalformedMessage if the object is no list
  /// @throws LimitReached if the message was received and its limits allow no more reading
  public void truncate(int size) {
    Hidden place = place();
    Truncation.list(place.segment, place.at, size, type instanceof Text.Type);
    place.segment.hold();
  }

  private Hidden place() {
    assert origin.isLive();
    Hidden place = hidden;
    if (place == null) {
      place = Hidden.of(origin.message);
      Slot.move(origin, from, pointer, place.segment, place.at);
      hidden = place;
      pointer = 0;
    }
    return place;
  }

  /// Puts the object into a place and clears what stood there.
  void give(Segment target, long to) {
    if (target.message != origin.message) {
      throw new IllegalArgumentException(
          "orphan of another message: adopt it within its own, or copy it with a setter");
    }
    Hidden place = hidden;
    long word = word(place);
    Erasure.object(target, to);
    if (place == null) {
      Slot.move(origin, from, word, target, to);
      pointer = 0;
    } else {
      Slot.move(place.segment, place.at, word, target, to);
      Memory.putLong(place.at, 0);
      place.segment.hold();
    }
    origin.hold();
  }

  private long word(@Nullable Hidden place) {
    if (place == null) {
      origin.hold();
      return pointer;
    }
    long word = Memory.getLong(place.at);
    place.segment.hold();
    return word;
  }
}
