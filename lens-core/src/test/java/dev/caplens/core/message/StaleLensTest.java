package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Lenses over memory that was given to something else. The build runs this with assertions on,
/// where each access throws, and off, where it gives any value and does not leave the message.
@Tag("without-assertions")
class StaleLensTest {

  private static final boolean ASSERTING = StaleLensTest.class.desiredAssertionStatus();

  private final MessageBuilder message = MessageBuilder.create();
  private final Map<String, Executable> accesses = new LinkedHashMap<>();

  StaleLensTest() {
    MessageBuilderTest.fill(message.initRoot(Node.TYPE));
  }

  @Test
  void readers_of_a_builder_that_was_reset_are_stale() {
    read(message.asReader());

    message.reset();

    areStale();
  }

  @Test
  void a_struct_that_a_builder_shows_is_stale_behind_its_reset() {
    Node.Reader node = message.root(Node.TYPE).asReader();
    accesses.put("struct", node::getId);
    accesses.put("text", node::getName);

    message.reset();

    areStale();
  }

  @Test
  void readers_of_a_message_that_was_released_are_stale() {
    MessageReader copy = MessageReader.copyOf(message.segmentBytes(0));
    read(copy);
    accesses.put("segment", () -> copy.segmentBytes(0));

    copy.release();

    areStale();
  }

  @Test
  void builders_that_edit_a_message_that_was_released_are_stale() {
    MessageReader copy = MessageReader.copyOf(message.segmentBytes(0));
    MessageBuilder edited = MessageBuilder.edit(copy);
    read(edited.asReader());
    Node.Builder node = edited.root(Node.TYPE);
    accesses.put("builder", node::getId);

    copy.release();

    areStale();
  }

  @Test
  void nothing_that_is_built_through_stale_builders_reaches_the_next_message() {
    Node.Builder node = message.root(Node.TYPE);
    AnyStruct.Builder struct = message.root(AnyStruct.ofSize(3, 8));
    Orphan<Node.Builder> orphan = node.disownNext();
    Orphan<Node.Builder> other = message.newOrphan(Node.TYPE, 0);
    build(node, orphan, other);
    build(struct);

    message.reset();
    MessageBuilderTest.fill(message.initRoot(Node.TYPE));
    byte[] next = message.segmentBytes(0).toArray(ValueLayout.JAVA_BYTE);

    areStale();
    if (ASSERTING) {
      assertArrayEquals(next, message.segmentBytes(0).toArray(ValueLayout.JAVA_BYTE));
    }
  }

  private void build(Node.Builder node, Orphan<Node.Builder> orphan, Orphan<Node.Builder> other) {
    IntList.Builder years = node.initYears(4);
    PointerList.Builder<Text.Reader, Text.Builder> tags = node.initTags(2);
    StructList.Builder<Node.Builder> children = node.getChildren();
    Node.Reader copied = otherNode();
    accesses.put("field", () -> node.setStamp(1));
    accesses.put("text", () -> node.setName("stale"));
    accesses.put("data", () -> node.setPhoto(new byte[3]));
    accesses.put("struct", () -> node.setNext(copied));
    accesses.put("new list", () -> node.initYears(3));
    accesses.put("number", () -> years.set(0, 9));
    accesses.put("numbers", () -> years.copyFrom(new int[] {9, 9, 9, 9}, 0, 0, 4));
    accesses.put("element", () -> children.get(0).setStamp(9));
    accesses.put("copy into an element", () -> children.setWithCaveats(0, copied));
    accesses.put("pointer in a list", () -> tags.set(0, "stale"));
    accesses.put("text in a list", () -> tags.set(0, copied.getName()));
    accesses.put("orphan", orphan::get);
    accesses.put("orphan of its own", other::get);
    accesses.put("truncated orphan", () -> orphan.truncate(0));
    accesses.put("adopted orphan", () -> node.adoptNext(orphan));
  }

  private void build(AnyStruct.Builder struct) {
    AnyPointer.Builder name = struct.pointerAtIndex(0);
    AnyPointer.Builder children = struct.pointerAtIndex(4);
    AnyPointer.Builder next = struct.pointerAtIndex(3);
    Data.Builder photo = struct.pointerAtIndex(2).as(Data.TYPE);
    BoolList.Builder bits = struct.pointerAtIndex(7).as(BoolList.TYPE);
    Node.Reader copied = otherNode();
    accesses.put("word", () -> struct.putWord(0, 9));
    accesses.put("byte", () -> photo.set(0, (byte) 9));
    accesses.put("bytes", () -> photo.set(new byte[] {9, 9, 9}));
    accesses.put("bytes in place", photo::bytes);
    accesses.put("bit", () -> bits.set(0, true));
    accesses.put("cleared pointer", name::clear);
    accesses.put("disowned pointer", () -> name.disown(Text.TYPE));
    accesses.put("truncated text", () -> name.truncate(Text.TYPE, 0));
    accesses.put("copied text", () -> name.set(Text.TYPE, copied.getName()));
    accesses.put("copied data", () -> name.set(Data.TYPE, copied.getPhoto()));
    accesses.put("copied list", () -> name.set(IntList.TYPE, copied.getYears()));
    accesses.put("copied pointer", () -> name.set(copied.getExtra()));
    accesses.put("enlarged struct", () -> next.as(AnyStruct.ofSize(20, 20)).word(0));
    accesses.put(
        "enlarged elements", () -> children.as(StructList.of(AnyStruct.ofSize(20, 20))).size());
  }

