package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// A list whose elements have one fixed encoding.
abstract sealed class ListType<R extends ListLens, B extends ListLens> extends PointerType<R, B>
    permits BoolList.Type,
        VoidList.Type,
        ByteList.Type,
        ShortList.Type,
        IntList.Type,
        LongList.Type,
        FloatList.Type,
        DoubleList.Type,
        EnumList.Type,
        StructList.Type,
        PointerList.Type,
        AnyList.Type {

  /// The builder of a list behind a pointer.
  abstract B builder(Segment segment, long at, long pointer);

  /// The builder of a list that was just allocated.
  abstract B fresh(Segment segment, long base, long form, long tag);

  /// How an element is encoded, one of the sizes in [Pointer].
  abstract int elementSize();

  @Override
  B get(Segment segment, long at) {
    return builder(segment, at, Memory.getLong(at));
  }

  @Override
  B init(Segment origin, long at, int size) {
    Segment segment = origin;
    int elementSize = elementSize();
    long form = Pointer.list(elementSize, Slot.checkCount(size));
    long bytes = ListLens.flatBytes(elementSize, size);
    long target = Slot.allocateNear(origin, at, bytes, form);
    if (target == 0) {
      Landing place = Slot.allocate(origin, at, bytes, form);
      segment = place.segment();
      target = place.target();
    }
    return fresh(segment, target, form, 0);
  }

  @Override
  void set(Segment segment, long at, R value) {
    Copy.list(value, segment, at);
  }
}
