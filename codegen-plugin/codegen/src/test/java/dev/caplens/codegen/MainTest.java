package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private String said() {
    return said.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void an_error_in_a_schema_is_reported_with_file_line_and_column() throws IOException {
    Capnp.require();
    Path schema = folder.resolve("bad.capnp");
    Files.writeString(schema, "@0xbbbbbbbbbbbbbbb1;\nstruct Person {\n  name @0 :Txt;\n}\n");

    int status = Capnp.run(said, "--java", folder.toString(), schema.toString());

    assertEquals(1, status);
    assertTrue(said().endsWith("bad.capnp:3:12-15: error: Not defined: Txt"), said());
  }

  @Test
  void the_digits_of_the_machines_language_do_not_get_into_generated_code() throws Exception {
    Path golden = Path.of("src/test/golden/layouts");
    Path schema = golden.resolve("layouts.capnp");

    FreshJvm.run(Main.class, "--src-prefix", golden, "--java", folder, schema);

    String header = "golden/layouts/Header.java";
    assertEquals(
        Files.readString(golden.resolve(header)), Files.readString(folder.resolve(header)));
  }

  @Test
  void a_missing_schema_compiler_is_reported_with_how_to_get_one() {
    int status = Capnp.run(said, "--capnp", "no-such-capnp", "person.capnp");

    assertEquals(2, status);
    assertEquals(
        "error: cannot start the schema compiler 'no-such-capnp': install it (Debian, Ubuntu: apt-get"
            + " install capnproto; macOS: brew install capnp), or name it with --capnp PROGRAM (Maven:"
            + " -Dcaplens.capnp=PROGRAM)",
        said());
  }

  @Test
  void schemas_of_several_folders_have_their_lines_in_comments() throws IOException {
    Path left = Files.createDirectories(folder.resolve("left"));
    Path right = Files.createDirectories(folder.resolve("right"));
    Path person = left.resolve("person.capnp");
    Path job = right.resolve("job.capnp");
    Files.writeString(person, "@0xbbbbbbbbbbbbbbb1;\nstruct Person {\n  name @0 :Text;\n}\n");
    Files.writeString(job, "@0xbbbbbbbbbbbbbbb2;\n\nstruct Job {\n  id @0 :Text;\n}\n");

    Capnp.generate(
        "--src-prefix",
        left.toString(),
        "--src-prefix",
        right.toString(),
        "--java",
        folder.toString(),
        person.toString(),
        job.toString());

    String first = Files.readString(folder.resolve("person/Person.java"));
    String second = Files.readString(folder.resolve("job/Job.java"));
    assertTrue(first.contains("`name @0 :Text`, pointer 0; from `person.capnp:3`"), first);
    assertTrue(second.contains("`id @0 :Text`, pointer 0; from `job.capnp:4`"), second);
  }

  @Test
  void an_unknown_option_is_refused() {
    int status = Capnp.run(said, "--jva", "x");

    assertEquals(2, status);
    assertEquals("error: unknown option --jva; --help lists the options", said());
  }

  @Test
  void two_schemas_that_would_be_the_same_class_are_both_named() throws IOException {
    Capnp.require();
    Path first = folder.resolve("first.capnp");
    Path second = folder.resolve("second.capnp");
    Files.writeString(first, "@0xbbbbbbbbbbbbbbb1;\nstruct Person {}\n");
    Files.writeString(second, "@0xbbbbbbbbbbbbbbb2;\nstruct Person {}\n");

    int status =
        Capnp.run(
            said,
            "--src-prefix",
            folder.toString(),
            "--java",
            folder.toString(),
            "--java-package",
            "org.example",
            first.toString(),
            second.toString());

    assertEquals(1, status);
    assertEquals(
        "error: first.capnp:Person and second.capnp:Person would both be the class org.example.Person;"
            + " give one of them another $Java.package or $Caplens.name",
        said());
  }
}
