package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {

  private static final List<PointerType<? extends ListLens, ? extends ListLens>> TYPES =
      List.of(
          VoidList.TYPE,
          BoolList.TYPE,
          ByteList.TYPE,
          ShortList.TYPE,
          IntList.TYPE,
          LongList.TYPE,
          PointerList.of(AnyPointer.TYPE),
          StructList.of(AnyStruct.ofSize(1, 0)),
          StructList.of(AnyStruct.ofSize(0, 1)));

  /// Rows: what is there, in the order of `TYPES`. Columns: what is expected, the last two being
  /// the same.
  private static final List<String> READABLE =
      List.of(
          "+.......+", // voids: as voids and as structs
          ".+.......", // bits: as bits only
          "+++.....+", // bytes: also as bits (the low one), voids and structs
          "++++....+",
          "+++++...+",
          "++++++..+",
          "+.....+.+", // pointers: as voids, pointers and structs
          "+.++++.++", // structs of data: as any primitive but bits
          "+.....+++"); // structs of pointers: as pointers

  @Test
  void each_encoding_is_read_as_what_the_reference_reads_it_as() {
    for (int actual = 0; actual < TYPES.size(); actual++) {
      for (int expected = 0; expected < 8; expected++) {
        boolean wanted = READABLE.get(actual).charAt(expected == 7 ? 8 : expected) == '+';
        AnyPointer.Reader pointer = listOf(TYPES.get(actual));
        AnyList.Reader any = pointer.as(AnyList.TYPE);
        PointerType<? extends ListLens, ?> type = TYPES.get(expected);
        String text = "list " + actual + " read as " + expected;
        if (wanted) {
          assertEquals(3, pointer.as(type).size(), text);
          assertEquals(3, any.as(type).size(), text);
        } else {
          assertThrows(MalformedMessage.class, () -> pointer.as(type), text);
          assertThrows(MalformedMessage.class, () -> any.as(type), text);
        }
      }
    }
  }

  @Test
  void bits_are_the_lowest_of_wider_elements() {
    MessageBuilder message = MessageBuilder.create();
    ShortList.Builder shorts = message.rootPointer().init(ShortList.TYPE, 3);
    shorts.copyFrom(new short[] {257, 2, 3}, 0, 0, 3);

    boolean[] bits = message.asReader().rootPointer().as(BoolList.TYPE).toArray();

    // The reference reads [257, 2, 3] in this way.
    assertTrue(Arrays.equals(new boolean[] {true, false, true}, bits), Arrays.toString(bits));
  }

  @Test
  void builders_refuse_bits_in_wider_elements() {
    MessageBuilder message = MessageBuilder.create();
    message.rootPointer().init(ShortList.TYPE, 3);

    assertThrows(MalformedMessage.class, () -> message.rootPointer().as(BoolList.TYPE));
  }

  @Test
  void ints_are_read_from_structs_that_hold_only_data() {
    // The published Java runtime fails here.
    MessageBuilder message = MessageBuilder.create();
    StructList.Builder<AnyStruct.Builder> structs =
        message.rootPointer().init(StructList.of(AnyStruct.ofSize(2, 0)), 3);
    for (int i = 0; i < 3; i++) {
      structs.get(i).putWord(0, 100 + i);
    }

    IntList.Reader ints = message.asReader().rootPointer().as(IntList.TYPE);

    assertArrayEquals(new int[] {100, 101, 102}, ints.toArray());
    assertEquals(12, ints.bytes().byteSize());
  }

  @Test
  void text_is_read_from_structs_that_begin_with_it() {
    MessageBuilder message = MessageBuilder.create();
    StructList.Builder<AnyStruct.Builder> structs =
        message.rootPointer().init(StructList.of(AnyStruct.ofSize(1, 2)), 2);
    structs.get(1).pointerAtIndex(0).set("second");

    PointerList.Reader<Text.Reader> texts =
        message.asReader().rootPointer().as(PointerList.of(Text.TYPE));

    assertEquals("", texts.get(0).toString());
    assertEquals("second", texts.get(1).toString());
    assertFalse(texts.has(0));
    MessageBuilder copy = MessageBuilder.create();
    copy.rootPointer().set(PointerList.of(Text.TYPE), texts);
    assertEquals(
        Equality.EQUAL,
        Equality.of(message.asReader().rootPointer(), copy.asReader().rootPointer()));
  }

  @Test
  void unsigned_elements_are_wider_and_checked() {
    MessageBuilder message = MessageBuilder.create();
    IntList.Builder ints = message.rootPointer().init(IntList.TYPE, 1);

    ints.setUnsigned(0, 0xffffffffL);

    assertEquals(-1, ints.get(0));
    assertEquals(0xffffffffL, ints.getUnsigned(0));
    var error = assertThrows(IllegalArgumentException.class, () -> ints.setUnsigned(0, 1L << 32));
    assertEquals("unsigned element: expected 0 to 4294967295, got 4294967296", error.getMessage());
  }

  @Test
  void elements_are_within_the_list() {
    MessageBuilder message = MessageBuilder.create();
    IntList.Builder ints = message.rootPointer().init(IntList.TYPE, 2);

    assertThrows(IndexOutOfBoundsException.class, () -> ints.get(2));
    assertThrows(IndexOutOfBoundsException.class, () -> ints.set(-1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> message.rootPointer().init(IntList.TYPE, -1));
    assertThrows(
        IllegalArgumentException.class, () -> message.rootPointer().init(IntList.TYPE, 1 << 29));
  }

  @Test
  void a_dense_list_is_a_segment_of_its_own() {
    MessageBuilder message = MessageBuilder.create();
    DoubleList.Builder doubles = message.rootPointer().init(DoubleList.TYPE, 3);
    doubles.copyFrom(new double[] {1, 2, 3}, 0, 0, 3);

    var bytes = message.asReader().rootPointer().as(DoubleList.TYPE).bytes();

    assertEquals(2.0, bytes.getAtIndex(ValueLayout.JAVA_DOUBLE, 1));
    assertEquals(0, bytes.address() % 8);
    assertTrue(bytes.isReadOnly());
  }

  @Test
  void a_cursor_goes_through_the_elements_and_back() {
    MessageBuilder message = MessageBuilder.create();
    StructList.Builder<AnyStruct.Builder> structs =
        message.rootPointer().init(StructList.of(AnyStruct.ofSize(1, 0)), 3);

    ListCursor<AnyStruct.Builder> cursor = structs.cursor();

    assertThrows(IllegalStateException.class, cursor::element);
    while (cursor.next()) {
      cursor.element().putWord(0, cursor.index());
    }
    assertFalse(cursor.next());
    cursor.moveTo(1);
    assertEquals(1, cursor.element().word(0));
    assertThrows(IndexOutOfBoundsException.class, () -> cursor.moveTo(3));
    assertEquals(2, structs.get(2).word(0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 1024})
  void lists_text_and_data_are_truncated_where_they_lie(long words) {
    MessageBuilder message = MessageBuilder.withSegmentsOf(words);
    Node.Builder node = message.initRoot(Node.TYPE);
    MessageBuilderTest.fill(node);
    AnyStruct.Builder root = message.root(AnyStruct.ofSize(3, 8));

    truncate(root, 0, Text.TYPE, 3);
    truncate(root, 2, Data.TYPE, 1);
    truncate(root, 4, StructList.of(Node.TYPE), 2);
    truncate(root, 5, IntList.TYPE, 3);
    truncate(root, 7, BoolList.TYPE, 9);

    Node.Reader read = message.asReader().root(Node.TYPE);
    assertEquals("Žl", read.getName().toString());
    assertArrayEquals(new byte[] {1}, read.getPhoto().toByteArray());
    assertEquals(2, read.getChildren().size());
    assertEquals("child 2", read.getChildren().get(1).getName().toString());
    assertArrayEquals(new int[] {1969, 1989, 2000}, read.getYears().toArray());
    assertEquals(9, read.getExtra().as(BoolList.TYPE).size());
  }

  @Test
  void truncating_the_last_object_gives_its_words_back() {
    MessageBuilder message = MessageBuilder.create();
    LongList.Builder longs = message.rootPointer().init(LongList.TYPE, 100);
    longs.set(70, 5);

    message.rootPointer().truncate(LongList.TYPE, 40);

    assertEquals(41 * 8, message.segmentBytes(0).byteSize());
    message.newOrphan(LongList.TYPE, 60);
    assertEquals(0, message.segmentBytes(0).get(ValueLayout.JAVA_LONG, 71 * 8), "cleared");
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> message.rootPointer().truncate(LongList.TYPE, 41));
    assertEquals("truncation of a list: expected 0 to 40 elements, got 41", error.getMessage());
  }

  private static <B> void truncate(
      AnyStruct.Builder struct, int index, PointerType<?, B> type, int size) {
    Orphan<B> orphan = struct.pointerAtIndex(index).disown(type);
    orphan.truncate(size);
    struct.pointerAtIndex(index).adopt(orphan);
  }

  private static <B> AnyPointer.Reader listOf(PointerType<?, B> type) {
    MessageBuilder message = MessageBuilder.create();
    message.rootPointer().init(type, 3);
    return message.asReader().rootPointer();
  }
}
