package dev.caplens.core.dynamic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.core.encoding.Corpus;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The reference's own test value, read and built by name.
class AllTypesTest {

  private StructSchema allTypes;

  @BeforeEach
  void load() throws IOException {
    allTypes = AllTypes.schema();
  }

  @Test
  void each_field_has_the_value_that_the_reference_wrote() throws IOException {
    MessageReader message = AllTypes.message();

    DynamicStruct.Reader root = message.root(allTypes);

    assertEquals(new DynamicValue.Bool(true), root.get("boolField"));
    assertEquals(new DynamicValue.Int(-123), root.get("int8Field"));
    assertEquals(new DynamicValue.Int(-12345), root.get("int16Field"));
    assertEquals(new DynamicValue.Int(-12345678), root.get("int32Field"));
    assertEquals(new DynamicValue.Int(-123456789012345L), root.get("int64Field"));
    assertEquals(new DynamicValue.UInt(234), root.get("uInt8Field"));
    assertEquals(new DynamicValue.UInt(45678), root.get("uInt16Field"));
    assertEquals(new DynamicValue.UInt(3456789012L), root.get("uInt32Field"));
    assertEquals(
        new DynamicValue.UInt(Long.parseUnsignedLong("12345678901234567890")),
        root.get("uInt64Field"));
    assertEquals(new DynamicValue.Float32(1234.5f), root.get("float32Field"));
    assertEquals(new DynamicValue.Float64(-123e45), root.get("float64Field"));
    assertEquals("foo", root.getText(allTypes.field("textField")).toString());
    assertArrayEquals("bar".getBytes(), root.getData(allTypes.field("dataField")).toByteArray());
    assertEquals("corge", root.getEnum(allTypes.field("enumField")).toString());
    DynamicStruct.Reader inner = root.getStruct(allTypes.field("structField"));
    assertEquals("baz", inner.getText(allTypes.field("textField")).toString());
    assertEquals(3, inner.getList(allTypes.field("structList")).size());
    assertEquals(
        "[Int[value=111], Int[value=-111]]",
        root.getList(allTypes.field("int8List")).asList().toString());
  }

  @Test
  void a_copy_field_by_field_equals_the_original() throws IOException {
    MessageReader message = Framing.read(Corpus.message("alltypes.segmented"));
    MessageBuilder copy = MessageBuilder.create();

    copy(message.root(allTypes), copy.initRoot(allTypes));

    assertArrayEquals(AllTypes.canonical(message), AllTypes.canonical(copy.asReader()));
  }

  @Test
  void a_copy_through_collections_equals_the_original() throws IOException {
    MessageReader message = AllTypes.message();
    MessageBuilder copy = MessageBuilder.create();

    DynamicStruct.Builder root = copy.initRoot(allTypes);
    members(message.root(allTypes)).forEach(root::set);

    assertArrayEquals(AllTypes.canonical(message), AllTypes.canonical(copy.asReader()));
  }

  private static void copy(DynamicStruct.Reader from, DynamicStruct.Builder to) {
    for (StructField field : from.schema().fields()) {
      if (from.has(field)) {
        switch (from.get(field)) {
          case DynamicStruct.Reader struct -> copy(struct, to.initStruct(field));
          case DynamicList.Reader list -> copy(list, to.initList(field, list.size()));
          case DynamicValue value -> to.set(field, value);
        }
      }
    }
  }

  private static void copy(DynamicList.Reader from, DynamicList.Builder to) {
    for (int i = 0; i < from.size(); i++) {
      switch (from.get(i)) {
        case DynamicStruct.Reader struct -> copy(struct, to.getStruct(i));
        case DynamicList.Reader list -> copy(list, to.initList(i, list.size()));
        case DynamicValue value -> to.set(i, value);
      }
    }
  }

  private static Map<String, Object> members(DynamicStruct.Reader struct) {
    return struct.schema().fields().stream()
        .filter(struct::has)
        .collect(Collectors.toMap(StructField::name, field -> plain(struct.get(field))));
  }

  private static Object plain(DynamicValue value) {
    return switch (value) {
      case DynamicStruct.Reader struct -> members(struct);
      case DynamicList.Reader list -> {
        List<Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(plain(element)));
        yield elements;
      }
      case DynamicEnum number -> number.name().orElseThrow();
      case DynamicValue.Text text -> text.value().toString();
      case DynamicValue other -> other;
    };
  }
}