  private static Node.Reader otherNode() {
    MessageBuilder message = MessageBuilder.create();
    Node.Builder node = message.initRoot(Node.TYPE);
    MessageBuilderTest.fill(node);
    return node.asReader();
  }

  /// One access of each kind of lens, all of which are got now.
  private void read(MessageReader reader) {
    Node.Reader node = reader.root(Node.TYPE);
    AnyStruct.Reader struct = reader.root(AnyStruct.TYPE);
    accesses.put("root", () -> reader.root(Node.TYPE));
    accesses.put("field", node::getId);
    accesses.put("word", () -> struct.word(0));
    accesses.put("struct behind a pointer", node::getNext);
    accesses.put("any pointer behind a pointer", () -> struct.pointerAtIndex(0));
    accesses.put("size", node::totalSize);
    read(node.getName());
    read(node.getPhoto());
    read(node.getYears());
    read(node.getChildren());
    PointerList.Reader<Text.Reader> tags = node.getTags();
    accesses.put("pointer in a list", () -> tags.get(0));
    accesses.put("whether a pointer in a list is set", () -> tags.has(0));
    BoolList.Reader bits = node.getExtra().as(BoolList.TYPE);
    accesses.put("bit", () -> bits.get(9));
    accesses.put("bits", bits::toArray);
  }

  private void read(Text.Reader text) {
    Text.Reader other = textOf("Žluťoučký kůň 🐎");
    accesses.put("byte of text", () -> text.byteAt(0));
    accesses.put("bytes of text", text::bytes);
    accesses.put("copy of text", text::toByteArray);
    accesses.put("string", text::toString);
    accesses.put("decoded", text::decode);
    accesses.put("text as characters", () -> text.contentEquals("Žluťoučký kůň 🐎"));
    accesses.put("text as bytes", () -> text.contentEquals(other.toByteArray()));
    accesses.put("search", () -> text.contains("kůň"));
    accesses.put("start", () -> text.startsWith("Ž"));
    accesses.put("end", () -> text.endsWith("🐎"));
    accesses.put("order", () -> text.compareTo(other));
    accesses.put("order of others", () -> other.compareTo(text));
    accesses.put("equality of text", () -> assertTrue(text.equals(other) || !ASSERTING));
    accesses.put("hash of text", text::hashCode);
  }

  private void read(Data.Reader data) {
    accesses.put("byte of data", () -> data.get(0));
    accesses.put("bytes of data", data::bytes);
    accesses.put("buffer", data::asByteBuffer);
    accesses.put("copy of data", data::toByteArray);
    accesses.put("hash of data", data::hashCode);
  }

  private void read(IntList.Reader numbers) {
    accesses.put("number", () -> numbers.get(0));
    accesses.put("unsigned number", () -> numbers.getUnsigned(0));
    accesses.put("numbers", numbers::toArray);
    accesses.put("some numbers", () -> numbers.copyTo(0, new int[2], 0, 2));
    accesses.put("bytes of numbers", numbers::bytes);
  }

  private void read(StructList.Reader<Node.Reader> structs) {
    Node.Reader element = structs.get(1);
    ListCursor<Node.Reader> cursor = structs.cursor();
    cursor.next();
    accesses.put("element", () -> structs.get(0));
    accesses.put("element that was got", element::getId);
    accesses.put("element of a cursor", () -> cursor.element().getId());
    accesses.put("iterator", () -> structs.iterator().next());
  }

  private void areStale() {
    accesses.forEach((name, access) -> {
      if (ASSERTING) {
        var error = assertThrows(IllegalStateException.class, access, name);
        assertEquals(Faults.released().getMessage(), error.getMessage(), name);
      } else {
        withAnyValue(access);
      }
    });
  }

  private static void withAnyValue(Executable access) {
    try {
      access.execute();
    } catch (MalformedMessage | LimitReached undefined) {
      // It was read from words of another message.
    } catch (Throwable other) {
      throw new AssertionError(other);
    }
  }

  /// A text of a message of its own.
  private static Text.Reader textOf(String characters) {
    MessageBuilder message = MessageBuilder.create();
    message.rootPointer().set(characters);
    return message.asReader().rootPointer().as(Text.TYPE);
  }
}
