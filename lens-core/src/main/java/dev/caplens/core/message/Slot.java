package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// The place of one pointer in a message that is being built.
///
/// A pointer and its object stand in one segment where there is room. Otherwise the object is
/// preceded by a landing pad in a segment with room, and the pointer is far. Only an object that
/// exists already, in a segment without room for a pad, needs the double form.
final class Slot {

  private Slot() {}

  /// The common case of [#allocate]: the place is null and its segment has room. Returns 0, with
  /// nothing done, where that is not so; no object is made for the answer, which keeps hot setters
  /// free of allocation.
  ///
  /// @param bytes 0 only for lists
  static long allocateNear(Segment segment, long at, long bytes, long form) {
    segment.hold();
    if (Memory.getLong(at) != 0) {
      return 0;
    }
    long target = segment.allocate(bytes);
    if (target != 0) {
      Memory.putLong(at, Pointer.near(form, at, target));
    }
    return target;
  }

  /// Clears the old object, takes zeroed words for a new one, and points to them.
  ///
  /// @param form the pointer with offset 0
  /// @return the segment and the address of the words
  static Landing allocate(Segment segment, long at, long bytes, long form) {
    segment.hold();
    if (Memory.getLong(at) != 0) {
      Erasure.object(segment, at);
    }
    if (form == Pointer.struct(0, 0)) {
      Memory.putLong(at, Pointer.EMPTY_STRUCT);
      return new Landing(segment, at, form);
    }
    long target = segment.allocate(bytes);
    if (target == 0) {
      return allocateFar(segment, at, bytes, form);
    }
    Memory.putLong(at, Pointer.near(form, at, target));
    return new Landing(segment, target, form);
  }

  /// Takes words in a segment with room, behind a landing pad.
  static Landing allocateFar(Segment segment, long at, long bytes, long form) {
    Segment home = segment.message.roomFor(bytes + 8);
    long pad = home.take(bytes + 8);
    Memory.putLong(pad, form);
    Memory.putLong(at, Pointer.far(false, home.word(pad), home.id));
    home.hold();
    return new Landing(home, pad + 8, form);
  }

  /// Points to an object that exists.
  ///
  /// @param form its pointer with offset 0
  static void point(Segment segment, long at, Segment home, long target, long form) {
    if (form == Pointer.struct(0, 0)) {
      Memory.putLong(at, Pointer.EMPTY_STRUCT);
    } else if (home == segment) {
      Memory.putLong(at, Pointer.near(form, at, target));
    } else {
      pointFar(at, home, target, form);
    }
    segment.hold();
  }

  private static void pointFar(long at, Segment home, long target, long form) {
    long pad = home.allocate(8);
    if (pad != 0) {
      Memory.putLong(pad, Pointer.near(form, pad, target));
      Memory.putLong(at, Pointer.far(false, home.word(pad), home.id));
    } else {
      Segment other = home.message.roomFor(16);
      long pads = other.take(16);
      Memory.putLong(pads, Pointer.far(false, home.word(target), home.id));
      Memory.putLong(pads + 8, form);
      Memory.putLong(at, Pointer.far(true, other.word(pads), other.id));
      other.hold();
    }
    home.hold();
  }

  /// Moves a pointer that was read once from `from` to `to`; its object stays where it is.
  static void move(Segment source, long from, long pointer, Segment target, long to) {
    switch (Pointer.kind(pointer)) {
      case Pointer.FAR, Pointer.OTHER -> Memory.putLong(to, pointer);
      default -> {
        if (pointer == 0) {
          Memory.putLong(to, 0);
        } else {
          point(target, to, source, Pointer.target(from, pointer), Pointer.form(pointer));
        }
      }
    }
  }

  static int checkCount(int count) {
    if (count < 0 || count > Pointer.MAX_COUNT) {
      throw new IllegalArgumentException(
          "size of a list: expected 0 to " + Pointer.MAX_COUNT + ", got " + count);
    }
    return count;
  }
}
