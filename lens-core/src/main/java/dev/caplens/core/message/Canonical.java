package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.lang.foreign.MemorySegment;

/// The canonical form: the one encoding of a value, for hashing and signing.
/// [dev.caplens.core.message] has the rules of threads, lifetime and errors.
///
/// One segment without a table, objects in pre-order, sections without trailing zeros, the elements
/// of a struct list as large as the largest needs, no far pointers, no capabilities, nothing
/// behind.
///
/// Source: "Canonicalization" in Cap'n Proto's encoding specification.
public final class Canonical {

  private Canonical() {}

  /// A message of one segment, whose bytes are the canonical form of a struct and of all that it
  /// points to.
  ///
  /// @throws MalformedMessage if something that it points to is malformed
  /// @throws LimitReached if that is more than the message's limits allow, counted once for the
  ///   size and once for the copy, or deeper than 500 levels
  /// @throws IllegalArgumentException if it holds capabilities, for which there is no canonical
  ///   form
  public static MessageBuilder copyOf(StructReader struct) {
    MessageSize size = struct.totalSize();
    if (size.capabilities() > 0) {
      throw new IllegalArgumentException(
          "canonical form: expected no capabilities, got " + size.capabilities());
    }
    MessageBuilder message = MessageBuilder.create(size.words() + 1);
    Segment segment = message.segment(0);
    copy(struct, segment, segment.base);
    segment.hold();
    return message;
  }

  /// Whether a message is in canonical form.
  ///
  /// @throws MalformedMessage if it is malformed
  /// @throws LimitReached if it is more, or deeper, than its limits allow, or deeper than 500
  ///   levels
  public static boolean isCanonical(MessageReader message) {
    if (message.segmentCount() != 1) {
      return false;
    }
    MemorySegment bytes = message.segmentBytes(0);
    AnyPointer.Reader root = message.rootPointer();
    Check check = new Check(bytes.address() + 8);
    return check.pointer(root.segment, root.at, root.pointer, Limits.walk(root.nesting))
        && check.head == bytes.address() + bytes.byteSize();
  }

  private static void copy(StructReader struct, Segment segment, long at) {
    int words = words(struct);
    int pointers = pointers(struct);
    Landing room =
        Slot.allocate(segment, at, words + pointers << 3, Pointer.struct(words, pointers));
    content(struct, room.target(), words, pointers, segment);
  }

  private static void content(
      StructReader struct, long target, int words, int pointers, Segment segment) {
    Memory.copy(struct.address(), target, Math.min(words << 3, struct.dataBytes));
    struct.segment.hold();
    for (int i = 0; i < pointers && i < struct.pointerCount; i++) {
      long to = target + ((long) words + i << 3);
      pointer(
          struct.segment,
          struct.pointerAt(i),
          struct.pointer(i),
          Limits.walk(struct.nesting),
          segment,
          to);
    }
  }

  private static void pointer(
      Segment source, long from, long pointer, int nesting, Segment segment, long to) {
    if (pointer == 0) {
      return;
    }
    if (nesting == 0) {
      throw Faults.tooDeep(source, from);
    }
    Landing landing = Landing.of(source, from, pointer);
    long before = landing.target() - 8;
    long form = Pointer.form(landing.tag());
    switch (Pointer.kind(form)) {
      case Pointer.STRUCT ->
          copy(AnyStruct.TYPE.read(landing.segment(), before, form, nesting), segment, to);
      case Pointer.LIST -> list(landing.segment(), before, form, nesting, segment, to);
      default -> throw Faults.wrongKind(source, from, "struct or a list", landing.tag());
    }
  }

  private static void list(
      Segment source, long from, long pointer, int nesting, Segment segment, long to) {
    ListLens list = new AnyList.Reader(source, from, pointer, nesting);
    switch (list.size) {
      case Pointer.COMPOSITE -> structs(list, segment, to);
      case Pointer.POINTER -> pointerList(list, segment, to);
      default -> Copy.list(list, segment, to);
    }
  }

  private static void pointerList(ListLens list, Segment segment, long to) {
    Landing room =
        Slot.allocate(
            segment, to, (long) list.count << 3, Pointer.list(Pointer.POINTER, list.count));
    for (int i = 0; i < list.count; i++) {
      long at = list.at(i);
      long pointer = Memory.getLong(at);
      pointer(
          list.segment,
          at,
          pointer,
          Limits.walk(list.nesting),
          segment,
          room.target() + ((long) i << 3));
    }
    list.segment.hold();
  }

