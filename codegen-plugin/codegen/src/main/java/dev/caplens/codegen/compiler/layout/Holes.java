package dev.caplens.codegen.compiler.layout;

/// The unused space in front of the end of a section: at most one hole of each size from one bit to
/// 32.
///
/// There is never more than one of a size: a field goes into the smallest hole that takes it, and
/// what is left of that hole are sizes of which there was none. No hole is ever at offset 0, since
/// the first field stands there.
final class Holes {

  static final int NONE = 0;
  private static final int SIZES = 6;

  private final int[] offsets = new int[SIZES];

  /// Takes `size` from the smallest hole that has room; [#NONE] if there is none.
  int allocate(int size) {
    if (size >= SIZES) {
      return NONE;
    }
    int offset = offsets[size];
    if (offset != NONE) {
      offsets[size] = NONE;
      return offset;
    }
    int larger = allocate(size + 1);
    if (larger == NONE) {
      return NONE;
    }
    offsets[size] = larger * 2 + 1;
    return larger * 2;
  }

  /// Adds the holes from `offset`, which is odd, up to the next multiple of `limit`'s size.
  void addUpTo(int limit, int size, int offset) {
    for (int s = size, o = offset; s < limit; s++, o = (o + 1) / 2) {
      offsets[s] = o;
    }
  }

  void addUpToWord(int size, int offset) {
    addUpTo(SIZES, size, offset);
  }

  /// Grows the value of `size` at `offset` to 2^`doublings` times its size if the space behind it
  /// is free.
  boolean expand(int size, int offset, int doublings) {
    if (doublings == 0) {
      return true;
    }
    if (size >= SIZES || offsets[size] != offset + 1) {
      return false;
    }
    if (!expand(size + 1, offset >> 1, doublings - 1)) {
      return false;
    }
    offsets[size] = NONE;
    return true;
  }

  /// The size of the smallest hole of at least `size`; -1 if there is none.
  int smallestAtLeast(int size) {
    for (int s = size; s < SIZES; s++) {
      if (offsets[s] != NONE) {
        return s;
      }
    }
    return -1;
  }
}
