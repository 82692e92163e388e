package dev.caplens.core.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicTypes;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.encoding.Corpus;
import dev.caplens.core.encoding.Flat;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.schema.SchemaLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The reference's test value as JSON.
class JsonCodecTest {

  private StructSchema allTypes;

  @BeforeEach
  void load() throws IOException {
    Path request =
        Corpus.requests().stream()
            .filter(path -> path.endsWith("capnp_test.cgr"))
            .findFirst()
            .orElseThrow();
    allTypes =
        DynamicTypes.of(SchemaLoader.read(Files.readAllBytes(request), false))
            .struct("TestAllTypes");
  }

  @Test
  void all_types_encode_prettily_as_the_reference_does() throws IOException {
    assertEquals(corpus("alltypes.pretty.json"), encode(JsonCodec.PRETTY) + "\n");
  }

  @Test
  void all_types_encode_short_as_the_reference_does() throws IOException {
    assertEquals(corpus("alltypes.short.json"), encode(JsonCodec.SHORT) + "\n");
  }

  @Test
  void what_is_encoded_decodes_to_the_same() throws IOException {
    for (String name : new String[] {"alltypes.pretty.json", "alltypes.short.json"}) {
      MessageBuilder message = MessageBuilder.create();

      JsonCodec.SHORT.decode(Corpus.message(name), message.initRoot(allTypes));

      assertArrayEquals(
          canonical(Framing.read(Corpus.message("alltypes.binary")).root(AnyStruct.TYPE)),
          canonical(message.asReader().root(AnyStruct.TYPE)));
    }
  }

  private static byte[] canonical(AnyStruct.Reader value) {
    return Flat.toBytes(Canonical.copyOf(value));
  }

  private String encode(JsonCodec codec) throws IOException {
    DynamicStruct.Reader root = Framing.read(Corpus.message("alltypes.segmented")).root(allTypes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.encode(root, out);
    assertEquals(out.toString(StandardCharsets.UTF_8), codec.encode(root));
    return codec.encode(root);
  }

  private static String corpus(String name) throws IOException {
    return new String(Corpus.message(name), StandardCharsets.UTF_8);
  }
}
