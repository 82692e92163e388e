package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.AnyList;
import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.ShortList;
import dev.caplens.core.message.StructList;
import dev.caplens.core.message.Text;
import golden.structs.Address;
import golden.structs.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fields of any type through generated lenses. On the other side stands the reference tool with
/// the same schema, in which these fields have types.
class GeneratedAnyTest {
  private static final Path SCHEMA = Path.of("src/test/golden/structs/structs.capnp");
  private static final String IMPORTS = "-Isrc/main/resources/META-INF/capnp";

  @TempDir Path folder;

  private final MessageBuilder message = MessageBuilder.create();
  private final Person.Builder builder = message.initRoot(Person.TYPE);
  private final MessageBuilder other = MessageBuilder.create();

  /// The schema with types for the fields `any`, `anyStruct` and `anyList`.
  private String typed(String any, String anyStruct, String anyList) throws IOException {
    String schema =
        Files.readString(SCHEMA)
            .replace("any @27 :AnyPointer;", "any @27 :" + any + ";")
            .replace("anyStruct @28 :AnyStruct;", "anyStruct @28 :" + anyStruct + ";")
            .replace("anyList @29 :AnyList;", "anyList @29 :" + anyList + ";");
    assertFalse(schema.contains(":Any"), "a field of any type has no type in its place");
    return Files.writeString(folder.resolve("typed.capnp"), schema).toString();
  }

  private String decoded(String schema) throws Exception {
    byte[] in = Framing.toBytes(message);
    byte[] out = Capnp.tool(in, "decode", IMPORTS, "--short", schema, "Person");
    return new String(out, StandardCharsets.UTF_8);
  }

  private static Person.Reader encoded(String schema, String text) throws Exception {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    return Framing.read(Capnp.tool(in, "encode", IMPORTS, schema, "Person")).root(Person.TYPE);
  }

  private AnyStruct.Reader phone(String number) {
    other.initRoot(Person.Phone.TYPE).setNumber(number).setType(Person.Phone.Type.AT_HOME);
    return other.root(AnyStruct.TYPE).asReader();
  }

  private AnyList.Reader shorts(int... values) {
    ShortList.Builder list = other.rootPointer().init(ShortList.TYPE, values.length);
    for (int i = 0; i < values.length; i++) {
      list.setUnsigned(i, values[i]);
    }
    return other.rootPointer().asReader().as(AnyList.TYPE);
  }

  @Test
  void what_is_set_without_a_type_is_read_by_the_reference_with_it() throws Exception {
    Capnp.require();

    builder.getAny().init(Address.TYPE).setStreet("Oak").setNumber(4);
    builder.setAnyStruct(phone("12")).setAnyList(shorts(1, 2, 65535));

    String text = decoded(typed("Address", "Phone", "List(UInt16)"));
    String expected =
        "any = (street = \"Oak\", number = 4), anyStruct = (number = \"12\", type = atHome),"
            + " anyList = [1, 2, 65535]";
    assertTrue(text.contains(expected), text);
  }

  @Test
  void text_and_lists_of_structs_are_set_without_a_type_too() throws Exception {
    Capnp.require();
    var addresses = other.rootPointer().init(StructList.of(Address.TYPE), 2);
    addresses.get(0).setStreet("Elm");
    addresses.get(1).setNumber(9);

    builder.getAny().set("Zoë");
    builder.setAnyList(other.rootPointer().asReader().as(AnyList.TYPE));

    String text = decoded(typed("Text", "Phone", "List(Address)"));
    String list = "anyList = [(street = \"Elm\", number = 7), (number = 9)]";
    assertEquals("Zoë", builder.asReader().getAny().as(Text.TYPE).toString());
    assertTrue(text.contains("any = \"Zoë\""), text);
    assertTrue(text.contains(list), text);
  }

  @Test
  void what_the_reference_writes_with_a_type_is_read_without_it() throws Exception {
    Capnp.require();

    Person.Reader person =
        encoded(
            typed("Address", "Phone", "List(UInt16)"),
            "(any = (street = \"Elm\", number = 9), anyStruct = (number = \"7\", type = atHome),"
                + " anyList = [3, 65535])");

    assertEquals(AnyPointer.Kind.STRUCT, person.getAny().kind());
    assertEquals("Elm", person.getAny().as(Address.TYPE).getStreet().toString());
    assertEquals(8, person.getAnyStruct().dataBytes());
    assertEquals(1, person.getAnyStruct().pointerCount());
    assertEquals(1, person.getAnyStruct().word(0));
    assertEquals("7", person.getAnyStruct().as(Person.Phone.TYPE).getNumber().toString());
    assertEquals(AnyList.Encoding.TWO_BYTES, person.getAnyList().encoding());
    assertEquals(2, person.getAnyList().size());
    assertEquals(65535, person.getAnyList().as(ShortList.TYPE).getUnsigned(1));
  }

  @Test
  void fields_that_were_never_set_are_null_and_read_as_empty() {
    Person.Reader person = builder.asReader();

    assertFalse(person.hasAny() || person.hasAnyStruct() || person.hasAnyList());
    assertTrue(person.getAny().isNull());
    assertEquals(AnyPointer.Kind.NULL, person.getAny().kind());
    assertEquals(0, person.getAnyStruct().dataBytes());
    assertTrue(person.getAnyList().isEmpty());
  }

  @Test
  void another_message_gets_copies_of_all_three() {
    builder.getAny().init(Address.TYPE).setStreet("Oak");
    builder.setAnyStruct(phone("12")).setAnyList(shorts(5, 6));
    Person.Reader from = builder.asReader();
    Person.Builder copy = MessageBuilder.create().initRoot(Person.TYPE);

    copy.setAny(from.getAny()).setAnyStruct(from.getAnyStruct()).setAnyList(from.getAnyList());
    builder.getAny().as(Address.TYPE).setStreet("Ash");

    Person.Reader read = copy.asReader();
    assertEquals("Oak", read.getAny().as(Address.TYPE).getStreet().toString());
    assertEquals("12", read.getAnyStruct().as(Person.Phone.TYPE).getNumber().toString());
    assertEquals(6, read.getAnyList().as(ShortList.TYPE).get(1));
  }

  @Test
  void objects_of_any_type_are_taken_out_and_put_back() {
    builder.getAny().init(Address.TYPE).setStreet("Oak");
    builder.setAnyStruct(phone("12")).setAnyList(shorts(5, 6));

    var any = builder.disownAny();
    var struct = builder.disownAnyStruct();
    var list = builder.disownAnyList();
    assertFalse(builder.hasAny() || builder.hasAnyStruct() || builder.hasAnyList());
    builder.adoptAny(any).adoptAnyStruct(struct).adoptAnyList(list);

    assertEquals("Oak", builder.getAny().as(Address.TYPE).getStreet().toString());
    assertEquals(1, builder.getAnyStruct().word(0));
    assertEquals(AnyList.Encoding.TWO_BYTES, builder.getAnyList().encoding());
  }

  @Test
  void a_pointer_is_not_read_as_what_it_does_not_lead_to() {
    builder.getAny().init(Address.TYPE).setStreet("Oak");
    AnyPointer.Reader any = builder.asReader().getAny();

    assertThrows(MalformedMessage.class, () -> any.as(Text.TYPE));
    assertThrows(MalformedMessage.class, () -> any.as(AnyList.TYPE));
    assertEquals("Oak", any.as(Address.TYPE).getStreet().toString());
  }
}
