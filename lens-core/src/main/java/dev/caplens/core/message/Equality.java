package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// Whether two values are the same, whatever their encoding: trailing zeros of a section, padding
/// and the place of objects do not count.
///
/// Capabilities cannot be compared by what is in a message. Lists of pointers and lists of structs
/// are never equal, nor are lists of primitives of different sizes. Comparing follows both values'
/// pointers, which is charged against the limits of their messages.
public enum Equality {
  /// The same.
  EQUAL,
  /// Not the same.
  DIFFERENT,
  /// The same but for capabilities, which nobody here can compare.
  UNKNOWN;

  /// Compares two structs.
  ///
  /// @throws MalformedMessage if something that one of them points to is malformed
  /// @throws LimitReached if one is more, or deeper, than its message's limits allow, or deeper
  ///   than 500 levels
  public static Equality of(StructReader left, StructReader right) {
    if (!sameData(left, right)) {
      return DIFFERENT;
    }
    Equality result = EQUAL;
    int count = Math.max(left.pointerCount, right.pointerCount);
    for (int i = 0; i < count && result != DIFFERENT; i++) {
      result = result.and(of(pointer(left, i), pointer(right, i)));
    }
    return result;
  }

  /// Compares what two pointers lead to.
  ///
  /// @throws MalformedMessage if something that one of them points to is malformed
  /// @throws LimitReached if one is more, or deeper, than its message's limits allow, or deeper
  ///   than 500 levels
  public static Equality of(AnyPointer.Reader left, AnyPointer.Reader right) {
    AnyPointer.Kind kind = left.kind();
    if (kind != right.kind()) {
      return DIFFERENT;
    }
    return switch (kind) {
      case NULL -> EQUAL;
      case CAPABILITY -> UNKNOWN;
      case STRUCT -> of(left.as(AnyStruct.TYPE), right.as(AnyStruct.TYPE));
      case LIST -> of(left.as(AnyList.TYPE), right.as(AnyList.TYPE));
    };
  }

  /// Compares two lists.
  ///
  /// @throws MalformedMessage if something that one of them points to is malformed
  /// @throws LimitReached if one is more, or deeper, than its message's limits allow, or deeper
  ///   than 500 levels
  public static Equality of(ListLens left, ListLens right) {
    if (left.count != right.count || left.size != right.size) {
      return DIFFERENT;
    }
    Equality result = EQUAL;
    switch (left.size) {
      case Pointer.COMPOSITE -> {
        for (int i = 0; i < left.count && left.step + right.step > 0 && result != DIFFERENT; i++) {
          result = result.and(of(AnyList.element(left, i), AnyList.element(right, i)));
        }
      }
      case Pointer.POINTER -> {
        for (int i = 0; i < left.count && result != DIFFERENT; i++) {
          result = result.and(of(pointer(left, i), pointer(right, i)));
        }
      }
      default -> result = sameBits(left, right) ? EQUAL : DIFFERENT;
    }
    return result;
  }

  private Equality and(Equality other) {
    return this == DIFFERENT || other == DIFFERENT ? DIFFERENT : this == UNKNOWN ? UNKNOWN : other;
  }

  private static boolean sameData(StructReader left, StructReader right) {
    int bytes = Math.max(left.dataBytes, right.dataBytes);
    for (int at = 0; at < bytes; at++) {
      if (left.getInt8(at) != right.getInt8(at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameBits(ListLens left, ListLens right) {
    long bits = (long) left.count * Pointer.elementBits(left.size);
    long bytes = bits >> 3;
    boolean same = Memory.mismatch(left.base, right.base, bytes) < 0;
    if (same && (bits & 7) != 0) {
      int difference = Memory.getByte(left.base + bytes) ^ Memory.getByte(right.base + bytes);
      same = (difference & (1 << (bits & 7)) - 1) == 0;
    }
    left.segment.hold();
    right.segment.hold();
    return same;
  }

  private static AnyPointer.Reader pointer(StructReader struct, int index) {
    int nesting = Limits.walk(struct.nesting);
    return new AnyPointer.Reader(
        struct.segment, struct.pointerAt(index), struct.pointer(index), nesting);
  }

  private static AnyPointer.Reader pointer(ListLens list, int index) {
    long at = list.at(index);
    long pointer = Memory.getLong(at);
    list.segment.hold();
    return new AnyPointer.Reader(list.segment, at, pointer, Limits.walk(list.nesting));
  }
}
