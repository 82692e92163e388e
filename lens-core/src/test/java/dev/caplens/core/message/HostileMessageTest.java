package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What a sender can get wrong, or do on purpose. Words are spelled by hand.
class HostileMessageTest {

  @Test
  void a_message_without_a_root_is_refused() {
    refuses(
        "message: expected a root pointer in segment 0, got a segment of 0 bytes; the message is cut"
            + " short or its sender is faulty",
        () -> message(new long[0]).rootPointer());
  }

  @Test
  void a_struct_beyond_the_end_is_refused() {
    refuses(
        "pointer at segment 0 word 0: expected an object within the 2 words of segment 0, got words"
            + " 1 to 2; the message is cut short or its sender is faulty",
        () ->
            root(
                0x0001_0001_0000_0000L, // struct, offset 0, 1 data word and 1 pointer
                0));
  }

  @Test
  void an_object_before_the_start_is_refused() {
    refuses(
        "pointer at segment 0 word 0: expected an object within the 2 words of segment 0, got words"
            + " -1 to 0; the message is cut short or its sender is faulty",
        () ->
            root(
                0x0001_0001_ffff_fff8L, // struct, offset -2
                0));
  }

  @Test
  void a_struct_of_size_zero_may_be_anywhere() {
    Node.Reader node = root(0x0000_0000_7fff_fff8L); // struct, offset 2^29 - 2, size 0

    assertEquals(0, node.getId());
    assertEquals("", node.getName().toString());
  }

  @Test
  void a_list_beyond_the_end_is_refused() {
    refuses(
        "pointer at segment 0 word 0: expected an object within the 2 words of segment 0, got words"
            + " 1 to 2; the message is cut short or its sender is faulty",
        () ->
            pointer(
                IntList.TYPE,
                0x0000_001c_0000_0001L, // list, offset 0, 3 elements of 4 bytes
                0));
  }

  @Test
  void a_list_of_the_largest_size_does_not_overflow() {
    refuses(
        "pointer at segment 0 word 0: expected an object within the 1 words of segment 0, got words"
            + " 1 to 536870911; the message is cut short or its sender is faulty",
        () -> pointer(LongList.TYPE, 0xffff_fffd_0000_0001L)); // 2^29 - 1 elements of 8 bytes
  }

  @Test
  void the_wrong_kind_of_pointer_is_refused() {
    refuses(
        "pointer at segment 0 word 0: expected a struct, got kind 'list' (0x0000000100000001);"
            + " reader and sender disagree about the schema",
        () -> root(0x0000_0001_0000_0001L));
    refuses(
        "pointer at segment 0 word 0: expected a list, got kind 'struct' (0x0000000100000000);"
            + " reader and sender disagree about the schema",
        () -> pointer(IntList.TYPE, 0x0000_0001_0000_0000L, 0));
    refuses(
        "pointer at segment 0 word 0: expected a struct, got kind 'other' (0x0000000500000003);"
            + " reader and sender disagree about the schema",
        () -> root(0x0000_0005_0000_0003L));
  }

  @Test
  void an_other_pointer_that_is_no_capability_is_refused() {
    refuses(
        "pointer of kind 'other' at segment 0 word 0: expected bits 2..31 zero (a capability), got"
            + " 0x00000007; upgrade this peer if the sender uses a newer encoding",
        () -> message(0x0000_0000_0000_0007L).rootPointer().kind());
  }

  @Test
  void far_pointers_stay_within_the_message() {
    refuses(
        "far pointer at segment 0 word 0: expected a segment below 1, got 7; the message lost"
            + " segments or its sender is faulty",
        () -> root(0x0000_0007_0000_0002L)); // far, word 0 of segment 7
    refuses(
        "far pointer at segment 0 word 0: expected a segment below 1, got 4294967295; the message"
            + " lost segments or its sender is faulty",
        () -> root(0xffff_ffff_0000_0002L));
    refuses(
        "pointer at segment 0 word 0: expected an object within the 1 words of segment 0, got words"
            + " 536870911 to 536870911; the message is cut short or its sender is faulty",
        () -> root(0x0000_0000_ffff_fffaL)); // far, word 2^29 - 1 of segment 0
    refuses(
        "pointer at segment 0 word 0: expected an object within the 2 words of segment 0, got words"
            + " 1 to 2; the message is cut short or its sender is faulty",
        () -> root(0x0000_0000_0000_000eL, 2)); // double far, whose second pad word is missing
  }

