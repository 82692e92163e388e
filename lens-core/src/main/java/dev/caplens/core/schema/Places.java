package dev.caplens.core.schema;

import java.util.Map;
import java.util.TreeMap;

/// The bits of a struct that its fields take, as ranges that do not touch. Pointers stand behind
/// all data here.
final class Places {
  /// More than the bits of any data section.
  private static final long POINTERS = 1L << 40;

  /// The first bit of each range, with the one behind its last.
  private TreeMap<Long, Long> ranges = new TreeMap<>();

  /// The place of a field that takes room.
  static Places of(Field.Slot slot) {
    Places places = new Places();
    if (slot.type().pointer()) {
      places.ranges.put(POINTERS + slot.offset(), POINTERS + slot.offset() + 1);
    } else if (slot.type().bits() > 0) {
      long from = slot.offset() * slot.type().bits();
      places.ranges.put(from, from + slot.type().bits());
    }
    return places;
  }

  /// The place of a union's discriminant.
  static Places ofDiscriminant(Node.Struct struct) {
    Places places = new Places();
    long from = struct.discriminantOffset() * 16;
    places.ranges.put(from, from + 16);
    return places;
  }

  /// Whether a bit is in both.
  boolean meets(Places other) {
    if (ranges.size() < other.ranges.size()) {
      return other.meets(this);
    }
    for (Map.Entry<Long, Long> range : other.ranges.entrySet()) {
      Map.Entry<Long, Long> before = ranges.lowerEntry(range.getValue());
      if (before != null && before.getValue() > range.getKey()) {
        return true;
      }
    }
    return false;
  }

  /// Takes the bits of the other too, whose object is not used again. The smaller one is added to
  /// the larger, so that a deep tree of groups does not cost the square of its size.
  void add(Places other) {
    if (ranges.size() < other.ranges.size()) {
      TreeMap<Long, Long> larger = other.ranges;
      other.ranges = ranges;
      ranges = larger;
    }
    other.ranges.forEach(this::add);
  }

  private void add(long first, long end) {
    long from = first;
    long to = end;
    Map.Entry<Long, Long> before = ranges.floorEntry(to);
    while (before != null && before.getValue() >= from) {
      from = Math.min(from, before.getKey());
      to = Math.max(to, before.getValue());
      ranges.remove(before.getKey());
      before = ranges.floorEntry(to);
    }
    ranges.put(from, to);
  }
}
