package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.caplens.core.message.Equality;
import dev.caplens.core.message.MessageBuilder;
import golden.records.Order;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records of generated structs: copies that depend on no message.
class GeneratedRecordTest {
  @TempDir Path folder;

  private static Order.Builder full(MessageBuilder message) {
    Order.Builder order = message.initRoot(Order.TYPE);
    order.setId(-1L).setCustomer("Zoë").setPaid(false).setState(Order.State.DONE);
    order.initLines(2).get(1).setArticle("pen").setCount(255);
    order.setSignature(new byte[] {1, -1}).initDelivery().setArticle("post");
    order.initTags(2).set(0, "a");
    order.initCodes(1).setUnsigned(0, 65535);
    order.initMatrix(2).init(1, 2).set(1, 0.5);
    order.initSeals(2).init(0, 1).set(0, (byte) 7);
    order.initStates(1).set(0, Order.State.DONE);
    order.initPrevious().setId(4).setTo("there");
    order.getPlace().setX(3).setHashCode("h");
    return order;
  }

  @Test
  void a_record_holds_what_the_message_holds() {
    Order.Record order = Order.Record.of(full(MessageBuilder.create()).asReader());

    assertEquals(-1L, order.id());
    assertEquals("Zoë", order.customer());
    assertEquals(Order.State.DONE, order.state());
    assertEquals(new Order.Line.Record("pen", 255), order.lines().get(1));
    assertEquals(ByteBuffer.wrap(new byte[] {1, -1}), order.signature());
    assertEquals(List.of(65535), order.codes());
    assertEquals(List.of(List.of(), List.of(0.0, 0.5)), order.matrix());
    assertEquals("there", order.previous().to());
    assertEquals(new Order.Place.Record(3, "h"), order.place());
  }

  @Test
  void a_field_that_is_not_set_is_null_in_the_record() {
    Order.Record order = Order.Record.of(MessageBuilder.create().initRoot(Order.TYPE).asReader());

    assertNull(order.customer());
    assertNull(order.to());
    assertNull(order.lines());
    assertNull(order.previous());
    assertEquals(-1, order.place().x());
  }

  @Test
  void a_struct_that_a_record_wrote_has_the_content_of_the_original() {
    Order.Builder original = full(MessageBuilder.create());
    MessageBuilder message = MessageBuilder.create();
    Order.Builder copy = message.initRoot(Order.TYPE);
    Order.Record order = Order.Record.of(original.asReader());

    order.writeTo(copy);

    // A text in a list has no absent form: one that was null is written as empty.
    original.getTags().set(1, "");
    original.getMatrix().init(0, 0);
    original.getSeals().init(1, 0);
    original.getLines().get(0).setCount(1);
    assertEquals(original.toString(), copy.toString());
    assertEquals(Equality.EQUAL, Equality.of(original.asReader(), copy.asReader()));
    assertEquals(order, Order.Record.of(copy.asReader()));
  }

  @Test
  void a_struct_that_cannot_be_a_record_is_refused_with_the_reason() throws IOException {
    assertEquals(
        "error: no.capnp:S.f: a struct with $Caplens.record needs $Caplens.record on no.capnp:T",
        refusal("f @0 :T;"));
    assertEquals(
        "error: no.capnp:S.f: a struct with $Caplens.record has no unions",
        refusal("union { f @0 :Text; g @1 :Text; }"));
    assertEquals(
        "error: no.capnp:S.f: a struct with $Caplens.record has no capabilities, any pointers and"
            + " type parameters",
        refusal("f @0 :AnyPointer;"));
    assertEquals(
        "error: no.capnp:S.f: a struct with $Caplens.record has no lists of Void",
        refusal("f @0 :List(Void);"));
  }

  private String refusal(String body) throws IOException {
    Path schema = folder.resolve("no.capnp");
    Files.writeString(
        schema,
        "@0xbbbbbbbbbbbbbbb1;\nusing Caplens = import \"/caplens/annotations.capnp\";\n"
            + "struct S $Caplens.record { "
            + body
            + " }\nstruct T {}\n");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String prefix = folder.toString();
    Capnp.run(said, "--src-prefix", prefix, "--java", prefix + "/out", schema.toString());
    return said.toString(StandardCharsets.UTF_8).strip();
  }
}
