package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.message.AnyList.Encoding;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyListTest {

  private static final PointerType<
          PointerList.Reader<Text.Reader>, PointerList.Builder<Text.Reader, Text.Builder>>
      TEXTS = PointerList.of(Text.TYPE);

  private static final PointerType<StructList.Reader<Node.Reader>, StructList.Builder<Node.Builder>>
      NODES = StructList.of(Node.TYPE);

  private record Encoded(Encoding encoding, PointerType<?, ?> type) {}

  private static final List<Encoded> ALL =
      List.of(
          new Encoded(Encoding.VOID, VoidList.TYPE),
          new Encoded(Encoding.BIT, BoolList.TYPE),
          new Encoded(Encoding.BYTE, ByteList.TYPE),
          new Encoded(Encoding.BYTE, Text.TYPE),
          new Encoded(Encoding.BYTE, Data.TYPE),
          new Encoded(Encoding.TWO_BYTES, ShortList.TYPE),
          new Encoded(Encoding.FOUR_BYTES, IntList.TYPE),
          new Encoded(Encoding.FOUR_BYTES, FloatList.TYPE),
          new Encoded(Encoding.EIGHT_BYTES, LongList.TYPE),
          new Encoded(Encoding.EIGHT_BYTES, DoubleList.TYPE),
          new Encoded(Encoding.POINTER, TEXTS),
          new Encoded(Encoding.COMPOSITE, NODES));

  @Test
  void it_tells_how_its_elements_are_encoded() {
    for (Encoded list : ALL) {
      MessageBuilder message = MessageBuilder.create();
      message.rootPointer().init(list.type(), 3);

      AnyList.Reader read = message.asReader().rootPointer().as(AnyList.TYPE);
      AnyList.Builder built = message.rootPointer().as(AnyList.TYPE);

      assertEquals(list.encoding(), read.encoding());
      assertEquals(list.encoding(), built.encoding());
      int size = list.type() == Text.TYPE ? 4 : 3; // the zero byte of text is an element
      assertEquals(size, read.size());
      assertEquals(size, built.size());
    }
  }

  /// In segments of one word each list is behind a far pointer.
  @ParameterizedTest
  @ValueSource(longs = {1, 1024})
  void its_elements_are_read_as_what_they_are(long words) {
    BoolList.Reader bits = list(words, BoolList.TYPE, l -> l.set(1, true)).as(BoolList.TYPE);
    assertTrue(bits.get(1));
    assertFalse(bits.get(2));
    assertEquals(-7, list(words, ByteList.TYPE, l -> l.set(1, (byte) -7)).as(ByteList.TYPE).get(1));
    assertEquals(
        -777, list(words, ShortList.TYPE, l -> l.set(1, (short) -777)).as(ShortList.TYPE).get(1));
    assertEquals(-77777, list(words, IntList.TYPE, l -> l.set(1, -77777)).as(IntList.TYPE).get(1));
    assertEquals(1.5f, list(words, FloatList.TYPE, l -> l.set(1, 1.5f)).as(FloatList.TYPE).get(1));
    assertEquals(
        1L << 40, list(words, LongList.TYPE, l -> l.set(1, 1L << 40)).as(LongList.TYPE).get(1));
    assertEquals(
        -2.5, list(words, DoubleList.TYPE, l -> l.set(1, -2.5)).as(DoubleList.TYPE).get(1));
    assertEquals(3, list(words, VoidList.TYPE, _ -> {}).as(VoidList.TYPE).size());
    assertEquals("one", list(words, TEXTS, l -> l.set(1, "one")).as(TEXTS).get(1).toString());
    assertEquals(9, list(words, NODES, l -> l.get(1).setStamp(9)).as(NODES).get(1).getStamp());
  }

  @Test
  void text_and_data_are_lists_of_bytes() {
    MessageBuilder message = MessageBuilder.create();
    message.rootPointer().set("hi");

    AnyList.Reader list = message.asReader().rootPointer().as(AnyList.TYPE);

    assertEquals(Encoding.BYTE, list.encoding());
    assertEquals("hi", list.as(Text.TYPE).toString());
    assertEquals(3, list.as(Data.TYPE).size());
    assertEquals('i', list.as(ByteList.TYPE).get(1));
  }

  @Test
  void null_is_a_list_of_no_voids() {
    AnyStruct.Reader root = MessageBuilder.create().initRoot(AnyStruct.ofSize(0, 1)).asReader();

    AnyList.Reader list = root.pointerAtIndex(0).as(AnyList.TYPE);

    assertEquals(Encoding.VOID, list.encoding());
    assertTrue(list.isEmpty());
    assertTrue(list.as(IntList.TYPE).isEmpty());
    assertTrue(list.as(NODES).isEmpty());
    assertEquals("", list.as(Text.TYPE).toString());
  }

  @Test
  void what_is_no_list_is_refused() {
    MessageBuilder message = MessageBuilder.create();
    message.initRoot(Node.TYPE);
    AnyPointer.Reader struct = message.asReader().rootPointer();

    var refused = assertThrows(MalformedMessage.class, () -> struct.as(AnyList.TYPE));

    assertTrue(
        refused.toString().contains("expected a list, got kind 'struct'"), refused::toString);
  }

  @Test
  void reading_it_as_another_type_costs_no_level() {
    long[] words = {0x0000_000c_0000_0001L, 5}; // a list of one 4-byte value
    MessageReader message =
        MessageReader.copyOf(List.of(MemorySegment.ofArray(words)), Limits.DEFAULT.withNesting(1));

    IntList.Reader ints = message.rootPointer().as(AnyList.TYPE).as(IntList.TYPE);

    assertEquals(5, ints.get(0));
  }

  private static <B> AnyList.Reader list(long words, PointerType<?, B> type, Consumer<B> filling) {
    MessageBuilder message = MessageBuilder.withSegmentsOf(words);
    filling.accept(message.rootPointer().init(type, 3));
    return message.asReader().rootPointer().as(AnyList.TYPE);
  }
}
