package dev.caplens.cli.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.cli.Caplens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileCommandTest {
  private static final String PERSON = "@0xbbbbbbbbbbbbbbb1;\nstruct Person { name @0 :Text; }\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void a_request_goes_to_standard_output() throws IOException {
    Files.writeString(folder.resolve("person.capnp"), PERSON);

    assertEquals(0, compile("-o-", "--src-prefix=" + folder, schema("person.capnp")));

    byte[] request = out.toByteArray();
    assertEquals(0, request.length % 8);
    assertTrue(new String(request, StandardCharsets.ISO_8859_1).contains("person.capnp:Person\0"));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void java_is_built_in() throws IOException {
    Files.writeString(folder.resolve("person.capnp"), PERSON);

    assertEquals(0, compile("-ojava:" + folder, "--src-prefix=" + folder, schema("person.capnp")));

    try (var files = Files.walk(folder)) {
      assertEquals(1, files.filter(file -> file.endsWith("Person.java")).count());
    }
  }

  @Test
  void every_error_is_a_line_and_nothing_else() throws IOException {
    Files.writeString(
        folder.resolve("bad.capnp"), "@0xbbbbbbbbbbbbbbb1;\nstruct P { a @0 :Txt; b @2 :Int; }\n");

    assertEquals(1, compile("-o-", schema("bad.capnp")));

    String file = schema("bad.capnp");
    assertEquals(
        file
            + ":2:18-21: error: Not defined: Txt\n"
            + file
            + ":2:26-27: error: Skipped ordinal @1.  Ordinals must be sequential with no holes.\n"
            + file
            + ":2:29-32: error: Not defined: Int\n",
        err.toString(StandardCharsets.UTF_8));
    assertEquals(0, out.size());
  }

  @Test
  void an_error_is_explained_to_who_asks() throws IOException {
    Files.writeString(
        folder.resolve("bad.capnp"), "@0xbbbbbbbbbbbbbbb1;\nstruct P {\n\ta @0 :Txt;\n}\n");

    assertEquals(1, compile("-o-", "--explain", schema("bad.capnp")));

    assertEquals(
        schema("bad.capnp")
            + ":3:8-11: error: Not defined: Txt\n"
            + "    \ta @0 :Txt;\n"
            + "    \t      ^^^\n"
            + "    did you mean 'Text'?\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_schema_that_is_missing_is_named() {
    assertEquals(1, compile("-o-", "nothing.capnp"));

    assertEquals(
        "caplens compile: nothing.capnp: no such file\n", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_plugin_that_is_missing_is_named() throws IOException {
    Files.writeString(folder.resolve("person.capnp"), PERSON);

    assertEquals(1, compile("-ono-such-language", schema("person.capnp")));

    assertEquals(
        "caplens compile: no-such-language: no such plugin (executable should be"
            + " 'capnpc-no-such-language')\n",
        err.toString(StandardCharsets.UTF_8));
  }

  private String schema(String name) {
    return folder.resolve(name).toString();
  }

  private int compile(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = "compile";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    PrintStream oldOut = System.out;
    PrintStream oldErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return Caplens.run(line);
    } finally {
      System.setOut(oldOut);
      System.setErr(oldErr);
    }
  }
}
