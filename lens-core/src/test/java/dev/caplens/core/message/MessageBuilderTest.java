package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBuilderTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 12, 13, 16, 40, 1024})
  void what_is_built_is_read_whatever_the_size_of_the_segments(long words) {
    MessageBuilder message = MessageBuilder.withSegmentsOf(words);

    fill(message.initRoot(Node.TYPE));

    check(message.asReader().root(Node.TYPE));
    check(message.root(Node.TYPE).asReader());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 12, 13, 16, 40, 1024})
  void a_copy_holds_the_same_value(long words) {
    MessageBuilder source = MessageBuilder.withSegmentsOf(words);
    fill(source.initRoot(Node.TYPE));
    MessageBuilder copy = MessageBuilder.withSegmentsOf((65 - words & 63) + 1);

    copy.setRoot(source.asReader().root(Node.TYPE));

    check(copy.asReader().root(Node.TYPE));
    assertEquals(
        source.asReader().root(Node.TYPE).totalSize(), copy.asReader().root(Node.TYPE).totalSize());
  }

  @Test
  void the_words_of_a_small_message_are_these() {
    MessageBuilder message = MessageBuilder.create();
    AnyStruct.Builder root = message.initRoot(AnyStruct.ofSize(1, 2));
    root.putWord(0, 0x1122334455667788L);
    root.pointerAtIndex(1).set("hi");

    long[] words = message.segmentBytes(0).toArray(ValueLayout.JAVA_LONG);

    assertArrayEquals(
        new long[] {
          0x0002_0001_0000_0000L, // struct, offset 0, 1 data word, 2 pointers
          0x1122_3344_5566_7788L, // data
          0, // null
          0x0000_001a_0000_0001L, // list, offset 0, of 3 bytes
          0x0000_0000_0000_6968L // "hi" and its zero byte
        },
        words);
  }

  @Test
  void a_builder_in_memory_of_the_caller_stays_in_it_and_overflows_elsewhere() {
    Region ring = Region.anonymous(4096);
    ring.segment().fill((byte) 0x5a);
    MessageBuilder message = MessageBuilder.in(ring, 64, 128);

    fill(message.initRoot(Node.TYPE));

    assertTrue(message.segmentCount() > 1);
    check(message.asReader().root(Node.TYPE));
    byte[] all = ring.segment().toArray(ValueLayout.JAVA_BYTE);
    for (int i = 0; i < all.length; i++) {
      if (i < 64 || i >= 192) {
        assertEquals(0x5a, all[i], "byte " + i + " is outside of the range");
      }
    }
  }

  @Test
  void a_builder_that_is_reset_builds_the_same_bytes_again() {
    MessageBuilder message = MessageBuilder.withSegmentsOf(20);
    fill(message.initRoot(Node.TYPE));
    List<byte[]> first = bytes(message);

    message.reset();
    fill(message.initRoot(Node.TYPE));

    List<byte[]> second = bytes(message);
    assertEquals(first.size(), second.size());
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i), second.get(i));
    }
  }

  @Test
  void a_lens_of_a_builder_that_was_reset_throws_with_assertions_on() {
    MessageBuilder message = MessageBuilder.create();
    Node.Builder old = message.initRoot(Node.TYPE);
    Node.Reader reader = old.asReader();

    message.reset();

    assertThrows(IllegalStateException.class, () -> old.setId(1));
    assertThrows(IllegalStateException.class, reader::getId);
  }

  @Test
  void a_reader_of_a_builder_sees_what_is_stored_later_and_not_what_is_added() {
    MessageBuilder message = MessageBuilder.create();
    Node.Builder node = message.initRoot(Node.TYPE);
    Node.Reader reader = message.asReader().root(Node.TYPE);

    node.setId(7);
    node.setName("added");

    assertEquals(7, reader.getId());
    assertThrows(MalformedMessage.class, reader::getName);
    assertEquals("added", message.asReader().root(Node.TYPE).getName().toString());
  }

  @Test
  void a_stale_lens_does_not_write_into_the_next_message_with_assertions_on() {
    MessageBuilder message = MessageBuilder.create();
    Node.Builder old = message.initRoot(Node.TYPE);
    IntList.Builder years = old.initYears(2);
    AnyPointer.Builder root = message.rootPointer();

    message.reset();
    check(filled(message));

    assertThrows(IllegalStateException.class, () -> years.set(0, 1));
    assertThrows(IllegalStateException.class, () -> old.setName("stale"));
    assertThrows(IllegalStateException.class, old::clearNext);
    assertThrows(IllegalStateException.class, root::clear);
    check(message.asReader().root(Node.TYPE));
  }

  @Test
  void sizes_that_the_format_has_not_are_refused() {
    for (long words : new long[] {-1, 0, 1L << 29, (1L << 61) + 1}) {
      assertThrows(IllegalArgumentException.class, () -> MessageBuilder.create(words));
      assertThrows(IllegalArgumentException.class, () -> MessageBuilder.withSegmentsOf(words));
    }
    for (int size : new int[] {-1, -1000, 65536, Integer.MIN_VALUE}) {
      assertThrows(IllegalArgumentException.class, () -> AnyStruct.ofSize(size, 0));
      assertThrows(IllegalArgumentException.class, () -> AnyStruct.ofSize(0, size));
    }
  }

  @Test
  void elements_are_set_within_their_size() {
    MessageBuilder source = MessageBuilder.create();
    fill(source.initRoot(Node.TYPE));
    MessageBuilder message = MessageBuilder.withSegmentsOf(8);
    StructList.Builder<AnyStruct.Builder> list =
        message.rootPointer().init(StructList.of(AnyStruct.ofSize(1, 1)), 2);

    list.setWithCaveats(1, source.asReader().root(Node.TYPE));
    list.setWithCaveats(1, source.asReader().root(Node.TYPE));

    StructList.Reader<Node.Reader> read =
        message.asReader().rootPointer().as(StructList.of(Node.TYPE));
    assertEquals(0, read.get(0).getId());
    assertEquals(4_000_000_000L, read.get(1).getId());
    assertEquals("Žluťoučký kůň 🐎", read.get(1).getName().toString());
    assertEquals(0, read.get(1).getStamp(), "beyond the size of the elements");
    list.setWithCaveats(1, MessageBuilder.create().initRoot(Node.TYPE).asReader());
    assertEquals(0, message.asReader().rootPointer().as(StructList.of(Node.TYPE)).get(1).getId());
  }

  @Test
  void an_existing_message_is_edited_where_it_lies() {
    MessageBuilder built = MessageBuilder.withSegmentsOf(20);
    fill(built.initRoot(Node.TYPE));
    MessageReader copied =
        MessageReader.copyOf(
            IntStream.range(0, built.segmentCount()).mapToObj(built::segmentBytes).toList(),
            Limits.DEFAULT);

    MessageBuilder edited = MessageBuilder.edit(copied);
    edited.root(Node.TYPE).setStamp(17);
    edited.root(Node.TYPE).initNext().setName("another next, longer than the one that was there");

    Node.Reader read = edited.asReader().root(Node.TYPE);
    assertEquals(17, read.getStamp());
    assertEquals(
        "another next, longer than the one that was there", read.getNext().getName().toString());
    assertEquals("child 2", read.getChildren().get(1).getName().toString());
    assertEquals(17, copied.root(Node.TYPE).getStamp(), "in place");
  }

  private static Node.Reader filled(MessageBuilder message) {
    fill(message.initRoot(Node.TYPE));
    return message.asReader().root(Node.TYPE);
  }

  @Test
  void an_orphan_moves_without_being_copied() {
    MessageBuilder message = MessageBuilder.withSegmentsOf(16);
    Node.Builder root = message.initRoot(Node.TYPE);
    root.initNext().setName("moved");
    root.initChildren(1);

    Orphan<Node.Builder> orphan = root.disownNext();

    assertFalse(root.asReader().hasNext());
    root.getChildren().get(0).adoptNext(orphan);
    assertEquals("moved", root.asReader().getChildren().get(0).getNext().getName().toString());
    assertTrue(orphan.isNull());
  }

  @Test
  void a_struct_of_an_older_schema_is_enlarged_in_place() {
    MessageBuilder message = MessageBuilder.withSegmentsOf(16);
    AnyStruct.Builder old = message.initRoot(AnyStruct.ofSize(1, 1));
    old.putWord(0, 77);
    old.pointerAtIndex(0).set("name");

    Node.Builder node = message.root(Node.TYPE);
    node.setStamp(5);

    assertEquals(77, node.getId());
    assertEquals("name", node.asReader().getName().toString());
    assertEquals(5, message.asReader().root(Node.TYPE).getStamp());
  }

  @Test
  void a_list_of_primitives_becomes_one_of_structs() {
    MessageBuilder message = MessageBuilder.withSegmentsOf(16);
    AnyStruct.Builder old = message.initRoot(AnyStruct.ofSize(3, 8));
    IntList.Builder ints = old.pointerAtIndex(4).init(IntList.TYPE, 3);
    ints.set(0, 7);
    ints.set(1, 8);
    ints.set(2, 9);

    StructList.Builder<Node.Builder> children = message.root(Node.TYPE).getChildren();
    children.get(1).setStamp(88);

    StructList.Reader<Node.Reader> read = message.asReader().root(Node.TYPE).getChildren();
    List<Long> ids = new ArrayList<>();
    read.forEach(child -> ids.add(child.getId()));
    assertEquals(List.of(7L, 8L, 9L), ids);
    assertEquals(88, read.get(1).getStamp());
  }

  static void fill(Node.Builder node) {
    node.setId(4_000_000_000L);
    node.setAge(-7);
    node.setActive(false);
    node.setRank(-3);
    node.setScore(Double.NaN);
    node.setStamp(Long.MIN_VALUE);
    node.setName("Žluťoučký kůň 🐎");
    node.getMotto().bytes().set(ValueLayout.JAVA_BYTE, 0, (byte) 'H');
    node.setPhoto(new byte[] {1, 2, 3});
    node.initNext().setName("next in line, with more than eight bytes");
    StructList.Builder<Node.Builder> children = node.initChildren(3);
    int i = 0;
    for (var cursor = children.cursor(); cursor.next(); ) {
      cursor.element().setId(++i);
      cursor.element().setName("child " + i);
    }
    IntList.Builder years = node.initYears(4);
    years.copyFrom(new int[] {1969, 1989, 2000, 2024}, 0, 0, 4);
    PointerList.Builder<Text.Reader, Text.Builder> tags = node.initTags(2);
    tags.set(0, "a");
    tags.set(1, "bb");
    node.getExtra().init(BoolList.TYPE, 11).set(9, true);
  }

  static void check(Node.Reader node) {
    assertEquals(4_000_000_000L, node.getId());
    assertEquals(-7, node.getAge());
    assertFalse(node.getActive());
    assertEquals(-3, node.getRank());
    assertTrue(Double.isNaN(node.getScore()));
    assertEquals(Long.MIN_VALUE, node.getStamp());
    assertEquals("Žluťoučký kůň 🐎", node.getName().decode());
    assertTrue(node.getName().contentEquals("Žluťoučký kůň 🐎"));
    assertEquals("Hey", node.getMotto().toString());
    assertArrayEquals(new byte[] {1, 2, 3}, node.getPhoto().toByteArray());
    assertEquals("next in line, with more than eight bytes", node.getNext().getName().toString());
    assertEquals(18, node.getNext().getAge());
    assertEquals("hey", node.getNext().getMotto().toString());
    assertFalse(node.getNext().getNext().hasNext());
    checkLists(node);
  }

  private static void checkLists(Node.Reader node) {
    int i = 0;
    for (var cursor = node.getChildren().cursor(); cursor.next(); ) {
      assertEquals(++i, cursor.element().getId());
      assertEquals("child " + i, cursor.element().getName().toString());
    }
    assertEquals(3, i);
    assertArrayEquals(new int[] {1969, 1989, 2000, 2024}, node.getYears().toArray());
    assertEquals("bb", node.getTags().get(1).toString());
    BoolList.Reader bits = node.getExtra().as(BoolList.TYPE);
    assertEquals(11, bits.size());
    assertTrue(bits.get(9));
    assertFalse(bits.get(8));
  }

  static List<byte[]> bytes(MessageBuilder message) {
    List<byte[]> segments = new ArrayList<>();
    for (int i = 0; i < message.segmentCount(); i++) {
      segments.add(message.segmentBytes(i).toArray(ValueLayout.JAVA_BYTE));
    }
    return segments;
  }
}
