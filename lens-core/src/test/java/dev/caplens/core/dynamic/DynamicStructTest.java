package dev.caplens.core.dynamic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.caplens.core.encoding.ReferenceTool;
import dev.caplens.core.message.EnumList;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.schema.SchemaLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values at and beyond the edge of what a schema knows.
class DynamicStructTest {

  private static final String OLD =
      """
      @0xd5a1c0b7e2f34a69;
      enum Color { red @0; green @1; }
      struct Car @0xf0e1d2c3b4a59687 {
        color @0 :Color;
        engine :group {
          power @1 :UInt16;
          union { petrol @2 :UInt16; diesel @3 :UInt16; }
        }
      }
      """;

  /// The group has one member of its union and one field more.
  private static final String NEW =
      OLD.replace(
          "diesel @3 :UInt16; }", "diesel @3 :UInt16; volts @4 :UInt16; } torque @5 :UInt16;");

  @TempDir Path folder;
  private StructSchema older;
  private StructSchema newer;

  @BeforeEach
  void compile() throws IOException, InterruptedException {
    ReferenceTool.require();
    older = car("old.capnp", OLD);
    newer = car("new.capnp", NEW);
  }

  @Test
  void the_number_of_an_enums_value_has_16_bits() {
    DynamicStruct.Builder car = MessageBuilder.create().initRoot(older);
    StructField color = older.field("color");
    EnumSchema colors = (EnumSchema) color.type();
    String text = colors.name() + ": expected a number within 0 to 65535, got ";

    assertEquals(text + 65536, refusal(() -> new DynamicEnum(colors, 65536)));
    assertEquals(text + -1, refusal(() -> colors.value(-1)));
    assertEquals(
        older.name() + ".color: expected UInt16, 0 to 65535, got 4294967297",
        refusal(() -> car.setLong(color, (1L << 32) + 1)));
    assertEquals(
        older.name() + ".color: expected UInt16, 0 to 65535, got -1",
        refusal(() -> car.setLong(color, -1)));
    car.setLong(color, 65535);
    assertEquals(new DynamicEnum(colors, 65535), car.get("color"));
  }

  @Test
  void the_number_of_an_element_has_16_bits() {
    EnumSchema colors = (EnumSchema) older.field("color").type();
    EnumList.Builder<DynamicEnum> list =
        MessageBuilder.create().rootPointer().init(EnumList.of(colors), 2);

    String text = "value of enum " + colors.name() + ": expected a number within 0 to 65535, got ";
    assertEquals(text + 65536, refusal(() -> list.setRaw(0, 65536)));
    assertEquals(text + -1, refusal(() -> list.setRaw(0, -1)));
    list.setRaw(0, 65535);
    assertEquals(65535, list.get(0).number());
    assertEquals(0, list.get(1).number());
  }

  @Test
  void a_discriminant_that_no_member_has_is_nobodys() {
    StructSchema engine = (StructSchema) older.field("engine").type();

    assertEquals(Optional.empty(), engine.member(-1));
    assertEquals(Optional.empty(), engine.member(2));
    assertEquals(Optional.of(engine.field("diesel")), engine.member(1));
  }

  @Test
  void a_group_of_another_version_of_its_schema_is_copied_as_far_as_both_know_it() {
    DynamicStruct.Builder old = MessageBuilder.create().initRoot(older);
    old.initStruct("engine").set("power", 90).set("diesel", 7);
    DynamicStruct.Builder young = MessageBuilder.create().initRoot(newer);
    young.initStruct("engine").set("torque", 300);

    young.set("engine", old.asReader().get("engine"));
    assertEquals("90 diesel 7 torque 0", engine(young) + " torque " + value(young, "torque"));
    young.getStruct(newer.field("engine")).set("torque", 400);
    old.set("engine", young.asReader().get("engine"));
    assertEquals("90 diesel 7", engine(old));
  }

  @Test
  void a_group_whose_active_member_is_not_known_is_refused_and_nothing_is_lost() {
    DynamicStruct.Builder young = MessageBuilder.create().initRoot(newer);
    young.initStruct("engine").set("volts", 400);
    DynamicStruct.Builder old = MessageBuilder.create().initRoot(older);
    old.initStruct("engine").set("power", 90).set("diesel", 7);

    assertEquals(
        older.name()
            + ".engine: expected a value whose active member both schemas know, got number 2;"
            + " load the sender's schema",
        refusal(() -> old.set("engine", young.asReader().get("engine"))));
    assertEquals("90 diesel 7", engine(old));
  }

  @Test
  void a_group_whose_active_member_its_own_schema_does_not_know_is_refused_too() {
    MessageBuilder message = MessageBuilder.create();
    message.initRoot(newer).initStruct("engine").set("volts", 400);
    DynamicValue seen = message.root(older).asReader().get("engine");
    DynamicStruct.Builder young = MessageBuilder.create().initRoot(newer);
    young.initStruct("engine").set("power", 90).set("diesel", 7);

    refusal(() -> young.set("engine", seen));
    assertEquals("90 diesel 7", engine(young));
  }

  @Test
  void a_group_that_is_set_to_itself_stays() {
    DynamicStruct.Builder car = MessageBuilder.create().initRoot(older);
    car.initStruct("engine").set("power", 90).set("diesel", 7);

    car.set("engine", car.get("engine"));

    assertEquals("90 diesel 7", engine(car));
  }

  private StructSchema car(String name, String source) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(name), source);
    return DynamicTypes.of(SchemaLoader.read(ReferenceTool.compile(file), false)).struct("Car");
  }

  private static String engine(DynamicStruct.Builder car) {
    return value(car, "power") + " diesel " + value(car, "diesel");
  }

  private static long value(DynamicStruct.Builder car, String field) {
    DynamicStruct.Reader engine = (DynamicStruct.Reader) car.get("engine");
    return engine.getLong(engine.schema().field(field));
  }

  private static String refusal(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