  private static void structs(ListLens list, Segment segment, long to) {
    int words = 0;
    int pointers = 0;
    for (int i = 0; i < list.count && list.step > 0; i++) {
      StructReader element = AnyList.element(list, i);
      words = Math.max(words, words(element));
      pointers = Math.max(pointers, pointers(element));
    }
    long content = (long) list.count * (words + pointers);
    Landing room =
        Slot.allocate(
            segment, to, content + 1 << 3, Pointer.list(Pointer.COMPOSITE, (int) content));
    Memory.putLong(room.target(), Pointer.tag(list.count, words, pointers));
    for (int i = 0; i < list.count && content > 0; i++) {
      long place = room.target() + 8 + ((long) i * (words + pointers) << 3);
      content(AnyList.element(list, i), place, words, pointers, segment);
    }
  }

  /// Words of the data section without trailing zeros.
  private static int words(StructReader struct) {
    int bytes = struct.dataBytes;
    while (bytes > 0 && struct.getInt8(bytes - 1) == 0) {
      bytes--;
    }
    return bytes + 7 >> 3;
  }

  /// Pointers without trailing nulls.
  private static int pointers(StructReader struct) {
    int count = struct.pointerCount;
    while (count > 0 && struct.pointer(count - 1) == 0) {
      count--;
    }
    return count;
  }

  /// Walks a message in pre-order and compares each place with the only one it may have.
  private static final class Check {

    private long head;

    Check(long head) {
      this.head = head;
    }

    boolean pointer(Segment segment, long at, long pointer, int nesting) {
      if (pointer == 0) {
        return true;
      }
      return switch (Pointer.kind(pointer)) {
        case Pointer.STRUCT -> struct(segment, at, pointer, nesting);
        case Pointer.LIST -> list(segment, at, pointer, nesting);
        default -> false;
      };
    }

    private boolean struct(Segment segment, long at, long pointer, int nesting) {
      StructReader struct = AnyStruct.TYPE.read(segment, at, pointer, nesting);
      if (struct.dataBytes + struct.pointerCount == 0) {
        return struct.address() == at;
      }
      if (struct.address() != head) {
        return false;
      }
      head += struct.dataBytes + ((long) struct.pointerCount << 3);
      return words(struct) << 3 == struct.dataBytes
          && Canonical.pointers(struct) == struct.pointerCount
          && pointersOf(struct);
    }

    private boolean pointersOf(StructReader struct) {
      for (int i = 0; i < struct.pointerCount; i++) {
        if (!pointer(
            struct.segment, struct.pointerAt(i), struct.pointer(i), Limits.walk(struct.nesting))) {
          return false;
        }
      }
      return true;
    }

    private boolean list(Segment segment, long at, long pointer, int nesting) {
      ListLens list = new AnyList.Reader(segment, at, pointer, nesting);
      long start = list.size == Pointer.COMPOSITE ? list.base - 8 : list.base;
      if (start != head) {
        return false;
      }
      head = list.base + list.contentBytes();
      return switch (list.size) {
        case Pointer.COMPOSITE ->
            list.contentBytes() >> 3 == Pointer.listCount(pointer) && structs(list);
        case Pointer.POINTER -> pointersOf(list);
        default -> paddingIsZero(list);
      };
    }

    private boolean structs(ListLens list) {
      int words = 0;
      int pointers = 0;
      for (int i = 0; i < list.count && list.step > 0; i++) {
        StructReader element = AnyList.element(list, i);
        words = Math.max(words, words(element));
        pointers = Math.max(pointers, Canonical.pointers(element));
        if (!pointersOf(element)) {
          return false;
        }
      }
      long tag = Memory.getLong(list.base - 8);
      list.segment.hold();
      return words << 3 == list.dataBytes
          && pointers == list.pointerCount
          && tag == Pointer.tag(list.count, words, pointers);
    }

    private boolean pointersOf(ListLens list) {
      for (int i = 0; i < list.count; i++) {
        long at = list.at(i);
        if (!pointer(list.segment, at, Memory.getLong(at), Limits.walk(list.nesting))) {
          return false;
        }
      }
      list.segment.hold();
      return true;
    }

    private boolean paddingIsZero(ListLens list) {
      long bits = (long) list.count * Pointer.elementBits(list.size);
      long end = list.base + list.contentBytes();
      long at = list.base + (bits >> 3);
      boolean zero = true;
      if ((bits & 7) != 0) {
        zero = (Memory.getByte(at) & 0xff) >> (bits & 7) == 0;
        at++;
      }
      for (; at < end; at++) {
        zero &= Memory.getByte(at) == 0;
      }
      list.segment.hold();
      return zero;
    }
  }
}
