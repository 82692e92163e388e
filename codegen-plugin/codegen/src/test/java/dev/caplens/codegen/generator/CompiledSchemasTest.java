package dev.caplens.codegen.generator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.caplens.codegen.JavaFiles;
import dev.caplens.codegen.compiler.SchemaCompiler;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.core.message.Data;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.StructType;
import dev.caplens.core.schema.SchemaLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is generated compiles without a warning of `-Xlint:all` and of doclint, whatever the schema
/// holds.
class CompiledSchemasTest {
  private static final Path INCLUDE = Path.of("/usr/include");

  @TempDir Path folder;

  private static ClassLoader compile(Path prefix, List<Path> files) throws IOException {
    var compiler = SchemaCompiler.builder().sourcePrefix(prefix).importPath(prefix).build();
    byte[] request = RequestEncoder.encode(compiler.compile(files).orThrow());
    var generator =
        new JavaGenerator(
            SchemaLoader.read(request, true),
            Optional.empty(),
            Optional.of(EncodedNodes.of(request)));
    return JavaFiles.compile(generator.files());
  }

  @Test
  void the_schemas_that_come_with_the_reference() throws IOException {
    if (!Files.isDirectory(INCLUDE.resolve("capnp"))) {
      String text = "needs the schemas of the reference: apt-get install libcapnp-dev";
      if (System.getenv("CI") != null && !System.getenv("CI").isEmpty()) {
        throw new AssertionError(text);
      }
      abort(text);
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(INCLUDE.resolve("capnp"))) {
      files = walk.filter(file -> file.toString().endsWith(".capnp")).toList();
    }

    compile(INCLUDE, files);

    assertEquals(true, files.size() >= 7, files::toString);
  }

  @Test
  void the_schemas_of_the_golden_files() throws IOException {
    Path golden = Path.of("src/test/golden");
    try (Stream<Path> folders = Files.list(golden)) {
      for (Path construct : folders.toList()) {
        compile(construct, List.of(construct.resolve(construct.getFileName() + ".capnp")));
      }
    }
  }

  @Test
  void a_schema_of_names_and_generics_that_get_in_each_others_way() throws IOException {
    Path schema = resource("torture.capnp");
    Files.write(folder.resolve("bytes"), new byte[100_000]);

    compile(folder, List.of(schema));
  }

  @Test
  void schemas_that_declare_the_names_of_the_language() throws Exception {
    List<Path> schemas = new ArrayList<>();
    for (String name :
        List.of("language.capnp", "language-nested.capnp", "language-imported.capnp")) {
      schemas.add(resource(name));
    }

    ClassLoader classes = compile(folder, schemas);

    for (String name : List.of("top.Values", "imported.Values", "nested.Around")) {
      Class<?> values = classes.loadClass("language." + name);
      String end = name.startsWith("nested") ? "_INSIDE" : "";
      assertEquals(Float.NaN, values.getField("NAN" + end).get(null), name);
      assertEquals(Float.NEGATIVE_INFINITY, values.getField("INF" + end).get(null), name);
      assertEquals(Double.NaN, values.getField("WIDE_NAN" + end).get(null), name);
      assertEquals(Double.POSITIVE_INFINITY, values.getField("WIDE_INF" + end).get(null), name);
      assertEquals("t", values.getField("TEXT" + end).get(null), name);
    }
    for (String name : List.of("top.Every", "imported.Every", "nested.Around$EveryInside")) {
      Class<?> struct = classes.loadClass("language." + name);
      Object message = MessageBuilder.create().initRoot(type(struct));
      assertEquals("(f = nan, d = -inf, u8 = 0)", message.toString().replaceAll(", u16.*", ")"));
    }
  }

  private static StructType<?, ?> type(Class<?> struct) throws ReflectiveOperationException {
    return (StructType<?, ?>) Objects.requireNonNull(struct.getField("TYPE").get(null));
  }

  private Path resource(String name) throws IOException {
    Path schema = folder.resolve(name);
    try (InputStream in = getClass().getResourceAsStream(name)) {
      Files.write(schema, Objects.requireNonNull(in).readAllBytes());
    }
    return schema;
  }

  @Test
  void a_constant_of_any_size_is_a_constant_of_java() throws Exception {
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    Files.write(folder.resolve("content"), content);
    Path schema = folder.resolve("large.capnp");
    Files.writeString(schema, "@0xbbbbbbbbbbbbbbb1;\nconst large :Data = embed \"content\";\n");

    Class<?> constants = compile(folder, List.of(schema)).loadClass("large.Large");

    Data.Reader large = (Data.Reader) constants.getField("LARGE").get(null);
    assertArrayEquals(content, Objects.requireNonNull(large).toByteArray());
  }
}
