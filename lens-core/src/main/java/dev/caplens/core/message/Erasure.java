package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// Clears objects that a message no longer uses, so that they neither leak nor disturb packing.
///
/// What is edited may have been written by somebody else. A pointer is made null before its object
/// is walked, so that a cycle ends; what cannot be found, or lies deeper than any honest message,
/// is left alone.
final class Erasure {

  private static final int DEEPEST = 500;

  private Erasure() {}

  /// Makes a pointer null and clears its object.
  static void object(Segment segment, long at) {
    segment.hold();
    long pointer = Memory.getLong(at);
    if (pointer != 0) {
      Memory.putLong(at, 0);
      object(segment, at, pointer);
    }
  }

  /// Clears the object of a pointer that has left its place.
  static void object(Segment segment, long at, long pointer) {
    erase(segment, at, pointer, DEEPEST);
  }

  /// Clears the landing pads of a pointer that has left its place.
  static void pads(Segment segment, long at, long pointer) {
    if (Pointer.kind(pointer) == Pointer.FAR) {
      Segment home = segment.message.segmentOf(pointer, segment, at);
      long pad = home.base + (Pointer.farWord(pointer) << 3);
      long bytes = Pointer.isDoubleFar(pointer) ? 16 : 8;
      home.admit(pad, bytes, segment, at);
      Memory.fill(pad, bytes, (byte) 0);
      home.hold();
    }
  }

  private static void erase(Segment segment, long at, long pointer, int depth) {
    if (depth == 0 || pointer == 0 || Pointer.kind(pointer) == Pointer.OTHER) {
      return;
    }
    try {
      Landing landing = Landing.of(segment, at, pointer);
      pads(segment, at, pointer);
      long before = landing.target() - 8;
      if (Pointer.kind(landing.tag()) == Pointer.STRUCT) {
        struct(landing, depth);
      } else if (Pointer.kind(landing.tag()) == Pointer.LIST) {
        list(new AnyList.Reader(landing.segment(), before, Pointer.form(landing.tag()), 1), depth);
      }
    } catch (MalformedMessage nothingToErase) {
      // The pointer is gone, which is what was asked for; where it led cannot be told.
    }
  }

  private static void struct(Landing landing, int depth) {
    Segment home = landing.segment();
    long data = Pointer.dataBytes(landing.tag());
    int pointers = Pointer.pointerCount(landing.tag());
    long bytes = data + ((long) pointers << 3);
    home.admit(landing.target(), bytes, home, landing.target());
    pointers(home, landing.target() + data, pointers, depth);
    Memory.fill(landing.target(), bytes, (byte) 0);
    home.giveBack(landing.target(), landing.target() + bytes);
    home.hold();
  }

  private static void list(ListLens list, int depth) {
    Segment home = list.segment;
    if (list.pointerCount > 0) {
      for (int i = 0; i < list.count; i++) {
        pointers(home, list.at(i) + list.dataBytes, list.pointerCount, depth);
      }
    }
    long start = list.size == Pointer.COMPOSITE ? list.base - 8 : list.base;
    long bytes = list.base - start + list.contentBytes();
    if (list.contentBytes() > 0 || list.base != start) {
      Memory.fill(start, bytes, (byte) 0);
      home.giveBack(start, start + bytes);
    }
    home.hold();
  }

  private static void pointers(Segment home, long at, int count, int depth) {
    for (int i = 0; i < count; i++) {
      long slot = at + ((long) i << 3);
      long pointer = Memory.getLong(slot);
      if (pointer != 0) {
        Memory.putLong(slot, 0);
        erase(home, slot, pointer, depth - 1);
      }
    }
  }
}
