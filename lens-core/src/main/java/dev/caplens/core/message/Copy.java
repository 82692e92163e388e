package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// Copies objects, with all that they point to, into a message that is being built.
///
/// The order of allocation is the reference's, each object before those that it points to, so that
/// copies agree byte for byte. The old object of the place is cleared last: it may be what is being
/// copied. Capabilities keep their index.
final class Copy {

  private Copy() {}

  static void pointer(AnyPointer.Reader value, Segment target, long to) {
    pointer(value.segment, value.at, value.pointer, Limits.walk(value.nesting), target, to);
  }

  /// Copies what a pointer leads to that was read once from `from`.
  static void pointer(
      Segment source, long from, long pointer, int nesting, Segment target, long to) {
    if (pointer == 0) {
      Erasure.object(target, to);
      return;
    }
    if (Pointer.kind(pointer) == Pointer.OTHER) {
      CapabilityType.check(source, from, pointer);
      Erasure.object(target, to);
      Memory.putLong(to, pointer);
      return;
    }
    if (nesting == 0) {
      throw Faults.tooDeep(source, from);
    }
    Landing landing = Landing.of(source, from, pointer);
    Segment home = landing.segment();
    long before = landing.target() - 8;
    long form = Pointer.form(landing.tag());
    switch (Pointer.kind(form)) {
      case Pointer.STRUCT -> struct(AnyStruct.TYPE.read(home, before, form, nesting), target, to);
      case Pointer.LIST -> list(new AnyList.Reader(home, before, form, nesting), target, to);
      default -> throw Faults.wrongKind(source, from, "struct or a list", landing.tag());
    }
  }

  static void struct(StructReader value, Segment target, long to) {
    assert target.isLive();
    long old = Memory.getLong(to);
    Memory.putLong(to, 0);
    int words = value.dataBytes + 7 >> 3;
    int pointers = value.pointerCount;
    Landing room =
        Slot.allocate(target, to, words + pointers << 3, Pointer.struct(words, pointers));
    Memory.copy(value.address(), room.target(), value.dataBytes);
    pointers(value, pointers, room.segment(), room.target() + ((long) words << 3));
    value.segment.hold();
    Erasure.object(target, to, old);
  }

  /// Copies into a struct that exists, whose size stays: what does not fit is left out, what is
  /// missing is cleared.
  static void into(StructReader value, StructBuilder target) {
    int bytes = Math.min(value.dataBytes, target.dataBytes);
    int pointers = Math.min(value.pointerCount, target.pointerCount);
    if (value.isAt(target)) {
      return;
    }
    Memory.copy(value.address(), target.address(), bytes);
    Memory.fill(target.address() + bytes, target.dataBytes - bytes, (byte) 0);
    pointers(value, pointers, target.segment, target.address() + target.dataBytes);
    for (int i = pointers; i < target.pointerCount; i++) {
      Erasure.object(target.segment, target.pointerAt(i));
    }
    value.segment.hold();
    target.segment.hold();
  }

  static void list(ListLens value, Segment target, long to) {
    assert target.isLive();
    long old = Memory.getLong(to);
    Memory.putLong(to, 0);
    switch (value.size) {
      case Pointer.COMPOSITE -> structs(value, target, to);
      case Pointer.POINTER -> pointerList(value, target, to);
      default -> flat(value, target, to);
    }
    value.segment.hold();
    target.hold();
    Erasure.object(target, to, old);
  }

  private static void structs(ListLens value, Segment target, long to) {
    long content = value.contentBytes();
    Landing room =
        Slot.allocate(
            target, to, content + 8, Pointer.list(Pointer.COMPOSITE, (int) (content >> 3)));
    Memory.putLong(
        room.target(), Pointer.tag(value.count, value.dataBytes >> 3, value.pointerCount));
    if (content == 0) {
      return;
    }
    if (value.pointerCount == 0) {
      Memory.copy(value.base, room.target() + 8, content);
      return;
    }
    for (int i = 0; i < value.count; i++) {
      StructReader element = AnyList.element(value, i);
      long place = room.target() + 8 + (long) i * value.step;
      Memory.copy(element.address(), place, element.dataBytes);
      pointers(element, element.pointerCount, room.segment(), place + element.dataBytes);
    }
  }

  private static void pointerList(ListLens value, Segment target, long to) {
    Landing room =
        Slot.allocate(
            target, to, (long) value.count << 3, Pointer.list(Pointer.POINTER, value.count));
    for (int i = 0; i < value.count; i++) {
      long from = value.at(i);
      long pointer = Memory.getLong(from);
      long place = room.target() + ((long) i << 3);
      pointer(value.segment, from, pointer, Limits.walk(value.nesting), room.segment(), place);
    }
  }

  private static void flat(ListLens value, Segment target, long to) {
    long form = Pointer.list(value.size, value.count);
    Landing room = Slot.allocate(target, to, value.contentBytes(), form);
    long bits = (long) value.count * Pointer.elementBits(value.size);
    if (bits == 0) {
      return;
    }
    Memory.copy(value.base, room.target(), bits + 7 >> 3);
    if ((bits & 7) != 0) {
      long last =
          room.target()
              + (bits >> 3); // what the padding of the last byte held is not part of the list
      Memory.putByte(last, (byte) (Memory.getByte(last) & (1 << (bits & 7)) - 1));
    }
  }

  private static void pointers(StructReader value, int count, Segment target, long to) {
    for (int i = 0; i < count; i++) {
      long at = value.pointerAt(i);
      pointer(
          value.segment,
          at,
          value.pointer(i),
          Limits.walk(value.nesting),
          target,
          to + ((long) i << 3));
    }
  }
}
