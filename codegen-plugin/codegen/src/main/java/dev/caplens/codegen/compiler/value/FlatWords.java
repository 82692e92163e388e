package dev.caplens.codegen.compiler.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lays a tree out as one segment: the root pointer first, then each object before what it points
/// at.
public final class FlatWords {

  private static final int STRUCT = 0;
  private static final int LIST = 1;
  private static final int POINTERS = 6;
  private static final int STRUCTS = 7;

  private long[] words = new long[64];
  private int used;

  private FlatWords() {}

  /// The words of a message whose root is `root`.
  public static long[] of(WireObject root) {
    FlatWords flat = new FlatWords();
    flat.write(flat.allocate(1), root);
    return Arrays.copyOf(flat.words, flat.used);
  }

  private int allocate(int count) {
    int start = used;
    used = Math.addExact(used, count);
    if (used > words.length) {
      words = Arrays.copyOf(words, Math.max(used, words.length * 2));
    }
    return start;
  }

  private void write(int at, @Nullable WireObject target) {
    switch (target) {
      case null -> {}
      case WireStruct struct -> {
        int start = allocate(struct.dataWords() + struct.pointerCount());
        // An empty struct points at itself, or it would look like a null pointer.
        boolean empty = struct.dataWords() + struct.pointerCount() == 0;
        pointer(at, empty ? at : start, STRUCT, sizes(struct.dataWords(), struct.pointerCount()));
        content(start, struct);
      }
      case WireList.Primitives list -> primitives(at, list);
      case WireList.Pointers list -> {
        int start = allocate(list.size());
        pointer(at, start, LIST, POINTERS | list.size() << 3);
        for (int i = 0; i < list.size(); i++) {
          write(start + i, list.elements().get(i));
        }
      }
      case WireList.Structs list -> structs(at, list);
    }
  }

  private static int sizes(int dataWords, int pointers) {
    return dataWords | pointers << 16;
  }

  private void pointer(int at, int target, int kind, int high) {
    int offset = target - at - 1;
    words[at] = (long) high << 32 | ((offset << 2 | kind) & 0xffffffffL);
  }

  private void content(int start, WireStruct struct) {
    for (int i = 0; i < struct.dataWords(); i++) {
      words[start + i] = struct.word(i);
    }
    for (int i = 0; i < struct.pointerCount(); i++) {
      write(start + struct.dataWords() + i, struct.pointer(i));
    }
  }

  private void primitives(int at, WireList.Primitives list) {
    int bits = list.bits();
    int code = bits < 2 ? bits : Integer.numberOfTrailingZeros(bits) - 1;
    int start = allocate(Math.toIntExact(((long) bits * list.size() + 63) / 64));
    pointer(at, start, LIST, code | list.size() << 3);
    for (int i = 0; i < list.size() && bits > 0; i++) {
      long position = (long) i * bits;
      words[start + (int) (position / 64)] |= mask(list.elements()[i], bits) << (position % 64);
    }
  }

  private static long mask(long raw, int bits) {
    return bits == 64 ? raw : raw & ((1L << bits) - 1);
  }

  private void structs(int at, WireList.Structs list) {
    int each = list.dataWords() + list.pointers();
    int content = Math.multiplyExact(each, list.size());
    int start = allocate(content + 1);
    pointer(at, start, LIST, STRUCTS | content << 3);
    words[start] =
        (long) sizes(list.dataWords(), list.pointers()) << 32 | (list.size() << 2 & 0xffffffffL);
    for (int i = 0; i < list.size(); i++) {
      content(start + 1 + i * each, list.elements().get(i));
    }
  }
}
