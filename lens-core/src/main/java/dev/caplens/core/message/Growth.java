package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// Moves what an older schema wrote into room for a newer one. Data is copied, pointers are moved,
/// the old words are cleared.
final class Growth {

  private Growth() {}

  /// Enlarges the struct that the pointer at `at` leads to.
  ///
  /// @param old where it stands now, checked
  static Landing struct(Segment segment, long at, Landing old, StructType<?, ?> type) {
    int dataBytes = Pointer.dataBytes(old.tag());
    int pointers = Pointer.pointerCount(old.tag());
    int newWords = Math.max(dataBytes >> 3, type.dataWords());
    int newPointers = Math.max(pointers, type.pointerCount());
    Landing room =
        replace(segment, at, newWords + newPointers << 3, Pointer.struct(newWords, newPointers));
    element(
        old.segment(), old.target(), dataBytes, pointers, room.segment(), room.target(), newWords);
    Memory.fill(old.target(), dataBytes + ((long) pointers << 3), (byte) 0);
    old.segment().hold();
    return room;
  }

  /// Turns the list that the pointer at `at` leads to into one of structs of at least the type's
  /// size.
  static Landing list(Segment segment, long at, ListLens old, StructType<?, ?> type) {
    int oldWords = old.dataBytes + 7 >> 3;
    int words = Math.max(oldWords, type.dataWords());
    int pointers = Math.max(old.pointerCount, type.pointerCount());
    long step = (long) words + pointers << 3;
    long content = checkWords(step * old.count >> 3);
    segment.message.charge(content); // elements that took no room do now
    Landing room =
        replace(segment, at, content + 1 << 3, Pointer.list(Pointer.COMPOSITE, (int) content));
    long tag = Pointer.tag(old.count, words, pointers);
    Memory.putLong(room.target(), tag);
    for (int i = 0; i < old.count && old.step > 0; i++) {
      long to = room.target() + 8 + i * step;
      element(old.segment, old.at(i), old.dataBytes, old.pointerCount, room.segment(), to, words);
    }
    long start = old.size == Pointer.COMPOSITE ? old.base - 8 : old.base;
    Memory.fill(start, old.base - start + old.contentBytes(), (byte) 0);
    old.segment.hold();
    return new Landing(room.segment(), room.target() + 8, tag);
  }

  static long checkWords(long words) {
    if (words > Pointer.MAX_COUNT) {
      throw new IllegalArgumentException(
          "list of structs: expected at most " + Pointer.MAX_COUNT + " words, got " + words);
    }
    return words;
  }

  private static Landing replace(Segment segment, long at, long bytes, long form) {
    assert segment.isLive();
    long pointer = Memory.getLong(at);
    Memory.putLong(at, 0);
    Erasure.pads(segment, at, pointer);
    return Slot.allocate(segment, at, bytes, form);
  }

  private static void element(
      Segment source, long from, int dataBytes, int pointers, Segment target, long to, int words) {
    Memory.copy(from, to, dataBytes);
    long target0 = to + ((long) words << 3);
    for (int i = 0; i < pointers; i++) {
      long slot = from + dataBytes + ((long) i << 3);
      Slot.move(source, slot, Memory.getLong(slot), target, target0 + ((long) i << 3));
    }
    source.hold();
    target.hold();
  }
}
