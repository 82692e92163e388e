package dev.caplens.core.text;

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

/// The reference's test value as text.
class TextFormatTest {

  private StructSchema allTypes;

  @BeforeEach
  void load() throws IOException {
    allTypes = AllTypes.schema();
  }

  @Test
  void all_types_print_prettily_as_the_reference_prints_them() throws IOException {
    assertEquals(Corpus.text("alltypes.pretty.txt"), print(TextFormat.PRETTY) + "\n");
  }

  @Test
  void all_types_print_short_as_the_reference_prints_them() throws IOException {
    assertEquals(Corpus.text("alltypes.short.txt"), print(TextFormat.SHORT) + "\n");
  }

  @Test
  void what_is_printed_reads_back() throws IOException {
    for (String name : new String[] {"alltypes.pretty.txt", "alltypes.short.txt"}) {
      MessageBuilder message = MessageBuilder.create();

      TextFormat.read(Corpus.message(name), message.initRoot(allTypes));

      assertArrayEquals(
          AllTypes.canonical(AllTypes.message()), AllTypes.canonical(message.asReader()));
    }
  }

  private String print(TextFormat format) throws IOException {
    DynamicStruct.Reader root = Framing.read(Corpus.message("alltypes.segmented")).root(allTypes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.print(root, out);
    assertEquals(out.toString(StandardCharsets.UTF_8), format.print(root));
    return format.print(root);
  }
}
