package dev.caplens.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.schema.lens.CodeGeneratorRequest;
import dev.caplens.core.schema.lens.Field;
import dev.caplens.core.schema.lens.Node;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What is wrong with a request is said by name, all of it at once.
class ValidationTest {

  private static final long STRUCT = 0xd94307c4985be8e7L;
  private static final long GROUP = 0x9ea0b19b37fb4435L;

  @Test
  void a_field_beyond_the_data_section_is_refused() {
    refused(
        struct -> struct.setDataWordCount(0),
        "a.capnp:A: age: expected a place within 0 data words and 0 pointers, got place 0 of 32 bits",
        "a.capnp:A: size: expected a place within 0 data words and 0 pointers, got place 1 of 32 bits");
  }

  @Test
  void fields_that_share_bits_are_refused() {
    refused(
        struct -> struct.getFields().get(1).getSlot().setOffset(0),
        "a.capnp:A: size: expected a place of its own, got one that a field or discriminant outside of its union has");
  }

  @Test
  void fields_of_one_name_are_refused() {
    refused(
        struct -> struct.getFields().get(1).setName("age"),
        "a.capnp:A: two members are called \"age\"");
  }

  @Test
  void fields_out_of_order_are_refused() {
    refused(
        struct -> struct.getFields().get(0).initOrdinal().setExplicit(2),
        "a.capnp:A: size: expected fields in the order of their ordinals, got @1 behind @2");
  }

  @Test
  void a_union_of_one_member_is_refused() {
    refused(
        struct -> {
          struct.setDataWordCount(2).setDiscriminantCount(1).setDiscriminantOffset(4);
          struct.getFields().get(0).setDiscriminantValue(0);
        },
        "a.capnp:A: expected a union of no or at least two members, each a field; got 1 for 1 fields");
  }

  @Test
  void a_discriminant_on_a_field_is_refused() {
    refused(
        struct -> {
          struct.setDiscriminantCount(2).setDiscriminantOffset(1);
          struct.getFields().get(0).setDiscriminantValue(0);
          struct.getFields().get(1).setDiscriminantValue(1);
        },
        "a.capnp:A: age: expected a place of its own, got one that a field or discriminant outside of its union has");
  }

  @Test
  void a_default_of_another_type_is_refused() {
    refused(
        struct -> struct.getFields().get(0).getSlot().initDefaultValue().setBool(true),
        "a.capnp:A: age: expected a value of type INT32, got Bool[value=true]");
  }

  @Test
  void a_group_that_is_missing_is_refused() {
    refused(
        struct -> struct.getFields().get(1).initGroup().setTypeId(GROUP),
        "a.capnp:A: size: the node of the group, @0x9ea0b19b37fb4435, is missing; add it to the request");
  }

  @Test
  void a_struct_as_its_own_group_is_refused() {
    refused(
        struct -> struct.getFields().get(1).initGroup().setTypeId(STRUCT),
        "a.capnp:A: size: expected a group of this struct, got a.capnp:A");
  }

  @Test
  void a_scope_that_leads_back_is_refused() {
    MessageBuilder message = request();
    message.root(CodeGeneratorRequest.TYPE).getNodes().get(0).setScopeId(STRUCT);

    assertEquals(List.of("a.capnp:A: its scopes lead back to itself"), problems(message));
  }

  @Test
  void a_type_that_is_missing_is_named_when_it_is_needed() {
    MessageBuilder message = request();
    Node.Struct.Builder struct =
        message.root(CodeGeneratorRequest.TYPE).getNodes().get(0).getStruct();
    struct.setPointerCount(1);
    Field.Slot.Builder slot = struct.getFields().get(1).initSlot();
    slot.initType().initStruct().setTypeId(GROUP);
    slot.initDefaultValue().initStruct();

    SchemaSet schemas = load(message);

    assertEquals(java.util.Set.of(GROUP), schemas.missing());
    assertEquals(
        "the request refers to the node @0x9ea0b19b37fb4435 but does not hold it; it was cut or written by a broken compiler",
        assertThrows(SchemaError.class, () -> schemas.node(GROUP)).getMessage());
  }

  @Test
  void two_nodes_of_one_id_are_refused() {
    SchemaSet schemas = load(request());
    MessageBuilder other = request();
    other.root(CodeGeneratorRequest.TYPE).getNodes().get(0).getStruct().setPointerCount(3);
    SchemaLoader loader = new SchemaLoader().add(schemas);

    SchemaError error =
        assertThrows(
            SchemaError.class, () -> loader.add(other.asReader().root(CodeGeneratorRequest.TYPE)));

    assertEquals(
        "a.capnp:A and a.capnp:A have the same id @0xd94307c4985be8e7 but differ; load the versions into sets of their own",
        error.getMessage());
  }

  private static void refused(Consumer<Node.Struct.Builder> change, String... problems) {
    MessageBuilder message = request();

    change.accept(message.root(CodeGeneratorRequest.TYPE).getNodes().get(0).getStruct());

    assertEquals(List.of(problems), problems(message));
  }

  private static List<String> problems(MessageBuilder message) {
    return assertThrows(SchemaError.class, () -> load(message)).problems();
  }

  private static SchemaSet load(MessageBuilder message) {
    return new SchemaLoader().add(message.asReader().root(CodeGeneratorRequest.TYPE)).load();
  }

  /// `struct A { age @0 :Int32; size @1 :Int32; }`
  private static MessageBuilder request() {
    MessageBuilder message = MessageBuilder.create();
    Node.Builder node = message.initRoot(CodeGeneratorRequest.TYPE).initNodes(1).get(0);
    node.setId(STRUCT).setDisplayName("a.capnp:A").setDisplayNamePrefixLength(8);
    Node.Struct.Builder struct = node.initStruct();
    struct.setDataWordCount(1);
    struct.initFields(2);
    for (int i = 0; i < 2; i++) {
      Field.Builder field = struct.getFields().get(i);
      field.setName(i == 0 ? "age" : "size").setCodeOrder(i);
      field.initOrdinal().setExplicit(i);
      Field.Slot.Builder slot = field.initSlot();
      slot.setOffset(i).initType().setInt32();
      slot.initDefaultValue().setInt32(0);
    }
    return message;
  }
}
