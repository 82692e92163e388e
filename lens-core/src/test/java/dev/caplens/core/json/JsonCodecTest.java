package dev.caplens.core.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.core.dynamic.AllTypes;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.encoding.Corpus;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.MessageBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The reference's test value as JSON.
class JsonCodecTest {

  private StructSchema allTypes;

  @BeforeEach
  void load() throws IOException {
    allTypes = AllTypes.schema();
  }

  @Test
  void all_types_encode_prettily_as_the_reference_does() throws IOException {
    assertEquals(Corpus.text("alltypes.pretty.json"), encode(JsonCodec.PRETTY) + "\n");
  }

  @Test
  void all_types_encode_short_as_the_reference_does() throws IOException {
    assertEquals(Corpus.text("alltypes.short.json"), encode(JsonCodec.SHORT) + "\n");
  }

  @Test
  void what_is_encoded_decodes_to_the_same() throws IOException {
    for (String name : new String[] {"alltypes.pretty.json", "alltypes.short.json"}) {
      MessageBuilder message = MessageBuilder.create();

      JsonCodec.SHORT.decode(Corpus.message(name), message.initRoot(allTypes));

      assertArrayEquals(
          AllTypes.canonical(AllTypes.message()), AllTypes.canonical(message.asReader()));
    }
  }

  private String encode(JsonCodec codec) throws IOException {
    DynamicStruct.Reader root = Framing.read(Corpus.message("alltypes.segmented")).root(allTypes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.encode(root, out);
    assertEquals(out.toString(StandardCharsets.UTF_8), codec.encode(root));
    return codec.encode(root);
  }
}
