package dev.caplens.cli.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.cli.Caplens;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathCommandTest {
  @TempDir private Path folder;

  private static String classpath(String... options) {
    String[] line = new String[options.length + 1];
    line[0] = "classpath";
    System.arraycopy(options, 0, line, 1, options.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream old = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, Caplens.run(line));
    } finally {
      System.setOut(old);
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private int compile(String classPath, Path source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    return compiler.run(
        null, said, said, "-cp", classPath, "-d", folder.toString(), source.toString());
  }

  @Test
  void generated_code_compiles_with_it_and_with_nothing_else() throws IOException {
    Path schema = folder.resolve("person.capnp");
    Files.writeString(schema, "@0xbbbbbbbbbbbbbbb1;\nstruct Person { name @0 :Text; }\n");
    String[] line = {"compile", "-ojava:" + folder, "--src-prefix=" + folder, schema.toString()};
    assertEquals(0, Caplens.run(line));

    assertEquals(0, compile(classpath(), folder.resolve("person/Person.java")));
    assertEquals(1, compile(folder.toString(), folder.resolve("person/Person.java")));
  }

  @Test
  void regions_and_rings_come_when_asked_for() throws IOException {
    Path source = folder.resolve("Uses.java");
    Files.writeString(
        source, "class Uses { dev.caplens.layout.Cell a; dev.caplens.rings.SlotRing b; }");

    assertEquals(1, compile(classpath(), source));
    assertEquals(0, compile(classpath("--rings"), source));
  }

  @Test
  void each_entry_is_there_once() {
    List<String> entries = List.of(classpath("--rings").split(File.pathSeparator));

    assertEquals(4, entries.stream().distinct().count(), entries.toString());
    assertEquals(4, entries.size(), entries.toString());
    assertTrue(entries.stream().allMatch(entry -> Files.exists(Path.of(entry))));
  }
}
