package dev.caplens.core.dynamic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.caplens.core.encoding.Packing;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.schema.lens.CodeGeneratorRequest;
import dev.caplens.core.schema.lens.Field;
import dev.caplens.core.schema.lens.Node;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GeneratedSchemaTest {

  private static final long LEFT = 0xb0b0b0b0b0b0b0b1L;
  private static final long RIGHT = 0xb0b0b0b0b0b0b0b2L;

  /// As in two generated classes that refer to each other.
  private static final class Left {
    static final GeneratedSchema SCHEMA =
        GeneratedSchema.of(() -> List.of(Right.SCHEMA), encoded(LEFT, "Left", RIGHT));
  }

  private static final class Right {
    static final GeneratedSchema SCHEMA =
        GeneratedSchema.of(() -> List.of(Left.SCHEMA), encoded(RIGHT, "Right", LEFT));
  }

  @Test
  void schemas_that_refer_to_each_other_are_loaded_together() {
    StructSchema left = Left.SCHEMA.struct(LEFT);

    StructSchema right = (StructSchema) left.field("other").type();

    assertEquals(RIGHT, right.id());
    assertSame(left, right.field("other").type());
  }

  @Test
  void nothing_is_decoded_before_it_is_asked_for() {
    AtomicInteger asked = new AtomicInteger();
    GeneratedSchema schema =
        GeneratedSchema.of(
            () -> {
              asked.incrementAndGet();
              return List.of();
            },
            encoded(LEFT, "Left", LEFT));

    int before = asked.get();
    schema.types();
    schema.types();

    assertEquals(0, before);
    assertEquals(1, asked.get());
  }

  @Test
  void parts_and_line_breaks_do_not_count() {
    String all = encoded(LEFT, "Left", LEFT);

    GeneratedSchema schema =
        GeneratedSchema.of(
            List::of, all.substring(0, 21) + "\n", " " + all.substring(21, 40), all.substring(40));

    assertEquals("l.capnp:Left", schema.struct(LEFT).name());
  }

  private static String encoded(long id, String name, long other) {
    MessageBuilder message = MessageBuilder.create();
    Node.Builder node = message.initRoot(CodeGeneratorRequest.TYPE).initNodes(1).get(0);
    node.setId(id).setDisplayName("l.capnp:" + name).setDisplayNamePrefixLength(8);
    Node.Struct.Builder struct = node.initStruct();
    struct.setPointerCount(1);
    Field.Builder field = struct.initFields(1).get(0);
    field.setName("other").initOrdinal().setExplicit(0);
    Field.Slot.Builder slot = field.initSlot();
    slot.initType().initStruct().setTypeId(other);
    slot.initDefaultValue().initStruct();
    return Base64.getEncoder().encodeToString(Packing.toBytes(message));
  }
}
