package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.codegen.schema.KnownAnnotations;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.json.JsonCodec;
import dev.caplens.core.message.Equality;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Value;
import dev.caplens.core.text.TextFormat;
import golden.generics.Holder;
import golden.structs.Person;
import golden.unions.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What generated classes can do since they carry their schema: text, JSON, access by name.
class GeneratedReflectionTest {
  private static final String SCHEMA = "src/test/golden/structs/structs.capnp";
  private static final String IMPORTS = "-Isrc/main/resources/META-INF/capnp";

  private final MessageBuilder message = MessageBuilder.create();
  private final Person.Builder builder = message.initRoot(Person.TYPE);

  private void fill() {
    builder.setId(7).setName("Zoë").setKind(Person.Kind.FIRST).setPhoto(new byte[] {1});
    builder.initPhones(2).get(1).setNumber("12").setType(Person.Phone.Type.AT_HOME);
    builder.initHome().setStreet("Oak");
    builder.initMatrix(1).init(0, 1).set(0, 0.5);
    builder.initFriend().setName("Bob");
  }

  @Test
  void a_lens_prints_as_the_reference_prints_it() throws Exception {
    Capnp.require();
    fill();

    byte[] printed = Capnp.tool(Framing.toBytes(message), "decode", "--short", SCHEMA, "Person");

    String expected = new String(printed, StandardCharsets.UTF_8).strip();
    assertEquals(expected, builder.toString());
    assertEquals(expected, builder.asReader().toString());
  }

  @Test
  void a_group_and_a_nested_struct_print_as_parts() {
    Shape.Builder shape = MessageBuilder.create().initRoot(Shape.TYPE);
    shape.initOrigin().setX(3).initDepth().setZ(4);
    shape.initPolygon(1).get(0).setX(1);

    assertEquals("(x = 3, y = 0, depth = (z = 4))", shape.getOrigin().toString());
    assertEquals("(z = 4)", shape.asReader().getOrigin().getDepth().toString());
    assertEquals("(x = 1, y = 0)", shape.getPolygon().get(0).toString());
  }

  @Test
  void a_struct_prints_what_other_generated_classes_describe() {
    Holder.Builder holder = MessageBuilder.create().initRoot(Holder.TYPE);
    holder.initMap().initEntries(1).get(0).initValue().setX(5);

    assertEquals("(map = (entries = [(value = (x = 5))]))", holder.toString());
  }

  @Test
  void printing_a_damaged_message_says_so_and_never_throws() {
    fill();
    byte[] sound = Framing.toBytes(message);
    long seed = new Random().nextLong();
    System.out.println("damaged messages: seed " + seed);
    Random random = new Random(seed);
    int unreadable = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = sound.clone();
      // The first eight bytes are the frame, which reading the message would refuse.
      for (int j = 1 + random.nextInt(4); j > 0; j--) {
        damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
      }
      try {
        Person.Reader person = Framing.read(damaged).root(Person.TYPE);
        unreadable += person.toString().startsWith("(unreadable: ") ? 1 : 0;
      } catch (MalformedMessage root) {
        unreadable++;
      }
    }

    assertTrue(unreadable > 100, "only " + unreadable + " of 3000 were unreadable");
  }

  @Test
  void json_goes_through_the_schema_both_ways() throws Exception {
    Capnp.require();
    fill();

    String json = JsonCodec.SHORT.encode(builder.asReader(), Person.schema());

    byte[] in = json.getBytes(StandardCharsets.UTF_8);
    Person.Reader theirs =
        Framing.read(Capnp.tool(in, "convert", IMPORTS, "json:binary", SCHEMA, "Person"))
            .root(Person.TYPE);
    MessageBuilder read = MessageBuilder.create();
    JsonCodec.SHORT.decode(json, read.initRoot(Person.schema()));
    assertEquals(builder.toString(), theirs.toString());
    assertEquals(builder.toString(), read.root(Person.TYPE).toString());
  }

  @Test
  void text_is_read_into_a_message_that_generated_lenses_read() {
    MessageBuilder read = MessageBuilder.create();

    TextFormat.read("(name = \"Ann\", age = 3, kind = first)", read.initRoot(Person.schema()));

    Person.Reader person = read.root(Person.TYPE).asReader();
    assertEquals("Ann", person.getName().toString());
    assertEquals(3, person.getAge());
    assertEquals(Person.Kind.FIRST, person.getKind());
  }

  @Test
  void a_generated_reader_is_seen_by_the_names_of_its_fields_in_place() {
    fill();

    DynamicStruct.Reader person = Person.schema().view(builder.asReader());
    builder.setAge((short) 44);

    assertEquals("44", TextFormat.SHORT.print(person.get("age")));
  }

  @Test
  void annotations_can_be_read_at_run_time() {
    Field old =
        golden.names.String.schema().declaration().fields().stream()
            .filter(field -> field.name().equals("old"))
            .findFirst()
            .orElseThrow();

    var use = old.member().annotations().getFirst();

    assertEquals(KnownAnnotations.NAME, use.id());
    assertEquals(new Value.Text("renamed"), use.value());
  }

  @Test
  void two_structs_of_the_same_content_are_equal_by_structure() {
    fill();
    MessageBuilder copy = MessageBuilder.create();
    copy.setRoot(builder.asReader());

    assertEquals(
        Equality.EQUAL, Equality.of(builder.asReader(), copy.root(Person.TYPE).asReader()));
    builder.setAge((short) 1);
    assertEquals(
        Equality.DIFFERENT, Equality.of(builder.asReader(), copy.root(Person.TYPE).asReader()));
  }
}
