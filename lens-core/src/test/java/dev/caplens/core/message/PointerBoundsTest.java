package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Pointers of every kind in a message of a few words: each place that they can lead to, from far
/// before the segment to far behind it.
class PointerBoundsTest {

  private static final int WORDS = 5;

  /// The least and the greatest offset that a pointer can hold, and all near the segment.
  private static final List<Integer> OFFSETS =
      IntStream.concat(
              IntStream.of(-(1 << 29), (1 << 29) - 1), IntStream.rangeClosed(-WORDS, 2 * WORDS))
          .boxed()
          .toList();

  /// An object: its pointer with offset 0, and the words that it takes.
  private record Form(String name, PointerType<?, ?> type, long pointer, int words) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("struct of data", AnyStruct.TYPE, 0x0000_0002_0000_0000L, 2),
          new Form("struct of pointers", AnyStruct.TYPE, 0x0003_0000_0000_0000L, 3),
          new Form("struct of both", AnyStruct.TYPE, 0x0001_0001_0000_0000L, 2),
          new Form("bits", BoolList.TYPE, list(1, 65), 2),
          new Form("bytes", ByteList.TYPE, list(2, 9), 2),
          new Form("text", Text.TYPE, list(2, 8), 1),
          new Form("data", Data.TYPE, list(2, 17), 3),
          new Form("2-byte values", ShortList.TYPE, list(3, 5), 2),
          new Form("4-byte values", IntList.TYPE, list(4, 1), 1),
          new Form("8-byte values", LongList.TYPE, list(5, 3), 3),
          new Form("pointers", PointerList.of(AnyPointer.TYPE), list(6, 2), 2),
          new Form("structs, and their tag", StructList.of(AnyStruct.TYPE), list(7, 1), 2),
          new Form("any list", AnyList.TYPE, list(5, 2), 2));

  @Test
  void near_pointers_reach_the_ends_of_their_segment_and_no_word_beyond() {
    for (Form form : FORMS) {
      int taken = 0;
      for (int offset : OFFSETS) {
        int start = 1 + offset;
        if (form.type instanceof StructList.Type && start == 0) {
          continue; // the pointer would be its own tag, which is another error
        }
        long[] words = new long[WORDS];
        words[0] = form.pointer | (offset & 0x3fffffffL) << 2;

        boolean within = start >= 0 && start + form.words <= WORDS;
        check(form.name + " at word " + start, within, form.type, words);
        taken += within ? 1 : 0;
      }
      assertTrue(taken >= 2, form.name);
    }
  }

  @Test
  void landing_pads_are_within_their_segment() {
    for (int pad = 1; pad <= 2 * WORDS; pad++) {
      long[] far = new long[WORDS];
      far[0] = (long) pad << 3 | 2; // to a pad that is null
      check("pad at word " + pad, pad < WORDS, AnyStruct.TYPE, far);

      long[] doubleFar = new long[WORDS];
      doubleFar[0] = (long) pad << 3 | 6;
      for (int i = 1; i + 1 < WORDS; i++) {
        doubleFar[i] = 2; // each word is a far pointer to word 0, the last a tag of size zero
      }
      boolean within = pad + 1 < WORDS && doubleFar[pad + 1] == 0;
      if (pad + 1 >= WORDS || within) {
        check("pads at word " + pad, within, AnyStruct.TYPE, doubleFar);
      }
    }
  }

  @Test
  void what_a_double_far_pointer_leads_to_is_within_its_segment() {
    for (Form form : FORMS) {
      for (int start = 3; start <= 2 * WORDS; start++) {
        long[] words = new long[WORDS];
        words[0] = 1L << 3 | 6; // double far, to pads in words 1 and 2
        words[1] = (long) start << 3 | 2;
        words[2] = form.pointer;

        boolean within = start + form.words <= WORDS;
        check(form.name + " by double far at word " + start, within, form.type, words);
      }
    }
  }

  @Test
  void a_far_pointer_leads_to_a_segment_of_its_message() {
    long[] words = new long[WORDS];
    for (long id : new long[] {0, 1, 2, 0x7fffffffL, 0x80000000L, 0xffffffffL}) {
      words[0] = id << 32 | 1 << 3 | 2;

      check("segment " + id, id == 0, AnyStruct.TYPE, words);
    }
  }

  private static void check(String what, boolean within, PointerType<?, ?> type, long... words) {
    AnyPointer.Reader pointer = MessageReader.copyOf(MemorySegment.ofArray(words)).rootPointer();
    if (within) {
      pointer.as(type);
    } else {
      var error = assertThrows(MalformedMessage.class, () -> pointer.as(type), what);
      assertTrue(error.toString().contains("pointer at segment 0 word "), error::toString);
    }
  }

  private static long list(int elementSize, int count) {
    return 1 | (long) elementSize << 32 | (long) count << 35;
  }
}
