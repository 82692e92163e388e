package dev.caplens.codegen.compiler.layout;

import dev.caplens.codegen.compiler.layout.UnionLayout.Location;

/// How much of one location of a union one of its members uses.
///
/// The used part starts at the location's start and is a power of two, with holes. Offsets of holes
/// are relative to the location.
final class LocationUse {

  static final int NO_ROOM = -1;
  private static final int UNUSED = -1;

  private final UnionLayout union;
  private final Location location;
  private final Holes holes = new Holes();
  private int used = UNUSED;

  LocationUse(UnionLayout union, Location location) {
    this.union = union;
    this.location = location;
  }

  /// The use of a location that was made for a field of exactly its size.
  static LocationUse full(UnionLayout union, Location location) {
    LocationUse use = new LocationUse(union, location);
    use.used = location.size;
    return use;
  }

  /// The size of the smallest room for `size` without growing the location; [#NO_ROOM] if there is
  /// none.
  int roomFor(int size) {
    if (used == UNUSED) {
      return size <= location.size ? location.size : NO_ROOM;
    }
    if (size >= used) {
      // No hole is that large, but the used part may double into the rest of the location.
      return size < location.size ? size : NO_ROOM;
    }
    int hole = holes.smallestAtLeast(size);
    if (hole >= 0) {
      return hole;
    }
    return used < location.size ? used : NO_ROOM;
  }

  /// Places `size` where [#roomFor] found room, and answers the offset in the struct.
  int allocate(int size) {
    int local;
    if (used == UNUSED) {
      local = 0;
      used = size;
    } else if (size >= used) {
      holes.addUpTo(size, used, 1);
      used = size + 1;
      local = 1;
    } else {
      local = holes.allocate(size);
      if (local == Holes.NONE) {
        local = 1 << (used - size);
        holes.addUpTo(used, size, local + 1);
        used++;
      }
    }
    return offsetInStruct(size) + local;
  }

  /// Places `size` by making the location larger; [#NO_ROOM] if that cannot be done.
  int allocateByGrowing(int size) {
    if (used == UNUSED) {
      if (!union.expand(location, size)) {
        return NO_ROOM;
      }
      used = size;
      return offsetInStruct(size);
    }
    if (!grow(Math.max(used, size) + 1, true)) {
      return NO_ROOM;
    }
    int local = holes.allocate(size);
    return offsetInStruct(size) + local;
  }

  private int offsetInStruct(int size) {
    return location.offset << (location.size - size);
  }

  /// Whether the space of `size` at `offset` of the struct lies within this location.
  boolean covers(int size, int offset) {
    return location.size >= size && offset >> (location.size - size) == location.offset;
  }

  /// Grows a value within this location, see [FieldScope#expandData].
  boolean expand(int size, int offset, int doublings) {
    int local = offset - offsetInStruct(size);
    if (local == 0 && used == size) {
      return grow(size + doublings, false);
    }
    // There is something else in the location; only holes can be used.
    return holes.expand(size, local, doublings);
  }

  private boolean grow(int size, boolean leaveHoles) {
    if (size > location.size && !union.expand(location, size)) {
      return false;
    }
    if (leaveHoles) {
      holes.addUpTo(size, used, 1);
    }
    used = size;
    return true;
  }
}
