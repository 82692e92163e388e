package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.Text;
import golden.generics.Box;
import golden.generics.Holder;
import golden.generics.Point;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Generated lenses of generic structs, with the reference tool on the other side.
class GeneratedGenericTest {
  private static final String SCHEMA = "src/test/golden/generics/generics.capnp";

  private final MessageBuilder message = MessageBuilder.create();
  private final Holder.Builder builder = message.initRoot(Holder.TYPE);

  private static Holder.Reader encoded(String text) throws Exception {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    return Framing.read(Capnp.tool(in, "encode", SCHEMA, "Holder")).root(Holder.TYPE);
  }

  private String decoded() throws Exception {
    byte[] out = Capnp.tool(Framing.toBytes(message), "decode", "--short", SCHEMA, "Holder");
    return new String(out, StandardCharsets.UTF_8).strip();
  }

  @Test
  void a_parameter_is_read_as_what_its_brand_binds() throws Exception {
    Capnp.require();

    Holder.Reader holder =
        encoded(
            """
            (text = (value = "a", next = (value = "b"), lid = (content = "c", colour = "red")),
             numbers = (value = [1, 2, 3], one = [9]),
             map = (entries = [(key = "k", value = (x = 5))]),
             boxes = [(value = (x = 1)), (pair = (left = (x = 7), right = "r"))],
             lid = (content = (x = 8)),
             deep = (entries = [(key = "d", value = (value = "e"))]))
            """);

    Box.Reader<Text.Reader, Text.Builder> text = holder.getText();
    assertEquals("a", text.getValue().toString());
    assertEquals("b", text.getNext().getValue().toString());
    assertEquals("c", text.getLid().getContent().toString());
    assertEquals(3, holder.getNumbers().getValue().get(2));
    assertEquals(9, holder.getNumbers().getOne().get(0));
    assertEquals("k", holder.getMap().getEntries().get(0).getKey().toString());
    assertEquals(5, holder.getMap().getEntries().get(0).getValue().getX());
    assertEquals(1, holder.getBoxes().get(0).getValue().getX());
    assertEquals(7, holder.getBoxes().get(1).getPair().getLeft().getX());
    assertEquals(8, holder.getLid().getContent().getX());
    assertEquals("e", holder.getDeep().getEntries().get(0).getValue().getValue().toString());
  }

  @Test
  void a_union_of_a_generic_struct_is_matched_with_its_bound_types() throws Exception {
    Capnp.require();

    Box.Reader<Point.Reader, Point.Builder> box =
        encoded("(boxes = [(one = (x = 4))])").getBoxes().get(0);

    int x =
        switch (box.variant()) {
          case Box.Variant.One(var point) -> point.getX();
          case Box.Variant.Pair(var pair) -> pair.getLeft().getX();
          case Box.Variant.None() -> 0;
          case Box.Variant.Unknown(int tag) -> -tag;
        };
    assertEquals(4, x);
  }

  @Test
  void what_builders_of_generic_structs_wrote_the_reference_tool_reads() throws Exception {
    Capnp.require();
    builder.initText().initValue(2).asReader();
    builder.initNumbers().initValue(2).set(1, 6);
    var entry = builder.initMap().initEntries(1).get(0);
    entry.initValue().setX(3);
    builder.initBoxes(1).get(0).initPair().initLeft().setX(2);
    builder.initAny().initValue().set("any");

    assertEquals(
        "(text = (value = \"\\000\\000\", none = void), any = (value = <opaque pointer>, none = void),"
            + " numbers = (value = [0, 6], none = void), map = (entries = [(value = (x = 3))]),"
            + " boxes = [(pair = (left = (x = 2)))])",
        decoded());
  }
}
