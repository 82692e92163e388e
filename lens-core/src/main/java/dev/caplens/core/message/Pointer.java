package dev.caplens.core.message;

/// The eight bytes of a pointer.
///
/// ```
///           63 ............ 48 47 ............ 32 31 .................... 2 1 0
///  struct   | pointers    u16 | data words   u16 | offset in words     i30 | 0 |
///  list     | count                    u29 | C u3 | offset in words     i30 | 1 |
///  far      | segment id                     u32 | word       u29 | double | 2 |
///  other    | capability index               u32 | zero                    | 3 |
///  tag      | pointers    u16 | data words   u16 | - | element count   u29 | 0 |
/// ```
///
/// Offsets count from the word behind the pointer. All zero is null. C is the size of an element: 0
/// none, 1 a bit, 2 to 5 one to eight bytes, 6 a pointer, 7 structs behind a tag, `count` then
/// being their words. The highest bit of a tag's count means nothing, as in the reference: no list
/// is that long.
final class Pointer {

  static final int STRUCT = 0;
  static final int LIST = 1;
  static final int FAR = 2;
  static final int OTHER = 3;

  static final int VOID = 0;
  static final int BIT = 1;
  static final int ONE_BYTE = 2;
  static final int TWO_BYTES = 3;
  static final int FOUR_BYTES = 4;
  static final int EIGHT_BYTES = 5;
  static final int POINTER = 6;
  static final int COMPOSITE = 7;

  /// The most elements of a list, and the most words of a segment.
  static final int MAX_COUNT = (1 << 29) - 1;

  /// A struct of size zero that is not null: its offset is -1.
  static final long EMPTY_STRUCT = 0xfffffffcL;

  private static final String[] KIND_NAMES = {"struct", "list", "far", "other"};
  private static final int[] ELEMENT_BITS = {0, 1, 8, 16, 32, 64, 64};

  private Pointer() {}

  static int kind(long pointer) {
    return (int) pointer & 3;
  }

  static String kindName(long pointer) {
    return KIND_NAMES[kind(pointer)];
  }

  static boolean isNearStruct(long pointer) {
    return (pointer & 3) == STRUCT;
  }

  static boolean isNearList(long pointer) {
    return (pointer & 3) == LIST;
  }

  /// The address that a near pointer at `at` leads to.
  static long target(long at, long pointer) {
    return at + 8 + ((long) ((int) pointer >> 2) << 3);
  }

  static int dataBytes(long pointer) {
    return (int) (pointer >>> 32 & 0xffff) << 3;
  }

  static int pointerCount(long pointer) {
    return (int) (pointer >>> 48);
  }

  static int elementSize(long pointer) {
    return (int) (pointer >>> 32) & 7;
  }

  static int listCount(long pointer) {
    return (int) (pointer >>> 35);
  }

  static int tagCount(long tag) {
    return (int) tag >>> 2 & MAX_COUNT;
  }

  /// Bits of one element of a list that has no tag.
  static int elementBits(int elementSize) {
    return ELEMENT_BITS[elementSize];
  }

  static boolean isDoubleFar(long pointer) {
    return (pointer & 4) != 0;
  }

  static long farWord(long pointer) {
    return pointer >>> 3 & 0x1fffffff;
  }

  static int farSegment(long pointer) {
    return (int) (pointer >>> 32);
  }

  static boolean isCapability(long pointer) {
    return (pointer & 0xffffffffL) == OTHER;
  }

  static int capability(long pointer) {
    return (int) (pointer >>> 32);
  }

  /// A struct pointer with offset 0: what stands in a landing pad, and the form of a [#tag] without
  /// its count.
  static long struct(int dataWords, int pointerCount) {
    return (long) dataWords << 32 | (long) pointerCount << 48;
  }

  /// A list pointer with offset 0.
  static long list(int elementSize, int count) {
    return LIST | (long) elementSize << 32 | (long) count << 35;
  }

  /// A pointer with its offset taken out.
  static long form(long pointer) {
    return pointer & 0xffffffff00000003L;
  }

  static long tag(int count, int dataWords, int pointerCount) {
    return struct(dataWords, pointerCount) | (long) count << 2;
  }

  static long far(boolean two, long word, int segment) {
    return FAR | (two ? 4 : 0) | word << 3 | (long) segment << 32;
  }

  static long capabilityPointer(int index) {
    return OTHER | (long) index << 32;
  }

  /// A near pointer at `at`, given its form with offset 0.
  static long near(long form, long at, long target) {
    long offset = target - at - 8 >> 3;
    return form(form) | offset << 2 & 0xfffffffcL;
  }
}
