package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// Shortens lists, text and data where they lie. What is cut off is cleared, and given back if
/// nothing stands behind it.
final class Truncation {

  private Truncation() {}

  /// Shortens the list that the pointer at `at` leads to.
  ///
  /// The pointer is read once: what was checked is what is written through, whatever another
  /// process makes of it meanwhile.
  ///
  /// @param size the new number of elements; of bytes for text, its zero byte not counted
  static void list(Segment segment, long at, int size, boolean text) {
    assert segment.isLive();
    long pointer = Memory.getLong(at);
    if (pointer == 0 && size == 0) {
      return;
    }
    AnyList.Builder list = new AnyList.Builder(segment, at, pointer);
    if (text && list.size != Pointer.ONE_BYTE) {
      throw Faults.wrongElements(segment, at, "bytes", ListLens.name(list.size));
    }
    int now = text ? list.count - 1 : list.count;
    if (size < 0 || size > now) {
      throw new IllegalArgumentException(
          "truncation of a list: expected 0 to " + now + " elements, got " + size);
    }
    int count = text ? size + 1 : size;
    if (list.size == Pointer.COMPOSITE) {
      structs(list, count);
      long words = (long) count * list.step >> 3;
      rewrite(segment, at, pointer, Pointer.list(Pointer.COMPOSITE, (int) words));
    } else {
      flat(list, count, text);
      rewrite(segment, at, pointer, Pointer.list(list.size, count));
    }
    list.segment.hold();
  }

  private static void structs(ListLens list, int count) {
    for (int i = count; i < list.count && list.pointerCount > 0; i++) {
      long pointers = list.at(i) + list.dataBytes;
      for (int j = 0; j < list.pointerCount; j++) {
        Erasure.object(list.segment, pointers + ((long) j << 3));
      }
    }
    int words = list.dataBytes >> 3;
    Memory.putLong(list.base - 8, Pointer.tag(count, words, list.pointerCount));
    clear(list, (long) count * list.step, list.contentBytes());
  }

  private static void flat(ListLens list, int count, boolean text) {
    for (int i = count; i < list.count && list.size == Pointer.POINTER; i++) {
      Erasure.object(list.segment, list.at(i));
    }
    long bits = (long) count * Pointer.elementBits(list.size);
    if ((bits & 7) != 0) {
      long last = list.base + (bits >> 3);
      Memory.putByte(last, (byte) (Memory.getByte(last) & (1 << (bits & 7)) - 1));
    }
    if (text) {
      Memory.putByte(list.base + count - 1, (byte) 0);
    }
    clear(list, bits + 7 >> 3, list.contentBytes());
  }

  private static void clear(ListLens list, long from, long to) {
    Memory.fill(list.base + from, to - from, (byte) 0);
    list.segment.giveBack(list.base + (from + 7 & -8L), list.base + to);
  }

  /// Writes the list's new form where it stands: in the pointer itself, its landing pad, or the
  /// word behind that.
  private static void rewrite(Segment segment, long at, long pointer, long form) {
    long where = at;
    Segment home = segment;
    if (Pointer.kind(pointer) == Pointer.FAR) {
      home = segment.message.segmentOf(pointer, segment, at);
      long pad = home.base + (Pointer.farWord(pointer) << 3);
      where = Pointer.isDoubleFar(pointer) ? pad + 8 : pad;
      home.admit(where, 8, segment, at);
    }
    long offset = Memory.getLong(where) & 0xffffffffL;
    Memory.putLong(where, form & 0xffffffff00000000L | offset);
    home.hold();
  }
}
