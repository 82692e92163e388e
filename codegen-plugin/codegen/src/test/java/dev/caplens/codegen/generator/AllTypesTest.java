package dev.caplens.codegen.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.codegen.Corpus;
import dev.caplens.codegen.JavaFiles;
import dev.caplens.core.encoding.Flat;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.encoding.Packing;
import dev.caplens.core.message.Equality;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.message.StructType;
import dev.caplens.core.schema.Brand;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The reference's value of `TestAllTypes` in all its encodings, through the lens that is generated
/// for that struct.
class AllTypesTest {
  private static LensValues lenses;
  private static Type.StructType type;
  private static StructType<?, ?> lens;

  @BeforeAll
  static void the_lens_is_generated_and_compiled() throws Exception {
    byte[] request = Files.readAllBytes(Corpus.folder().resolve("requests/capnp_test.cgr"));
    SchemaSet schemas = SchemaLoader.read(request, true);
    ClassLoader classes =
        JavaFiles.compile(
            new JavaGenerator(schemas, Optional.of("corpus"), Optional.of(EncodedNodes.of(request)))
                .files());
    Class<?> generated = classes.loadClass("corpus.TestAllTypes");
    lens = (StructType<?, ?>) Objects.requireNonNull(generated.getField("TYPE").get(null));
    type = new Type.StructType(lens.id(), Brand.NONE);
    lenses = new LensValues(new BoundTypes(schemas));
  }

  private static MessageReader message(String encoding) throws IOException {
    byte[] bytes = Files.readAllBytes(Corpus.folder().resolve("messages/alltypes." + encoding));
    return switch (encoding) {
      case "flat" -> Flat.read(bytes);
      case "packedflat" -> Packing.readFlat(bytes, Limits.DEFAULT);
      case "packed", "segmented-packed" -> Packing.read(bytes);
      default -> Framing.read(bytes);
    };
  }

  private static Map<String, Object> read(MessageReader message) {
    return lenses.read(type, message.root(lens));
  }

  private static Map<?, ?> struct(Map<?, ?> value) {
    return (Map<?, ?>) Objects.requireNonNull(value.get("structField"));
  }

  @Test
  void every_field_reads_as_what_the_reference_printed() throws IOException {
    Map<String, Object> value = read(message("binary"));

    assertEquals(true, value.get("boolField"));
    assertEquals(-123L, value.get("int8Field"));
    assertEquals(-12345L, value.get("int16Field"));
    assertEquals(-12345678L, value.get("int32Field"));
    assertEquals(-123456789012345L, value.get("int64Field"));
    assertEquals(234L, value.get("uInt8Field"));
    assertEquals(45678L, value.get("uInt16Field"));
    assertEquals(3456789012L, value.get("uInt32Field"));
    assertEquals(Long.parseUnsignedLong("12345678901234567890"), value.get("uInt64Field"));
    assertEquals(1234.5f, value.get("float32Field"));
    assertEquals(-123e45, value.get("float64Field"));
    assertEquals("foo", value.get("textField"));
    assertEquals("626172", value.get("dataField"));
    assertEquals(5L, value.get("enumField"));
    Map<?, ?> inner = struct(value);
    assertEquals("baz", inner.get("textField"));
    assertEquals("nested", struct(inner).get("textField"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flat", "packed", "packedflat", "segmented", "segmented-packed"})
  void all_encodings_read_as_the_same_value(String encoding) throws IOException {
    assertEquals(read(message("binary")), read(message(encoding)));
  }

  @Test
  void what_is_read_and_written_again_equals_the_original() throws IOException {
    MessageReader original = message("binary");
    MessageBuilder copy = MessageBuilder.create();

    lenses.write(type, copy.initRoot(lens), read(original));

    assertEquals(
        Equality.EQUAL, Equality.of(original.rootPointer(), copy.asReader().rootPointer()));
  }
}