  @Test
  void a_double_far_pad_that_is_not_far_is_refused() {
    refuses(
        "landing pad of a double far pointer at segment 0 word 1: expected a far pointer, got kind"
            + " 'struct' (0x0000000000000000); the sender is faulty",
        () -> root(0x0000_0000_0000_000eL, 0, 0));
  }

  @Test
  void a_far_pointer_to_a_far_pointer_is_refused_and_not_followed_for_ever() {
    refuses(
        "pointer at segment 0 word 0: expected a struct, got kind 'far' (0x0000000000000002); reader"
            + " and sender disagree about the schema",
        () -> root(0x0000_0000_0000_0002L)); // far, to itself
  }

  @Test
  void text_ends_with_a_zero_byte() {
    String expected =
        "text that the pointer at segment 0 word 0 leads to: expected a zero byte at its end, got"
            + " none; the sender is faulty";
    refuses(expected, () -> pointer(Text.TYPE, 0x0000_0012_0000_0001L, 0x6161));
    refuses(expected, () -> pointer(Text.TYPE, 0x0000_0002_0000_0001L));
  }

  @Test
  void text_and_data_are_lists_of_bytes() {
    refuses(
        "list pointer at segment 0 word 0: expected a list of bytes, got a list of 4-byte values;"
            + " reader and sender disagree about the schema",
        () -> pointer(Text.TYPE, 0x0000_000c_0000_0001L, 0));
    refuses(
        "pointer at segment 0 word 0: expected a list of bytes (data), got kind 'other'"
            + " (0x0000000000000003); reader and sender disagree about the schema",
        () -> pointer(Data.TYPE, 3));
    refuses(
        "pointer at segment 0 word 0: expected an object within the 1 words of segment 0, got words"
            + " 1 to 1; the message is cut short or its sender is faulty",
        () -> pointer(Text.TYPE, 0x0000_000a_0000_0001L));
  }

  @Test
  void malformed_utf8_is_told_by_the_checked_accessor_only() {
    Text.Reader text = pointer(Text.TYPE, 0x0000_0012_0000_0001L, 0x00ff); // 0xff 0x00

    assertEquals("\ufffd", text.toString());
    refuses(
        "text of 1 bytes at segment 0 word 1: expected UTF-8, got Input length = 1; read it as bytes"
            + " if that is intended",
        text::decode);
  }

  @Test
  void the_tag_of_a_struct_list_is_checked() {
    // The published Java runtime does not look at its kind.
    refuses(
        "tag of the struct list that the pointer at segment 0 word 0 leads to: expected kind"
            + " 'struct', got kind 'list' (0x0000000100000005); the sender is faulty",
        () -> pointer(StructList.of(Node.TYPE), 0x0000_000f_0000_0001L, 0x0000_0001_0000_0005L, 0));
    refuses(
        "struct list that the pointer at segment 0 word 0 leads to: expected at most 1 words of"
            + " elements, got a tag for 2; the sender is faulty",
        () -> pointer(StructList.of(Node.TYPE), 0x0000_000f_0000_0001L, 0x0000_0001_0000_0008L, 0));
    refuses(
        "struct list that the pointer at segment 0 word 0 leads to: expected at most 0 words of"
            + " elements, got a tag for 70367670173700; the sender is faulty",
        () -> pointer(StructList.of(Node.TYPE), 0x0000_0007_0000_0001L, 0xffff_ffff_ffff_fff8L));
  }

  @Test
  void the_highest_bit_of_a_tags_count_means_nothing_as_in_the_reference() {
    StructList.Reader<Node.Reader> list =
        pointer(StructList.of(Node.TYPE), 0x0000_000f_0000_0001L, 0x0000_0001_8000_0004L, 7);

    assertEquals(1, list.size());
    long root = 0x0001_0000_0000_0000L;
    assertTrue(
        Canonical.isCanonical(message(root, 0x0000_000f_0000_0001L, 0x0000_0001_0000_0004L, 7)));
    assertFalse(
        Canonical.isCanonical(message(root, 0x0000_000f_0000_0001L, 0x0000_0001_8000_0004L, 7)));
  }

  @Test
  void a_list_of_bits_is_not_one_of_structs() {
    // The published Java runtime takes it for one.
    refuses(
        "list pointer at segment 0 word 0: expected a list of structs, got a list of bits; reader"
            + " and sender disagree about the schema",
        () -> pointer(StructList.of(Node.TYPE), 0x0000_0041_0000_0001L, 0xff));
  }

