package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.MessageBuilder;
import golden.unions.Mark;
import golden.unions.Shape;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Generated lenses of unions and groups, with the reference tool on the other side.
class GeneratedUnionTest {
  private static final String SCHEMA = "src/test/golden/unions/unions.capnp";

  private final MessageBuilder message = MessageBuilder.create();
  private final Shape.Builder builder = message.initRoot(Shape.TYPE);

  private static Shape.Reader encoded(String text) throws Exception {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    return Framing.read(Capnp.tool(in, "encode", SCHEMA, "Shape")).root(Shape.TYPE);
  }

  private static Mark.Form.Reader form(String member) throws Exception {
    byte[] in = "(serial = 1, form = (%s))".formatted(member).getBytes(StandardCharsets.UTF_8);
    return Framing.read(Capnp.tool(in, "encode", SCHEMA, "Mark")).root(Mark.TYPE).getForm();
  }

  private String decoded() throws Exception {
    byte[] out = Capnp.tool(Framing.toBytes(message), "decode", "--short", SCHEMA, "Shape");
    return new String(out, StandardCharsets.UTF_8).strip();
  }

  private static String described(Shape.Reader shape) {
    return switch (shape.variant()) {
      case Shape.Variant.Point() -> "a point";
      case Shape.Variant.Circle(double radius) -> "a circle of " + radius;
      case Shape.Variant.Square(var square) -> "a square of " + square.getSide();
      case Shape.Variant.Polygon(var corners) -> corners.size() + " corners";
      case Shape.Variant.Name(var name) -> "named " + name;
      case Shape.Variant.Shape_(var inner) -> "[" + described(inner) + "]";
      case Shape.Variant.Solid(boolean solid) -> "solid " + solid;
      case Shape.Variant.Kind(var kind) -> "kind " + kind;
      case Shape.Variant.Unknown(int number) -> "unknown " + number;
      case Shape.Variant.UnknownMember(int tag) -> "member " + tag;
    };
  }

  @Test
  void each_member_that_the_reference_tool_wrote_is_matched_by_its_pattern() throws Exception {
    Capnp.require();

    assertEquals("a point", described(encoded("(point = void)")));
    assertEquals("a circle of 2.5", described(encoded("(circle = 2.5)")));
    assertEquals("a square of 1", described(encoded("(square = (label = \"x\"))")));
    assertEquals("2 corners", described(encoded("(polygon = [(x = 1), (y = 2)])")));
    assertEquals("named z", described(encoded("(name = \"z\")")));
    assertEquals("[solid false]", described(encoded("(shape = (solid = false))")));
    assertEquals("kind THICK", described(encoded("(kind = thick)")));
    assertEquals("unknown 9", described(encoded("(unknown = 9)")));
  }

  @Test
  void setting_a_member_makes_it_the_active_one() throws Exception {
    Capnp.require();

    assertEquals(Shape.Which.POINT, builder.which());
    builder.setCircle(1.5);
    assertEquals(Shape.Which.CIRCLE, builder.which());
    builder.setName("x").setArea(2);
    builder.getStyle().initDashed().setOn(9);
    builder.getOrigin().setX(-1).getDepth().setZ(4);

    assertTrue(builder.isName());
    assertEquals(
        "(name = \"x\", area = 2, style = (dashed = (on = 9, off = 2)),"
            + " origin = (x = -1, y = 0, depth = (z = 4)))",
        decoded());
  }

  @Test
  void a_group_that_is_initialised_has_its_defaults_again() {
    builder.initSquare().setSide(77).setLabel("old");

    Shape.Square.Builder square = builder.initSquare();

    assertEquals(1, square.getSide());
    assertFalse(square.hasLabel());
  }

  @Test
  void access_to_a_member_that_is_not_active_is_refused() {
    builder.setCircle(1);

    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> builder.asReader().getName());

    assertEquals("Shape: the active member of the union is CIRCLE, not NAME", error.getMessage());
    assertThrows(IllegalStateException.class, builder::getKind);
    assertFalse(builder.asReader().hasName());
  }

  @Test
  void a_member_of_a_newer_schema_is_unknown_and_keeps_its_tag() {
    builder.setCircle(1);
    byte[] framed = Framing.toBytes(message);
    // Frame and root pointer are a word each; then comes the discriminant.
    framed[16] = 44;
    framed[17] = 1;

    Shape.Reader shape = Framing.read(framed).root(Shape.TYPE);

    assertEquals(Shape.Which.UNKNOWN_MEMBER, shape.which());
    assertEquals("member 300", described(shape));
  }

  @Test
  void all_leaves_the_union_and_the_groups_in_the_same_words_alone() {
    builder.initSquare().setSide(9);

    builder.getOrigin().initDepth().setZ(4);
    builder.getOrigin().all(-1, -2);

    assertEquals(4, builder.getOrigin().getDepth().getZ());
    assertEquals(-2, builder.getOrigin().getY());
    assertEquals(9, builder.getSquare().getSide());
  }

  @Test
  void members_in_the_word_of_their_discriminant_read_as_the_reference_tool_wrote_them()
      throws Exception {
    Capnp.require();

    assertFalse(form("flag = false").getFlag());
    assertTrue(form("flag = true").getFlag());
    assertEquals(-128, form("tiny = -128").getTiny());
    assertEquals(-3, form("tiny = -3").getTiny());
    assertEquals(-32768, form("small = -32768").getSmall());
    assertEquals(0x7fffffff, form("whole = 2147483647").getWhole());
    assertEquals(-1, form("whole = -1").getWhole());
    assertEquals(255, form("octet = 255").getOctet());
    assertEquals(65535, form("half = 65535").getHalf());
    assertEquals(0xffffffffL, form("natural = 4294967295").getNatural());
    assertEquals(-2.5f, form("real = -2.5").getReal());
    assertEquals(Shape.Kind.THIN, form("kind = thin").getKind());
    assertEquals(1, form("kind = thick").getKindRaw());
    assertEquals(Long.MIN_VALUE, form("long = -9223372036854775808").getLong());
    assertEquals(Integer.MIN_VALUE, form("plain = -2147483648").getPlain());
  }

  @Test
  void a_group_with_a_union_keeps_discriminant_and_members_of_one_moment() {
    Mark.Builder mark = MessageBuilder.create().initRoot(Mark.TYPE);
    mark.getForm().setWhole(1);
    Mark.Form.Reader before = mark.asReader().getForm();

    mark.getForm().setPlain(2);

    assertEquals(1, before.getWhole());
    assertEquals(2, mark.asReader().getForm().getPlain());
  }
}
