package dev.caplens.core.encoding;

import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.BoolList;
import dev.caplens.core.message.ByteList;
import dev.caplens.core.message.Data;
import dev.caplens.core.message.DoubleList;
import dev.caplens.core.message.IntList;
import dev.caplens.core.message.LongList;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.Orphan;
import dev.caplens.core.message.PointerList;
import dev.caplens.core.message.PointerType;
import dev.caplens.core.message.ShortList;
import dev.caplens.core.message.StructList;
import dev.caplens.core.message.StructType;
import dev.caplens.core.message.VoidList;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Values of random shape: structs and lists of every kind, with zeros in the places where
/// encodings care.
final class RandomMessage {

  private static final PointerType<
          PointerList.Reader<AnyPointer.Reader>,
          PointerList.Builder<AnyPointer.Reader, AnyPointer.Builder>>
      LIST = PointerList.of(AnyPointer.TYPE);

  private final RandomGenerator random;
  private int budget;

  private RandomMessage(RandomGenerator random, int budget) {
    this.random = random;
    this.budget = budget;
  }

  /// A message of at most about 600 words in segments of a random size.
  static MessageBuilder build(RandomGenerator random) {
    MessageBuilder message = MessageBuilder.withSegmentsOf(random.nextInt(1, 65));
    fill(message, random);
    return message;
  }

  static void fill(MessageBuilder message, RandomGenerator random) {
    RandomMessage value = new RandomMessage(random, 60);
    value.struct(message.initRoot(value.type()), 5);
  }

  /// As above, but each object below the root is made as an orphan and adopted in any order, and
  /// some that they hold move up to the root. Where a segment is full, that takes double far
  /// pointers.
  static void adopt(MessageBuilder message, RandomGenerator random) {
    RandomMessage value = new RandomMessage(random, 60);
    AnyStruct.Builder root = message.initRoot(AnyStruct.ofSize(1, 12));
    root.putWord(0, value.word());
    List<Orphan<AnyStruct.Builder>> orphans = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Orphan<AnyStruct.Builder> orphan = message.newOrphan(value.type(), 0);
      value.struct(orphan.get(), 4);
      orphans.add(random.nextInt(orphans.size() + 1), orphan);
    }
    for (int i = 0; i < orphans.size(); i++) {
      root.pointerAtIndex(i).adopt(orphans.get(i));
    }
    for (int i = 8; i < 12; i++) {
      AnyStruct.Builder struct = root.pointerAtIndex(random.nextInt(8)).as(AnyStruct.TYPE);
      if (struct.pointerCount() > 0) {
        AnyPointer.Builder inner = struct.pointerAtIndex(random.nextInt(struct.pointerCount()));
        root.pointerAtIndex(i).adopt(inner.disown(AnyPointer.TYPE));
      }
    }
  }

  private void struct(AnyStruct.Builder struct, int depth) {
    for (int i = 0; i < struct.dataBytes() / 8; i++) {
      struct.putWord(i, word());
    }
    for (int i = 0; i < struct.pointerCount(); i++) {
      pointer(struct.pointerAtIndex(i), depth - 1);
    }
  }

  private void pointer(AnyPointer.Builder pointer, int depth) {
    if (depth <= 0 || --budget < 0) {
      return;
    }
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> struct(pointer.init(type()), depth);
      case 4, 5 -> structs(pointer, depth);
      case 6 -> pointers(pointer, depth);
      case 7 -> pointer.set(text());
      case 8 -> pointer.init(Data.TYPE, 5).set(new byte[] {1, 0, 0, (byte) word(), 5});
      default -> primitives(pointer);
    }
  }

  private void structs(AnyPointer.Builder pointer, int depth) {
    int count = size(5);
    StructList.Builder<AnyStruct.Builder> list = pointer.init(StructList.of(type()), count);
    for (AnyStruct.Builder element : list) {
      struct(element, depth - 1);
    }
  }

  private void pointers(AnyPointer.Builder pointer, int depth) {
    PointerList.Builder<AnyPointer.Reader, AnyPointer.Builder> list = pointer.init(LIST, size(5));
    for (int i = 0; i < list.size(); i++) {
      pointer(list.get(i), depth - 1);
    }
  }

  private void primitives(AnyPointer.Builder pointer) {
    int count = size(20);
    switch (random.nextInt(8)) {
      case 0 -> pointer.init(VoidList.TYPE, count);
      case 1 -> {
        BoolList.Builder list = pointer.init(BoolList.TYPE, count);
        for (int i = 0; i < count; i++) {
          list.set(i, random.nextBoolean());
        }
      }
      case 2 -> {
        ByteList.Builder list = pointer.init(ByteList.TYPE, count);
        for (int i = 0; i < count; i++) {
          list.set(i, (byte) word());
        }
      }
      case 3 -> {
        ShortList.Builder list = pointer.init(ShortList.TYPE, count);
        for (int i = 0; i < count; i++) {
          list.set(i, (short) word());
        }
      }
      case 4 -> {
        IntList.Builder list = pointer.init(IntList.TYPE, count);
        for (int i = 0; i < count; i++) {
          list.set(i, (int) word());
        }
      }
      case 5 -> {
        DoubleList.Builder list = pointer.init(DoubleList.TYPE, count);
        for (int i = 0; i < count; i++) {
          list.set(i, random.nextDouble());
        }
      }
      default -> {
        LongList.Builder list = pointer.init(LongList.TYPE, count);
        for (int i = 0; i < count; i++) {
          list.set(i, word());
        }
      }
    }
  }

  private StructType<AnyStruct.Reader, AnyStruct.Builder> type() {
    return AnyStruct.ofSize(random.nextInt(5), random.nextInt(5));
  }

  /// Words as messages have them: often zero, often with a few bytes only.
  private long word() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> 0;
      case 2 -> random.nextInt(256);
      case 3 -> random.nextLong() & 0xff00ff00ffff00ffL;
      default -> random.nextLong();
    };
  }

  private int size(int bound) {
    return random.nextInt(8) == 0 ? 0 : random.nextInt(bound);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = size(12); i > 0; i--) {
      text.appendCodePoint(random.nextInt(10) == 0 ? 0x1f40e : 'a' + random.nextInt(26));
    }
    return text.toString();
  }
}
