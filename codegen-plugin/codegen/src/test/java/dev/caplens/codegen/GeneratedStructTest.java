package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.MessageBuilder;
import golden.structs.Person;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Generated lenses of structs, used as a user would, with the reference tool on the other side.
class GeneratedStructTest {
  private static final String SCHEMA = "src/test/golden/structs/structs.capnp";

  private final MessageBuilder message = MessageBuilder.create();
  private final Person.Builder builder = message.initRoot(Person.TYPE);

  private static Person.Reader encoded(String text) throws Exception {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    return Framing.read(Capnp.tool(in, "encode", SCHEMA, "Person")).root(Person.TYPE);
  }

  private String decoded() throws Exception {
    byte[] out = Capnp.tool(Framing.toBytes(message), "decode", "--short", SCHEMA, "Person");
    return new String(out, StandardCharsets.UTF_8).strip();
  }

  @Test
  void fields_that_were_never_set_read_as_their_defaults() {
    Person.Reader person = builder.asReader();

    assertEquals(0, person.getId());
    assertEquals("", person.getName().toString());
    assertEquals("nobody@nowhere", person.getEmail().toString());
    assertFalse(person.hasEmail());
    assertArrayEquals(new byte[] {1, 2, -1}, person.getPhoto().toByteArray());
    assertEquals(18, person.getAge());
    assertTrue(person.getActive());
    assertEquals(1.5f, person.getScore());
    assertEquals(Double.NEGATIVE_INFINITY, person.getBalance());
    assertEquals(-1L, person.getBits());
    assertEquals(-1L, person.getOffset());
    assertEquals(-8, person.getSmall());
    assertEquals(200, person.getUsmall());
    assertEquals(65535, person.getMedium());
    assertEquals(Integer.MIN_VALUE, person.getInt());
    assertEquals("Elm", person.getHome().getStreet().toString());
    assertEquals(13, person.getHome().getNumber());
    assertEquals("b", person.getTags().get(1).toString());
    assertEquals(Person.Kind.SECOND, person.getKind());
    assertTrue(person.getFlags().get(2));
    assertEquals(5, person.getAddresses().get(1).getNumber());
    assertEquals(7, person.getAddresses().get(0).getNumber());
  }

  @Test
  void what_a_builder_wrote_the_reference_tool_reads() throws Exception {
    Capnp.require();
    builder.setId(4294967295L).setName("Zoë").setAge((short) -5).setActive(false);
    builder.setScore(2.5f).setBits(0).setUsmall(255).setMedium(0).setKind(Person.Kind.FIRST);
    builder.setPhoto(new byte[] {9});
    var phones = builder.initPhones(2);
    phones.get(0).setNumber("1").setType(Person.Phone.Type.AT_HOME);
    phones.get(1).setNumber("2");
    builder.initHome().setStreet("Oak");
    builder.initMatrix(1).init(0, 2).set(1, 0.5);
    builder.initKinds(2).set(1, Person.Kind.SECOND);
    builder.setClass("first").initFriend().setName("Bob");
    builder.initAny().set("text");

    String text = decoded();

    assertTrue(text.startsWith("(id = 4294967295, name = \"Zoë\", phones = ["), text);
    assertTrue(
        text.contains(
            "phones = [(number = \"1\", type = atHome), (number = \"2\", type = mobile)]"),
        text);
    assertTrue(
        text.contains("age = -5, active = false, score = 2.5, balance = -inf, bits = 0"), text);
    assertTrue(text.contains("usmall = 255, medium = 0"), text);
    assertTrue(text.contains("home = (street = \"Oak\", number = 7)"), text);
    assertTrue(text.contains("matrix = [[0, 0.5]], kinds = [first, second], kind = first"), text);
    assertTrue(text.contains("class = \"first\", friend = (id = 0, name = \"Bob\""), text);
  }

  @Test
  void what_the_reference_tool_wrote_a_reader_reads() throws Exception {
    Capnp.require();

    Person.Reader person =
        encoded(
            """
            (id = 7, name = "Ann", phones = [(number = "1", type = atHome)], photo = 0x"aa",
             age = 3, matrix = [[1.5], []], kinds = [second, first], nothings = [void, void],
             tags = [], blobs = [0x"01"], friend = (kind = first), longs = [18446744073709551615],
             flags = [false], years = [65535], kindRaw = 5)
            """);

    assertEquals(7, person.getId());
    assertEquals("Ann", person.getName().toString());
    assertEquals(Person.Phone.Type.AT_HOME, person.getPhones().get(0).getType());
    assertEquals(3, person.getAge());
    assertEquals(1.5, person.getMatrix().get(0).get(0));
    assertEquals(0, person.getMatrix().get(1).size());
    assertEquals(Person.Kind.SECOND, person.getKinds().get(0));
    assertEquals(2, person.getNothings().size());
    assertEquals(0, person.getTags().size());
    assertEquals(1, person.getBlobs().get(0).get(0));
    assertEquals(Person.Kind.FIRST, person.getFriend().getKind());
    assertEquals(-1L, person.getLongs().get(0));
    assertEquals(65535, person.getYears().getUnsigned(0));
    assertEquals(5, person.getKindRaw());
  }

  @Test
  void a_value_outside_the_range_of_its_field_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> builder.setUsmall(256));
    assertThrows(IllegalArgumentException.class, () -> builder.setMedium(-1));
    assertThrows(IllegalArgumentException.class, () -> builder.setId(1L << 32));
  }

  @Test
  void an_unknown_enumerant_keeps_its_number() {
    builder.setKindRaw_(77);

    assertEquals(Person.Kind.UNKNOWN, builder.getKind());
    assertEquals(77, builder.asReader().getKindRaw_());
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> builder.setKind(Person.Kind.UNKNOWN));
    assertEquals("Kind.UNKNOWN has no number; set the raw value instead", error.getMessage());
  }

  @Test
  void an_orphan_moves_without_a_copy() {
    builder.initFriend().setName("Bob");

    builder.initHome();
    var orphan = builder.disownFriend();
    assertFalse(builder.hasFriend());
    builder.adoptFriend(orphan);

    assertEquals("Bob", builder.getFriend().getName().toString());
  }

  @Test
  void all_sets_what_the_single_setters_set() {
    MessageBuilder other = MessageBuilder.create();
    Person.Builder single = other.initRoot(Person.TYPE);
    single.setId(4294967295L).setAge((short) -7).setActive(false).setScore(-2.5f).setBalance(0.1);
    single.setBits(5).setOffset(Long.MIN_VALUE).setSmall((byte) -1).setUsmall(255).setMedium(1);
    single.setInt(-9).setKind(Person.Kind.FIRST).setKindRaw(Integer.MIN_VALUE);

    builder.all(
        4294967295L,
        (short) -7,
        false,
        -2.5f,
        0.1,
        5,
        Long.MIN_VALUE,
        (byte) -1,
        255,
        1,
        -9,
        Person.Kind.FIRST,
        Integer.MIN_VALUE);

    assertArrayEquals(Framing.toBytes(other), Framing.toBytes(message));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            builder.all(-1, (short) 0, false, 0, 0, 0, 0, (byte) 0, 0, 0, 0, Person.Kind.FIRST, 0));
  }
}
