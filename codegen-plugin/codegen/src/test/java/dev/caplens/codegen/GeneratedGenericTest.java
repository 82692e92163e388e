package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.AnyCapability;
import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.BoolList;
import dev.caplens.core.message.Data;
import dev.caplens.core.message.DoubleList;
import dev.caplens.core.message.EnumList;
import dev.caplens.core.message.IntList;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.PointerList;
import dev.caplens.core.message.PointerType;
import dev.caplens.core.message.StructList;
import dev.caplens.core.message.Text;
import dev.caplens.core.message.VoidList;
import golden.generics.Box;
import golden.generics.Holder;
import golden.generics.Point;
import golden.layouts.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
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
  void a_bound_lens_prints_what_its_parameters_are_read_as() throws Exception {
    Capnp.require();
    Holder.Reader holder =
        encoded(
            """
            (text = (value = "a\\n", next = (value = "b"), others = [(value = "o", one = "i")],
                     lid = (content = "c", colour = "red")),
             numbers = (value = [1, -2], one = [9]),
             map = (entries = [(key = "k", value = (x = 5))]),
             boxes = [(value = (x = 1)), (pair = (left = (x = 7), right = "r"))],
             lid = (content = (x = 8), colour = "blue"),
             deep = (entries = [(key = "d", value = (value = "e", next = (value = "f")))]))
            """);

    assertEquals(holder.toString(), "(" + String.join(", ", parts(holder)) + ")");
    assertEquals("(left = (x = 7), right = \"r\")", holder.getBoxes().get(1).getPair().toString());
    assertEquals(
        "(key = \"d\", value = (value = \"e\", next = (value = \"f\", none = void), none = void))",
        holder.getDeep().getEntries().get(0).toString());
  }

  /// Each field as its own lens prints it.
  private static List<String> parts(Holder.Reader holder) {
    return List.of(
        "text = " + holder.getText(),
        "numbers = " + holder.getNumbers(),
        "map = " + holder.getMap(),
        "boxes = [" + holder.getBoxes().get(0) + ", " + holder.getBoxes().get(1) + "]",
        "lid = " + holder.getLid(),
        "deep = " + holder.getDeep());
  }

  @Test
  void any_type_can_be_a_parameter_and_is_printed() {
    assertEquals("(value = [0, 3], none = void)", printed(IntList.TYPE, 2, it -> it.set(1, 3)));
    assertEquals("(value = [true], none = void)", printed(BoolList.TYPE, 1, it -> it.set(0, true)));
    assertEquals("(value = [1.5], none = void)", printed(DoubleList.TYPE, 1, it -> it.set(0, 1.5)));
    assertEquals("(value = [void, void], none = void)", printed(VoidList.TYPE, 2, it -> {}));
    assertEquals(
        "(value = \"\\001\", none = void)", printed(Data.TYPE, 1, it -> it.set(new byte[] {1})));
    assertEquals(
        "(value = [[\"x\"], []], none = void)",
        printed(PointerList.of(PointerList.of(Text.TYPE)), 2, it -> it.init(0, 1).set(0, "x")));
    assertEquals(
        "(value = [(x = 6)], none = void)",
        printed(StructList.of(Point.TYPE), 1, it -> it.get(0).setX(6)));
    assertEquals(
        "(value = [1], none = void)", printed(EnumList.of(Kind.TYPE), 1, it -> it.setRaw(0, 1)));
    assertEquals(
        "(value = <opaque pointer>, none = void)",
        printed(AnyPointer.TYPE, 0, it -> it.set("text")));
  }

  @Test
  void a_capability_as_a_parameter_is_printed_as_one() {
    var box = MessageBuilder.create().initRoot(Box.type(AnyCapability.TYPE));
    box.setValue(new AnyCapability(0));

    assertEquals("(value = <external capability>, none = void)", box.toString());
  }

  @Test
  void a_parameter_that_is_something_else_in_the_message_is_said() {
    MessageBuilder message = MessageBuilder.create();
    message.initRoot(Box.type(Text.TYPE)).initValue(1);

    String text = Framing.read(Framing.toBytes(message)).root(Box.type(Point.TYPE)).toString();

    assertTrue(text.startsWith("(unreadable: "), text);
  }

  private static <R, B> String printed(PointerType<R, B> type, int size, Consumer<B> fill) {
    Box.Builder<R, B> box = MessageBuilder.create().initRoot(Box.type(type));
    fill.accept(box.initValue(size));
    assertEquals(box.toString(), box.asReader().toString());
    return box.toString();
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
