package dev.caplens.codegen.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicTypes;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The example of `docs/runtime-schema.md`, as it stands there.
class RuntimeSchemaPageTest {

  private static final Path PAGE = Path.of("../../docs/runtime-schema.md");

  private static final Path SELF =
      Path.of("src/test/java/dev/caplens/codegen/evolution/RuntimeSchemaPageTest.java");

  @Test
  void the_example_does_what_the_page_says() {
    byte[] request =
        Schemas.request("struct Person { name @0 :Text; age @1 :UInt16; tags @2 :List(Text); }");

    // the example
    SchemaSet schemas = SchemaLoader.read(request, false);
    StructSchema person = DynamicTypes.of(schemas).struct("Person");

    MessageBuilder message = MessageBuilder.create();
    message
        .initRoot(person)
        .set("name", "Ada")
        .set("age", 36)
        .set("tags", List.of("mathematics", "poetry"));

    DynamicStruct.Reader ada = message.asReader().root(person);
    String found =
        switch (ada.get("name")) {
          case DynamicValue.Text text -> text.value().toString();
          case DynamicValue other -> "unexpected " + other;
        };

    StructField age = person.field("age"); // look up once,
    long years = ada.getLong(age); // read often
    // end of the example

    assertEquals("Ada", found);
    assertEquals(36, years);
    assertEquals(2, ada.getList(person.field("tags")).size());
  }

  @Test
  void the_page_has_the_example() throws IOException {
    String example =
        Files.readString(SELF)
            .lines()
            .dropWhile(line -> !line.equals("    // the example"))
            .skip(1)
            .takeWhile(line -> !line.equals("    // end of the example"))
            .map(line -> line.isEmpty() ? line : line.substring(4))
            .collect(Collectors.joining("\n"));

    assertTrue(Files.readString(PAGE).contains("```java\n" + example + "\n```"), example);
  }
}