  @Test
  void a_cycle_ends_at_the_nesting_limit() {
    long[] words = {
      0x0001_0000_0000_0000L, // struct, offset 0, 1 pointer
      0x0001_0000_ffff_fffcL // that pointer: offset -1, to itself
    };
    AnyStruct.Reader struct = message(words).root(AnyStruct.TYPE);

    var error = assertThrows(LimitReached.class, struct::totalSize);

    assertEquals(
        "nesting limit of 64 levels reached at segment 0 word 1; if the message is honest, raise it"
            + " with Limits.withNesting",
        error.getMessage());
    assertThrows(
        LimitReached.class,
        () -> MessageBuilder.create().setRoot(message(words).root(AnyStruct.TYPE)));
    assertThrows(
        LimitReached.class,
        () -> Equality.of(message(words).rootPointer(), message(words).rootPointer()));
    assertThrows(LimitReached.class, () -> Canonical.copyOf(message(words).root(AnyStruct.TYPE)));
    assertFalse(Canonical.isCanonical(message(words)));
  }

  @Test
  void a_level_of_struct_lists_costs_two() {
    Limits limits = Limits.DEFAULT.withNesting(2);
    long[] words = {
      0x0000_0017_0000_0001L, // list of structs, 2 words
      0x0001_0001_0000_0004L, // tag: 1 element of 1 data word and 1 pointer
      5,
      0x0000_0001_0000_0000L, // struct, offset 0, 1 data word
      6
    };
    MessageReader message = MessageReader.copyOf(List.of(MemorySegment.ofArray(words)), limits);

    AnyStruct.Reader element = message.rootPointer().as(StructList.of(AnyStruct.TYPE)).get(0);

    assertEquals(5, element.word(0));
    assertThrows(LimitReached.class, () -> element.pointerAtIndex(0).as(AnyStruct.TYPE));
  }

  @Test
  void following_the_same_pointer_again_and_again_reaches_the_traversal_limit() {
    long[] words = new long[1025];
    words[0] = 0x0000_0400_0000_0000L; // struct, 1024 data words
    MessageReader message =
        MessageReader.copyOf(
            List.of(MemorySegment.ofArray(words)), Limits.DEFAULT.withTraversalWords(3000));
    message.root(AnyStruct.TYPE);
    message.root(AnyStruct.TYPE);

    var error = assertThrows(LimitReached.class, () -> message.root(AnyStruct.TYPE));

    assertEquals(
        "traversal limit of 3000 words reached by an object of 1024 words; if the message is honest"
            + " and each part is read once, raise it with Limits.withTraversalWords",
        error.getMessage());
  }

  @Test
  void lists_whose_elements_take_no_room_are_charged_for_them() {
    long voids = 0xffff_fff8_0000_0001L; // 2^29 - 1 voids
    assertThrows(LimitReached.class, () -> pointer(VoidList.TYPE, voids));
    assertThrows(LimitReached.class, () -> pointer(StructList.of(Node.TYPE), voids));
    assertThrows(LimitReached.class, () -> message(voids).rootPointer().totalSize());
    long[] structs = {
      0x0000_0007_0000_0001L, // list of structs, 0 words
      0x0000_0000_ffff_fffcL // tag: 2^30 - 1 elements of size zero
    };
    assertThrows(LimitReached.class, () -> pointer(StructList.of(Node.TYPE), structs));
  }

  @Test
  void a_field_that_an_element_of_numbers_is_too_small_for_is_absent_and_never_its_neighbour() {
    long shorts = 0x0000_0023_0000_0001L; // 4 elements of 2 bytes
    StructList.Reader<Node.Reader> list =
        pointer(StructList.of(Node.TYPE), shorts, 0xdddd_cccc_bbbb_aaaaL);

    assertEquals(0, list.get(0).getId());
    assertEquals(0, list.get(3).getId()); // its 4 bytes would end behind the message
    assertEquals(0xbbbb, list.get(1).firstWord());
    assertEquals(0xdddd, list.get(3).firstWord());
    assertEquals(18, list.get(0).getAge());
  }

  @Test
  void each_word_of_a_far_pad_is_charged() {
    long[] words = {0x0000_0000_0000_000aL, 0}; // far, to the null pointer in word 1
    MessageReader message =
        MessageReader.copyOf(
            List.of(MemorySegment.ofArray(words)), Limits.DEFAULT.withTraversalWords(5));

    message.root(AnyStruct.TYPE); // 2 for the root, 1 for the pad

    assertThrows(LimitReached.class, () -> message.root(AnyStruct.TYPE));
  }

