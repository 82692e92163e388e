package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// What a copy of an object takes. Finding it out follows every pointer, which is charged against
/// the limits of the message.
///
/// @param words the words of the object and of all that it points to, without landing pads and
///   without its own pointer
/// @param capabilities how many capability pointers are among them
public record MessageSize(long words, int capabilities) {

  private static final MessageSize NOTHING = new MessageSize(0, 0);
  private static final MessageSize CAPABILITY = new MessageSize(0, 1);

  static MessageSize of(StructReader struct) {
    return new MessageSize(struct.dataBytes + 7 >> 3, 0)
        .plus(new MessageSize(struct.pointerCount, 0))
        .plus(pointers(struct));
  }

  static MessageSize of(Segment segment, long at, long pointer, int nesting) {
    if (pointer == 0) {
      return NOTHING;
    }
    if (Pointer.kind(pointer) == Pointer.OTHER) {
      CapabilityType.check(segment, at, pointer);
      return CAPABILITY;
    }
    if (nesting == 0) {
      throw Faults.tooDeep(segment, at);
    }
    Landing landing = Landing.of(segment, at, pointer);
    Segment home = landing.segment();
    long before = landing.target() - 8;
    long form = Pointer.form(landing.tag());
    return switch (Pointer.kind(form)) {
      case Pointer.STRUCT -> of(AnyStruct.TYPE.read(home, before, form, nesting));
      case Pointer.LIST -> of(new AnyList.Reader(home, before, form, nesting));
      default -> throw Faults.wrongKind(segment, at, "struct or a list", landing.tag());
    };
  }

  static MessageSize of(ListLens list) {
    long tag = list.size == Pointer.COMPOSITE ? 1 : 0;
    MessageSize size = new MessageSize(tag + (list.contentBytes() >> 3), 0);
    if (list.pointerCount == 0) {
      return size;
    }
    for (int i = 0; i < list.count; i++) {
      size =
          size.plus(
              list.size == Pointer.COMPOSITE
                  ? pointers(AnyList.element(list, i))
                  : of(
                      list.segment,
                      list.at(i),
                      Memory.getLong(list.at(i)),
                      Limits.walk(list.nesting)));
    }
    list.segment.hold();
    return size;
  }

  private static MessageSize pointers(StructReader struct) {
    MessageSize size = NOTHING;
    for (int i = 0; i < struct.pointerCount; i++) {
      size =
          size.plus(
              of(
                  struct.segment,
                  struct.pointerAt(i),
                  struct.pointer(i),
                  Limits.walk(struct.nesting)));
    }
    return size;
  }

  private MessageSize plus(MessageSize other) {
    return new MessageSize(words + other.words, capabilities + other.capabilities);
  }
}
