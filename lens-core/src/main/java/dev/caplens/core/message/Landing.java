package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// Where a pointer leads once far pointers are followed.
///
/// @param segment the segment of the object
/// @param target the address of the object, not checked yet
/// @param tag the pointer that describes the object; its offset is spent
record Landing(Segment segment, long target, long tag) {

  /// Follows a pointer that was read once from `at`.
  static Landing of(Segment segment, long at, long pointer) {
    if (Pointer.kind(pointer) != Pointer.FAR) {
      return new Landing(segment, Pointer.target(at, pointer), pointer);
    }
    Segment padSegment = segment.message.segmentOf(pointer, segment, at);
    long pad = padSegment.base + (Pointer.farWord(pointer) << 3);
    boolean two = Pointer.isDoubleFar(pointer);
    padSegment.admit(pad, two ? 16 : 8, segment, at);
    long first = Memory.getLong(pad);
    if (!two) {
      padSegment.hold();
      segment
          .hold(); // after the look-up: a reset in between would have given a segment of the next
      // message
      return new Landing(padSegment, Pointer.target(pad, first), first);
    }
    if (Pointer.kind(first) != Pointer.FAR) {
      throw Faults.padIsNotFar(padSegment, pad, first);
    }
    Segment home = segment.message.segmentOf(first, padSegment, pad);
    long tag = Memory.getLong(pad + 8);
    padSegment.hold();
    segment.hold();
    return new Landing(home, home.base + (Pointer.farWord(first) << 3), tag);
  }

  /// Follows a pointer to an object of one kind.
  static Landing of(Segment segment, long at, long pointer, int kind, String expected) {
    Landing landing = of(segment, at, pointer);
    if (Pointer.kind(landing.tag) != kind) {
      throw Faults.wrongKind(segment, at, expected, landing.tag);
    }
    return landing;
  }
}