  @Test
  void an_edited_message_is_checked_like_one_that_is_read() {
    long[] words = {
      0x0002_0000_0000_0000L, // struct, 2 pointers
      0x0001_0000_ffff_fffcL, // a struct that is this pointer itself
      0x0000_000c_7fff_fffdL // a list beyond the end
    };
    MessageBuilder message = MessageBuilder.edit(message(words));
    AnyStruct.Builder root = message.root(AnyStruct.TYPE);

    assertThrows(MalformedMessage.class, () -> root.pointerAtIndex(1).as(IntList.TYPE));
    root.pointerAtIndex(1).set("repaired");
    root.pointerAtIndex(0).clear();

    assertEquals("repaired", root.asReader().pointerAtIndex(1).as(Text.TYPE).toString());
    assertTrue(root.pointerAtIndex(0).isNull());
  }

  @Test
  void a_list_that_is_no_text_is_not_cut_as_one() {
    long farAway = 0x0000_0008_7fff_fff1L; // one void element, 2 GiB and more behind the message
    MessageBuilder message = MessageBuilder.edit(message(farAway));

    refuses(
        "list pointer at segment 0 word 0: expected a list of bytes, got a list of voids; reader and"
            + " sender disagree about the schema",
        () -> message.rootPointer().truncate(Text.TYPE, 0));
  }

  @Test
  void sections_of_any_struct_are_not_left_by_any_index() {
    AnyStruct.Reader struct =
        message(0x0001_0001_0000_0000L, 7, 0x0000_0000_ffff_fffcL).root(AnyStruct.TYPE);

    for (int index : new int[] {1, 0x0fff_ffff, 0x1000_0000, 0x2000_0000, Integer.MAX_VALUE}) {
      assertEquals(0, struct.word(index));
      assertTrue(struct.pointerAtIndex(index).isNull());
    }
    assertEquals(7, struct.word(0));
    assertEquals(7, struct.dataByte(0));
    assertEquals(0, struct.dataByte(Integer.MAX_VALUE));
    for (int index : new int[] {-1, 0x8000_0000, 0xf000_0000}) {
      assertThrows(IndexOutOfBoundsException.class, () -> struct.word(index));
      assertThrows(IndexOutOfBoundsException.class, () -> struct.dataByte(index));
      assertThrows(IndexOutOfBoundsException.class, () -> struct.pointerAtIndex(index));
    }
  }

  @Test
  void a_message_that_was_opened_for_editing_keeps_its_limits_when_it_is_read() {
    Limits few = new Limits(100, 64, 511);
    MessageReader wide =
        MessageReader.copyOf(
            List.of(MemorySegment.ofArray(new long[] {0xffff_0000_0000_0000L, 0})), few);

    assertEquals(few, MessageBuilder.edit(wide).asReader().limits());
  }

  @Test
  void a_list_of_nothing_is_charged_for_the_room_that_it_is_given() {
    long voids =
        0x0000_1f40_0000_0001L; // 1,000 void elements, charged one word each when looked at
    Limits limits = Limits.DEFAULT.withTraversalWords(60_000);
    MessageBuilder message =
        MessageBuilder.edit(
            MessageReader.copyOf(List.of(MemorySegment.ofArray(new long[] {voids})), limits));

    var error =
        assertThrows(
            LimitReached.class,
            () -> message.rootPointer().as(StructList.of(AnyStruct.ofSize(63, 0))));

    assertEquals(
        "traversal limit of 60000 words reached by an object of 63000 words; if the message is"
            + " honest and each part is read once, raise it with Limits.withTraversalWords",
        error.getMessage());
    assertEquals(8, message.segmentBytes(0).byteSize());
    assertEquals(1, message.segmentCount());
  }

  private static void refuses(String text, Executable reading) {
    assertEquals(text, assertThrows(MalformedMessage.class, reading).getMessage());
  }

  private static Node.Reader root(long... words) {
    return message(words).root(Node.TYPE);
  }

  private static <R> R pointer(PointerType<R, ?> type, long... words) {
    return message(words).rootPointer().as(type);
  }

  private static MessageReader message(long... words) {
    return MessageReader.copyOf(MemorySegment.ofArray(words));
  }
}
