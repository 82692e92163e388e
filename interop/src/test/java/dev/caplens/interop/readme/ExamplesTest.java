package dev.caplens.interop.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.interop.rules.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lines of Java of the pages about formats, within a program that has what they assume: the
/// request of a schema, a message that holds a person, and another message.
class ExamplesTest {

  private static final String AROUND =
      """
      import dev.caplens.core.dynamic.*;
      import dev.caplens.core.json.*;
      import dev.caplens.core.message.*;
      import dev.caplens.core.schema.SchemaLoader;
      import dev.caplens.core.text.*;
      import java.nio.file.*;

      class Example {
        public static void main(String[] args) throws Exception {
          byte[] request = Files.readAllBytes(Path.of("request"));
          MessageReader message = filled(request);
          MessageBuilder other = MessageBuilder.create();
          %s
        }

        static StructSchema person(byte[] request) {
          return DynamicTypes.of(SchemaLoader.read(request, false)).struct("Person");
        }

        static MessageReader filled(byte[] request) {
          MessageBuilder message = MessageBuilder.create();
          message.initRoot(person(request)).set("name", "Grace").set("age", 85);
          return message.asReader();
        }
      }
      """;
  private static final String SHOW_OTHER =
      "System.out.println(TextFormat.SHORT.print(other.asReader().root(person)));";

  @TempDir private Path folder;

  private final String classPath = System.getProperty("java.class.path");

  @BeforeEach
  void compileSchema() throws Exception {
    Files.writeString(
        folder.resolve("person.capnp"),
        "@0xd1c3d6a9b1e2f304;\nstruct Person { name @0 :Text; age @1 :UInt8; }\n");
    run("-cp", classPath, "dev.caplens.codegen.Main", "--save-request", "request", "person.capnp");
  }

  @Test
  void messages_print_as_text_and_are_read_from_it() throws Exception {
    String said =
        example(page("docs/text-format.md").example() + "System.out.println(text);" + SHOW_OTHER);

    assertEquals("(name = \"Grace\", age = 85)\n(name = \"Ada\", age = 36)\n", said);
  }

  @Test
  void messages_are_encoded_as_json_and_decoded_from_it() throws Exception {
    String said =
        example(
            "StructSchema person = person(request);"
                + page("docs/json.md").example()
                + "System.out.println(json);"
                + SHOW_OTHER);

    assertEquals("{\"name\": \"Grace\", \"age\": 85}\n(name = \"Ada\", age = 36)\n", said);
  }

  @Test
  void what_is_wrong_in_a_text_is_said_as_the_page_shows() throws Exception {
    String said =
        example(
            """
            try {
              TextFormat.read("(nam = 1, agee = 2)", other.initRoot(person(request)));
            } catch (MalformedText wrong) {
              System.out.print(wrong.getMessage());
            }
            """);

    assertTrue(page("docs/text-format.md").text().contains("    " + said + "\n"), said);
  }

  private record Page(String text) {

    /// The first block of Java.
    String example() {
      int start = text.indexOf("```java\n") + "```java\n".length();
      return text.substring(start, text.indexOf("```", start));
    }
  }

  private static Page page(String name) throws IOException {
    return new Page(Files.readString(SourceTree.ofRepository().root().resolve(name)));
  }

  private String example(String lines) throws Exception {
    Files.writeString(folder.resolve("Example.java"), AROUND.formatted(lines));
    return run("--enable-native-access=ALL-UNNAMED", "-cp", classPath, "Example.java");
  }

  private String run(String... arguments) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder program = new ProcessBuilder(java).directory(folder.toFile());
    program.command().addAll(List.of(arguments));
    Process process = program.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), String.join(" ", arguments) + "\n" + said);
    return said;
  }
}
