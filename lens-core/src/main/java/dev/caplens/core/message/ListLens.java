package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.util.Objects;

/// A list in a message: what all readers and builders of lists have in common. They are immutable,
/// and how many elements there are is fixed. [dev.caplens.core.message] has the rules of threads,
/// lifetime and errors.
///
/// ```
///  primitive, pointers:   base | element 0 | element 1 | ...          step = size of an element
///  structs:         tag | base | data, pointers | data, pointers ...  step = words of the tag
/// ```
///
/// A list of structs may be read as one of their first field (which is how schemas grow): `base`
/// then points at that field of the first element. The pointer is resolved and the whole list
/// checked once: in the constructor or, for readers of structs, by the same rules in
/// [StructList#read]. Getting and setting an element checks its index, and follows no pointer
/// unless the elements are pointers.
///
/// Source: "Lists" in Cap'n Proto's encoding specification. Which encoding is read as which type is
/// taken from the reference's `readListPointer`.
public abstract sealed class ListLens
    permits BoolList.Reader,
        BoolList.Builder,
        VoidList.Reader,
        VoidList.Builder,
        ByteList.Reader,
        ByteList.Builder,
        ShortList.Reader,
        ShortList.Builder,
        IntList.Reader,
        IntList.Builder,
        LongList.Reader,
        LongList.Builder,
        FloatList.Reader,
        FloatList.Builder,
        DoubleList.Reader,
        DoubleList.Builder,
        EnumList.Reader,
        EnumList.Builder,
        StructList.Reader,
        StructList.Builder,
        PointerList.Reader,
        PointerList.Builder,
        AnyList.Reader,
        AnyList.Builder {

  /// Any size of element is expected.
  static final int ANY = -1;

  final Segment segment;
  final long base;
  final int count;

  /// Bytes from one element to the next; 0 for bits.
  final int step;

  final int dataBytes;
  final char pointerCount;
  final char nesting;

  /// How the elements are encoded, one of the sizes in [Pointer].
  final byte size;

  /// The list behind a pointer that was read once.
  ///
  /// @param expected the element size that is wanted, or [#ANY]
  ListLens(Segment origin, long at, long pointer, int nesting, int expected) {
    Segment home = origin;
    long target = Pointer.target(at, pointer);
    long form = pointer;
    if (pointer == 0) {
      form = Pointer.list(Math.max(expected, Pointer.VOID), 0);
    } else if (nesting == 0) {
      throw Faults.tooDeep(origin, at);
    } else if (!Pointer.isNearList(pointer)) {
      Landing landing = Landing.of(origin, at, pointer, Pointer.LIST, "list");
      home = landing.segment();
      target = landing.target();
      form = landing.tag();
    }
    this.segment = home;
    this.nesting = (char) (nesting - 1);
    this.size = (byte) Pointer.elementSize(form);
    if (size == Pointer.COMPOSITE && pointer != 0) {
      long tag = admitStructs(home, target, form, origin, at);
      this.count = Pointer.tagCount(tag);
      this.dataBytes = Pointer.dataBytes(tag);
      this.pointerCount = (char) Pointer.pointerCount(tag);
      this.step = dataBytes + (pointerCount << 3);
      this.base = target + 8 + (expected == Pointer.POINTER ? dataBytes : 0);
    } else {
      this.count = Pointer.listCount(form);
      this.dataBytes = dataBytesOf(size);
      this.pointerCount = (char) (size == Pointer.POINTER ? 1 : 0);
      this.step = dataBytes + (pointerCount << 3);
      this.base = target;
      admitFlat(home, target, form, origin, at);
    }
    if (size != expected && pointer != 0) {
      checkElements(expected, origin, at);
    }
  }

  /// A list that was just allocated.
  ///
  /// @param base the first element, behind the tag if there is one
  ListLens(Segment segment, long base, long form, long tag) {
    this.segment = segment;
    this.base = base;
    this.nesting = (char) segment.message.limits().nesting();
    this.size = (byte) Pointer.elementSize(form);
    boolean structs = size == Pointer.COMPOSITE;
    this.count = structs ? Pointer.tagCount(tag) : Pointer.listCount(form);
    this.dataBytes = structs ? Pointer.dataBytes(tag) : dataBytesOf(size);
    this.pointerCount =
        (char) (structs ? Pointer.pointerCount(tag) : size == Pointer.POINTER ? 1 : 0);
    this.step = dataBytes + (pointerCount << 3);
  }

  /// A list that was found and checked, each element of `dataBytes` and `pointerCount`.
  ///
  /// @param base the first element, behind the tag if there is one
  /// @param nesting the levels that are left for the elements
  ListLens(
      Segment segment,
      long base,
      int size,
      int count,
      int dataBytes,
      int pointerCount,
      int nesting) {
    this.segment = segment;
    this.base = base;
    this.size = (byte) size;
    this.count = count;
    this.dataBytes = dataBytes;
    this.pointerCount = (char) pointerCount;
    this.step = dataBytes + (pointerCount << 3);
    this.nesting = (char) nesting;
  }

  /// The number of elements, 0 to 2^29 - 1.
  public final int size() {
    return count;
  }

  /// Whether there are no elements.
  public final boolean isEmpty() {
    return count == 0;
  }

  /// The address of an element.
  ///
  /// @throws IndexOutOfBoundsException if there is none of that index
  final long at(int index) {
    segment.hold(); // before the access too: a stale lens must not write, where assertions are on
    return base + (long) Objects.checkIndex(index, count) * step;
  }

  /// The bytes from `base` to an element, as an unsigned number: no list is longer than 4 GiB.
  ///
  /// @throws IndexOutOfBoundsException if there is none of that index
  final int offset(int index) {
    segment.hold();
    return Objects.checkIndex(index, count) * step;
  }

  /// How far behind the start of an element `base` points: lists of structs that are read as their
  /// first pointer.
  final int shift() {
    boolean inner = this instanceof PointerList.Reader || this instanceof PointerList.Builder;
    return inner && size == Pointer.COMPOSITE ? dataBytes : 0;
  }

  final void checkIndex(int index) {
    Objects.checkIndex(index, count);
  }

  /// Whether the elements stand side by side, as in an array.
  final boolean isDense(int elementBytes) {
    return step == elementBytes;
  }

  /// The levels that are left for what an element points to.
  final int elementNesting(long at) {
    if (nesting == 0) {
      throw Faults.tooDeep(segment, at);
    }
    return nesting - 1;
  }

  /// The size of the encoded elements in bytes, rounded up to words, without a tag.
  final long contentBytes() {
    return size == Pointer.COMPOSITE ? (long) count * step : flatBytes(size, count);
  }

  static long flatBytes(int size, int count) {
    return (long) count * Pointer.elementBits(size) + 63 >> 6 << 3;
  }

  @Override
  public String toString() {
    return getClass().getEnclosingClass().getSimpleName() + " of " + count + " elements";
  }

  static int dataBytesOf(int size) {
    return size == Pointer.POINTER || size == Pointer.COMPOSITE
        ? 0
        : Pointer.elementBits(size) >> 3;
  }

  /// A list without a tag, to be read as one of structs.
  static void admitAsStructs(Segment home, long target, long form, Segment origin, long at) {
    admitFlat(home, target, form, origin, at);
    if (Pointer.elementSize(form) == Pointer.BIT) {
      throw Faults.wrongElements(origin, at, name(Pointer.COMPOSITE), name(Pointer.BIT));
    }
  }

  private static void admitFlat(Segment home, long target, long form, Segment origin, long at) {
    int size = Pointer.elementSize(form);
    int count = Pointer.listCount(form);
    if (count == 0) {
      return;
    }
    home.admit(target, flatBytes(size, count), origin, at);
    if (size == Pointer.VOID) {
      home.message.charge(count); // takes no room, but costs whoever loops over it
    }
  }

  /// Returns the tag, read once and found to agree with the pointer.
  static long admitStructs(Segment home, long target, long form, Segment origin, long at) {
    long words = Pointer.listCount(form);
    home.admit(target, words + 1 << 3, origin, at);
    long tag = Memory.getLong(target);
    home.hold();
    if (Pointer.kind(tag) != Pointer.STRUCT) {
      throw Faults.wrongTag(origin, at, tag);
    }
    long count = Pointer.tagCount(tag);
    long needed = count * ((Pointer.dataBytes(tag) >> 3) + Pointer.pointerCount(tag));
    if (needed > words) {
      throw Faults.overrun(origin, at, needed, words);
    }
    if (needed == 0) {
      home.message.charge(count); // structs of size zero, the same attack as a list of voids
    }
    return tag;
  }

  /// Which encodings may be read as which: the table of the reference's `readListPointer`.
  private void checkElements(int expected, Segment origin, long at) {
    boolean fits =
        switch (expected) {
          case ANY -> true;
          case Pointer.VOID -> size != Pointer.BIT;
          case Pointer.BIT -> size >= Pointer.ONE_BYTE && size <= Pointer.EIGHT_BYTES;
          case Pointer.POINTER -> pointerCount > 0;
          case Pointer.COMPOSITE -> size != Pointer.BIT;
          default ->
              size == Pointer.COMPOSITE
                  ? dataBytes > 0
                  : size != Pointer.BIT && dataBytes >= Pointer.elementBits(expected) >> 3;
        };
    if (!fits) {
      throw Faults.wrongElements(origin, at, name(expected), actualName());
    }
  }

  private String actualName() {
    return size == Pointer.COMPOSITE
        ? "structs of " + (dataBytes >> 3) + " data words and " + (int) pointerCount + " pointers"
        : name(size);
  }

  static String name(int size) {
    return switch (size) {
      case Pointer.VOID -> "voids";
      case Pointer.BIT -> "bits";
      case Pointer.ONE_BYTE -> "bytes";
      case Pointer.TWO_BYTES -> "2-byte values";
      case Pointer.FOUR_BYTES -> "4-byte values";
      case Pointer.EIGHT_BYTES -> "8-byte values";
      case Pointer.POINTER -> "pointers";
      default -> "structs";
    };
  }
}
