package dev.caplens.core.message;

import java.util.ConcurrentModificationException;

/// The texts of what can be wrong with a message, built away from the hot methods that find it.
final class Faults {

  private Faults() {}

  static MalformedMessage outOfBounds(
      Segment segment, long target, long bytes, Segment origin, long at) {
    return new MalformedMessage(
        "pointer at "
            + place(origin, at)
            + ": expected an object within the "
            + (segment.end - segment.base >> 3)
            + " words of segment "
            + segment.id
            + ", got words "
            + segment.word(target)
            + " to "
            + (segment.word(target) + (bytes + 7 >> 3) - 1)
            + "; the message is cut short or its sender is faulty");
  }

  static MalformedMessage wrongKind(Segment segment, long at, String expected, long pointer) {
    return new MalformedMessage(
        "pointer at "
            + place(segment, at)
            + ": expected a "
            + expected
            + ", got kind '"
            + Pointer.kindName(pointer)
            + "' ("
            + hex(pointer)
            + "); reader and sender disagree about the schema");
  }

  static MalformedMessage notACapability(Segment segment, long at, long pointer) {
    return new MalformedMessage(
        "pointer of kind 'other' at "
            + place(segment, at)
            + ": expected bits 2..31 zero (a capability), got 0x"
            + String.format("%08x", (int) pointer)
            + "; upgrade this peer if the sender uses a newer encoding");
  }

  static MalformedMessage unknownSegment(Segment segment, long at, int id) {
    return new MalformedMessage(
        "far pointer at "
            + place(segment, at)
            + ": expected a segment below "
            + segment.message.segmentCount()
            + ", got "
            + Integer.toUnsignedString(id)
            + "; the message lost segments or its sender is faulty");
  }

  static MalformedMessage padIsNotFar(Segment segment, long pad, long pointer) {
    return new MalformedMessage(
        "landing pad of a double far pointer at "
            + place(segment, pad)
            + ": expected a far pointer, got kind '"
            + Pointer.kindName(pointer)
            + "' ("
            + hex(pointer)
            + "); the sender is faulty");
  }

  static MalformedMessage wrongElements(Segment segment, long at, String expected, String actual) {
    return new MalformedMessage(
        "list pointer at "
            + place(segment, at)
            + ": expected a list of "
            + expected
            + ", got a list of "
            + actual
            + "; reader and sender disagree about the schema");
  }

  static MalformedMessage wrongTag(Segment segment, long at, long tag) {
    return new MalformedMessage(
        "tag of the struct list that the pointer at "
            + place(segment, at)
            + " leads to: expected kind 'struct', got kind '"
            + Pointer.kindName(tag)
            + "' ("
            + hex(tag)
            + "); the sender is faulty");
  }

  static MalformedMessage overrun(Segment segment, long at, long needed, long words) {
    return new MalformedMessage(
        "struct list that the pointer at "
            + place(segment, at)
            + " leads to: expected at most "
            + words
            + " words of elements, got a tag for "
            + needed
            + "; the sender is faulty");
  }

  static MalformedMessage textWithoutEnd(Segment segment, long at) {
    return new MalformedMessage(
        "text that the pointer at "
            + place(segment, at)
            + " leads to: expected a zero byte at its end, got none; the sender is faulty");
  }

  static MalformedMessage noRoot(long bytes) {
    return new MalformedMessage(
        "message: expected a root pointer in segment 0, got a segment of "
            + bytes
            + " bytes; the message is cut short or its sender is faulty");
  }

  static LimitReached tooDeep(Segment segment, long at) {
    return new LimitReached(
        "nesting limit of "
            + segment.message.limits().nesting()
            + " levels reached at "
            + place(segment, at)
            + "; if the message is honest, raise it with Limits.withNesting"
            + (segment.message.limits().nesting() > Limits.DEEPEST_WALK
                ? " (copies and comparisons stop at " + Limits.DEEPEST_WALK + " in any case)"
                : ""));
  }

  static LimitReached tooMuch(Message message, long words) {
    return new LimitReached(
        "traversal limit of "
            + message.limits().traversalWords()
            + " words reached by an object of "
            + words
            + " words; if the message is honest and each part is read once, raise it with"
            + " Limits.withTraversalWords");
  }

  static IllegalStateException released() {
    return new IllegalStateException(
        "lens over memory that was given away: its builder was reset or its message released since;"
            + " do not keep readers and builders beyond that");
  }

  static ConcurrentModificationException raced() {
    return new ConcurrentModificationException(
        "message that two threads build at once: let one thread build it, or give each its own builder");
  }

  static String place(Segment segment, long at) {
    return "segment " + segment.id + " word " + segment.word(at);
  }

  static String hex(long pointer) {
    return String.format("0x%016x", pointer);
  }
}
