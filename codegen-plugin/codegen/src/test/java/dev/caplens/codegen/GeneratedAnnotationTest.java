package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.codegen.schema.KnownAnnotations;
import dev.caplens.core.dynamic.DynamicTypes;
import dev.caplens.core.dynamic.EnumSchema;
import dev.caplens.core.dynamic.InterfaceSchema;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.schema.AnnotationUse;
import dev.caplens.core.schema.Member;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Value;
import golden.annotations.Colour;
import golden.annotations.Facts;
import golden.annotations.Line;
import golden.annotations.Station;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a program reads of annotations that the generator does not know.
class GeneratedAnnotationTest {
  private static final long NOTE = 0xbbbbbbbbbbbbbb01L;
  private static final long WEIGHT = 0xbbbbbbbbbbbbbb02L;

  @TempDir Path folder;

  private static String note(List<AnnotationUse> annotations) {
    return KnownAnnotations.text(annotations, NOTE).orElse("none");
  }

  private static String note(Node node) {
    return note(node.declaration().annotations());
  }

  private static String note(Member member) {
    return note(member.annotations());
  }

  private static String noteOfField(StructSchema struct, String field) {
    return struct.declaration().fields().stream()
        .filter(f -> f.name().equals(field))
        .map(f -> note(f.member()))
        .findFirst()
        .orElse("no field");
  }

  @Test
  void those_of_a_struct_and_its_members_come_with_its_schema() {
    StructSchema station = Station.schema();

    assertEquals("struct", note(station.declaration()));
    assertEquals("field", noteOfField(station, "name"));
    assertEquals("group", noteOfField(station, "place"));
    assertEquals("union", noteOfField(station, "state"));
    assertTrue(
        station
            .declaration()
            .fields()
            .getFirst()
            .member()
            .annotations()
            .contains(new AnnotationUse(WEIGHT, new Value.Int(3))));
  }

  @Test
  void those_of_what_is_inside_a_struct_come_with_its_schema() {
    DynamicTypes types = Station.schema().types();

    SchemaSet schemas = types.schemas();
    assertEquals("field of a group", noteOfField(types.struct("Station.place"), "x"));
    assertEquals("member", noteOfField(types.struct("Station.state"), "open"));
    assertEquals("constant of a struct", note(schemas.named("Station.least", Node.Const.class)));
    assertEquals("enum of a struct", note(types.enumOf(Station.Side.TYPE.id()).declaration()));
  }

  @Test
  void those_of_an_enum_and_of_enumerants_come_with_its_class() {
    EnumSchema colour = Colour.Reflection.SCHEMA.types().enumOf(Colour.TYPE.id());

    assertEquals("enum", note(colour.declaration()));
    assertEquals("enumerant", note(colour.enumerants().get(Colour.RED.raw()).member()));
    assertEquals("none", note(colour.enumerants().get(Colour.BLUE.raw()).member()));
  }

  @Test
  void those_of_an_interface_its_methods_and_their_parameters_come_with_its_class() {
    InterfaceSchema line = Line.Reflection.SCHEMA.types().interfaceOf(Line.ID);

    InterfaceSchema.Method ride = line.method("ride").orElseThrow();
    assertEquals("interface", note(line.declaration()));
    assertEquals("method", note(ride.declaration().member()));
    assertEquals("parameter", noteOfField(ride.parameters(), "stops"));
    assertEquals("result", noteOfField(ride.results(), "price"));
  }

  @Test
  void those_of_a_file_come_with_each_of_its_classes() {
    Map<Node, SchemaSet> carried =
        Map.of(
            Station.schema().declaration(),
            Station.schema().types().schemas(),
            Colour.Reflection.SCHEMA.types().enumOf(Colour.TYPE.id()).declaration(),
            Colour.Reflection.SCHEMA.schemas(),
            Line.Reflection.SCHEMA.types().interfaceOf(Line.ID).declaration(),
            Line.Reflection.SCHEMA.schemas(),
            Facts.Reflection.SCHEMA.schemas().named("most", Node.Const.class),
            Facts.Reflection.SCHEMA.schemas());

    carried.forEach((node, schemas) -> {
      Node.File file = schemas.fileOf(node);
      assertNotNull(file, node.declaration().displayName());
      assertEquals("file", note(file));
      assertEquals(
          new Value.Text("Facts"),
          file.declaration().annotations().stream()
              .filter(use -> use.id() == KnownAnnotations.JAVA_OUTER_CLASS)
              .map(AnnotationUse::value)
              .findFirst()
              .orElseThrow());
    });
  }

  @Test
  void those_of_a_files_constants_come_with_the_class_of_the_constants() {
    SchemaSet facts = Facts.Reflection.SCHEMA.schemas();

    assertEquals(12, Facts.MOST);
    assertEquals("constant", note(facts.named("annotations.capnp:most", Node.Const.class)));
    assertEquals("constant without a value", note(facts.named("nothing", Node.Const.class)));
  }

  @Test
  void the_schemas_of_all_classes_of_a_file_can_be_loaded_together() {
    SchemaSet all =
        new SchemaLoader()
            .add(Station.schema().types().schemas())
            .add(Colour.Reflection.SCHEMA.schemas())
            .add(Line.Reflection.SCHEMA.schemas())
            .add(Facts.Reflection.SCHEMA.schemas())
            .load();

    assertEquals(1, all.nodes().values().stream().filter(Node.File.class::isInstance).count());
    assertEquals("struct", note(all.named("Station", Node.Struct.class)));
    assertEquals("constant", note(all.named("most", Node.Const.class)));
  }

  @Test
  void the_constants_of_a_file_called_reflection_have_a_class_with_a_schema_inside()
      throws IOException {
    Path schema = folder.resolve("reflection.capnp");
    Files.writeString(schema, "@0xbbbbbbbbbbbbbbbb;\nconst most :Int32 = 5;\n");

    Capnp.generate(
        "--src-prefix", folder.toString(), "--java", folder.toString(), schema.toString());

    String name = "reflection/ReflectionConstants.java";
    String java = Files.readString(folder.resolve(name));
    JavaFiles.compile(Map.of(name, java));
    assertTrue(java.contains("public static final class Reflection {"), java);
  }
}
