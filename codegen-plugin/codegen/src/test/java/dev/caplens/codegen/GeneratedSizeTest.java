package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.structs.Address;
import golden.structs.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// How much is generated, so that growth is seen and meant.
class GeneratedSizeTest {
  private static final Path GOLDEN = Path.of("src/test/golden/structs/golden/structs");

  @Test
  void the_lines_a_field_are_those_that_the_documentation_gives() throws IOException {
    int lines = lines("Person.java") + lines("Address.java");
    int fields =
        Person.schema().fields().size()
            + Person.Phone.schema().fields().size()
            + Address.schema().fields().size()
            + 1; // of the struct `Reader` inside `Person`

    String text = "have %d lines a field".formatted(Math.round((double) lines / fields));

    System.out.println(lines + " lines for " + fields + " fields: " + text);
    String page = Files.readString(Path.of("../../docs/generated-code.md"));
    assertTrue(page.contains(text), "docs/generated-code.md should say: " + text);
  }

  private static int lines(String file) throws IOException {
    return Files.readAllLines(GOLDEN.resolve(file)).size();
  }
}
