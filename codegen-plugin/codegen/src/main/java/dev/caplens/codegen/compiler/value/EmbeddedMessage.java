package dev.caplens.codegen.compiler.value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a framed message, as found in an embedded file, into a tree of words.
///
/// The file may hold anything: every offset is checked, nesting is limited, and so is the work that
/// pointers to the same place can cause.
public final class EmbeddedMessage {

  private static final int MAX_SEGMENTS = 512;
  private static final int MAX_DEPTH = 64;
  private static final int WORK_PER_WORD = 8;
  private static final long MIN_WORK = 1 << 20;

  /// What makes a message invalid; never leaves this class.
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private Malformed() {
      super(null, null, false, false);
    }
  }

  /// A place of a message, in words.
  private record Place(int segment, long word) {}

  private final ByteBuffer bytes;
  private final List<ByteBuffer> segments = new ArrayList<>();
  private long work;

  private EmbeddedMessage(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.work = Math.max(MIN_WORK, (long) bytes.length / Long.BYTES * WORK_PER_WORD);
  }

  /// The root struct; null if `bytes` is no valid message.
  public static @Nullable WireStruct read(byte[] bytes) {
    EmbeddedMessage message = new EmbeddedMessage(bytes);
    try {
      message.frame();
      WireObject root = message.object(new Place(0, 0), 0);
      if (root == null) {
        return new WireStruct(0, 0);
      }
      return root instanceof WireStruct struct ? struct : null;
    } catch (Malformed e) {
      return null;
    }
  }

  private void frame() throws Malformed {
    check(bytes.remaining() % Long.BYTES == 0 && bytes.remaining() >= 2 * Long.BYTES);
    long count = (bytes.getInt(0) & 0xffffffffL) + 1;
    check(count < MAX_SEGMENTS);
    long start = (count / 2 + 1) * Long.BYTES;
    for (int i = 0; i < count; i++) {
      check(start <= bytes.limit());
      long size = (bytes.getInt(4 + 4 * i) & 0xffffffffL) * Long.BYTES;
      check(size <= bytes.limit() - start);
      segments.add(bytes.slice((int) start, (int) size).order(ByteOrder.LITTLE_ENDIAN));
      start += size;
    }
  }

  private static void check(boolean valid) throws Malformed {
    if (!valid) {
      throw new Malformed();
    }
  }

  private long word(Place place) throws Malformed {
    check(place.segment() < segments.size());
    ByteBuffer segment = segments.get(place.segment());
    check(place.word() >= 0 && place.word() < segment.limit() / Long.BYTES);
    return segment.getLong((int) place.word() * Long.BYTES);
  }

  private void spend(Place start, long words) throws Malformed {
    work -= words + 1;
    check(work >= 0 && words >= 0 && start.segment() < segments.size());
    long limit = segments.get(start.segment()).limit() / Long.BYTES;
    check(start.word() >= 0 && start.word() <= limit && words <= limit - start.word());
  }

  private @Nullable WireObject object(Place place, int depth) throws Malformed {
    check(depth < MAX_DEPTH);
    long pointer = word(place);
    if (pointer == 0) {
      return null;
    }
    if ((pointer & 3) == 2) {
      return far(pointer, depth);
    }
    return at(pointer, new Place(place.segment(), place.word() + 1 + offset(pointer)), depth);
  }

  private static long offset(long pointer) {
    return (int) pointer >> 2;
  }

  private @Nullable WireObject far(long pointer, int depth) throws Malformed {
    Place pad = new Place((int) (pointer >>> 32) & 0x7fffffff, (pointer & 0xffffffffL) >>> 3);
    long first = word(pad);
    work -= 2;
    check(work >= 0);
    if ((pointer & 4) == 0) {
      check((first & 3) != 2);
      return first == 0
          ? null
          : at(first, new Place(pad.segment(), pad.word() + 1 + offset(first)), depth);
    }
    check((first & 7) == 2);
    long tag = word(new Place(pad.segment(), pad.word() + 1));
    Place content = new Place((int) (first >>> 32) & 0x7fffffff, (first & 0xffffffffL) >>> 3);
    return at(tag, content, depth);
  }

  private @Nullable WireObject at(long pointer, Place content, int depth) throws Malformed {
    return switch ((int) pointer & 3) {
      case 0 -> struct(content, (int) (pointer >>> 32) & 0xffff, (int) (pointer >>> 48), depth);
      case 1 -> list(pointer, content, depth);
      case 3 -> null; // a capability, which a file cannot hold
      default -> throw new Malformed();
    };
  }

  private WireStruct struct(Place start, int dataWords, int pointers, int depth) throws Malformed {
    spend(start, (long) dataWords + pointers);
    WireStruct struct = new WireStruct(dataWords, pointers);
    for (int i = 0; i < dataWords; i++) {
      struct.setWord(i, word(new Place(start.segment(), start.word() + i)));
    }
    for (int i = 0; i < pointers; i++) {
      Place place = new Place(start.segment(), start.word() + dataWords + i);
      struct.setPointer(i, object(place, depth + 1));
    }
    return struct;
  }

  private WireList list(long pointer, Place start, int depth) throws Malformed {
    int size = (int) (pointer >>> 32) & 7;
    int count = (int) (pointer >>> 35);
    return switch (size) {
      case 6 -> pointers(start, count, depth);
      case 7 -> structs(start, count, depth);
      default -> primitives(start, size < 2 ? size : 4 << (size - 1), count);
    };
  }

  private WireList primitives(Place start, int bits, int count) throws Malformed {
    spend(start, ((long) bits * count + 63) / 64);
    work -= bits == 0 ? count : 0;
    check(work >= 0);
    long[] elements = new long[count];
    for (int i = 0; i < count && bits > 0; i++) {
      long position = (long) i * bits;
      long word = word(new Place(start.segment(), start.word() + position / 64));
      long mask = bits == 64 ? -1L : (1L << bits) - 1;
      elements[i] = word >>> (position % 64) & mask;
    }
    return new WireList.Primitives(bits, elements);
  }

  private WireList pointers(Place start, int count, int depth) throws Malformed {
    spend(start, count);
    List<@Nullable WireObject> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(object(new Place(start.segment(), start.word() + i), depth + 1));
    }
    return new WireList.Pointers(elements);
  }

  private WireList structs(Place start, int words, int depth) throws Malformed {
    long tag = word(start);
    check((tag & 3) == 0);
    int count = (int) tag >>> 2 & 0x1fffffff;
    int dataWords = (int) (tag >>> 32) & 0xffff;
    int pointers = (int) (tag >>> 48);
    long each = (long) dataWords + pointers;
    check(each * count <= words);
    spend(start, each * count + 1);
    work -= count;
    check(work >= 0);
    List<WireStruct> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Place element = new Place(start.segment(), start.word() + 1 + i * each);
      elements.add(struct(element, dataWords, pointers, depth + 1));
    }
    return new WireList.Structs(dataWords, pointers, elements);
  }
}
