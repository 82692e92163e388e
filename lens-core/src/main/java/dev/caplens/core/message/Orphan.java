package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// An object of a message that is being built, without a place in it yet.
///
/// It is adopted, once, by a field or a list of the same message. Until then it costs its words and
/// is not reachable from the root.
///
/// @param <B> how the object is built
public final class Orphan<B> {

  private final PointerType<?, B> type;
  private Segment segment;
  private long at;
  private long pointer;
  private boolean placed;

  private Orphan(PointerType<?, B> type, Segment segment, long at, long pointer, boolean placed) {
    this.type = type;
    this.segment = segment;
    this.at = at;
    this.pointer = pointer;
    this.placed = placed;
  }

  /// Takes what stands at a place.
  static <B> Orphan<B> take(Segment segment, long at, PointerType<?, B> type) {
    long pointer = Memory.getLong(at);
    Memory.putLong(at, 0);
    return new Orphan<>(type, segment, at, pointer, false);
  }

  /// Makes a new object of that size.
  static <B> Orphan<B> create(Message message, PointerType<?, B> type, int size) {
    Segment home = message.roomFor(8);
    Orphan<B> orphan = new Orphan<>(type, home, home.take(8), 0, true);
    type.init(home, orphan.at, size);
    return orphan;
  }

  /// Whether there is no object: the place that it was taken from was null, or it was adopted.
  public boolean isNull() {
    return word() == 0;
  }

  /// Builds on the object. This gives it a hidden word of the message to be held by.
  public B get() {
    place();
    B value = type.get(segment, at);
    segment.hold();
    return value;
  }

  /// Shortens a list, text or data where it lies.
  ///
  /// @param size the new number of elements or bytes, at most what there is
  /// @throws MalformedMessage if the object is no list
  public void truncate(int size) {
    place();
    Truncation.list(segment, at, size, type instanceof Text.Type);
    segment.hold();
  }

  private void place() {
    if (!placed) {
      Segment home = segment.message.roomFor(8);
      long slot = home.take(8);
      Slot.move(segment, at, pointer, home, slot);
      segment = home;
      at = slot;
      pointer = 0;
      placed = true;
    }
  }

  /// Puts the object into a place and clears what stood there.
  void give(Segment target, long to) {
    if (target.message != segment.message) {
      throw new IllegalArgumentException(
          "orphan of another message: adopt it within its own, or copy it with a setter");
    }
    long word = word();
    Erasure.object(target, to);
    Slot.move(segment, at, word, target, to);
    pointer = 0;
    if (placed) {
      Memory.putLong(at, 0);
    }
    segment.hold();
  }

  private long word() {
    long word = placed ? Memory.getLong(at) : pointer;
    segment.hold();
    return word;
  }
}
