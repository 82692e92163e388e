package dev.caplens.core.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.message.MessageBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is ours alone: texts of errors, limits, streams.
class TextReadingTest {

  private StructSchema everything;

  @BeforeEach
  void load(@TempDir Path folder) throws IOException, InterruptedException {
    everything = TestSchema.load(TextFormat.class, "values.capnp", folder).struct("Everything");
  }

  private MalformedText refusal(String text) {
    return assertThrows(
        MalformedText.class,
        () -> TextFormat.read(text, MessageBuilder.create().initRoot(everything)));
  }

  @Test
  void everything_that_is_wrong_is_said_with_line_and_column() {
    MalformedText refused = refusal("(nam = 1,\n int = \"x\", colour = blue)");

    assertEquals(
        "text value, 1:2: Struct has no field named 'nam'. (and 2 more)", refused.getMessage());
    assertEquals(
        "[1:2: Struct has no field named 'nam'., 2:8: Type mismatch; expected Int32.,"
            + " 2:22: Enum Colour has no enumerant named 'blue'.]",
        refused.problems().toString());
  }

  @Test
  void what_is_no_value_is_refused_where_it_stops() {
    assertEquals("text value, 1:7: Parse error.", refusal("(int =").getMessage());
    assertEquals("text value, 1:1: Premature EOF; expected a struct.", refusal("").getMessage());
    assertEquals("text value, 1:3: Extra tokens in input.", refusal("()1").getMessage());
    assertEquals("text value, 1:1: Input does not contain a struct.", refusal("1").getMessage());
    assertEquals(
        "text value, 1:9: External constants not allowed.",
        refusal("(text = .other)").getMessage());
  }

  @Test
  void nesting_is_limited() {
    assertEquals(
        "text value, 1:502: Nesting is too deep; at most 500 levels.",
        refusal("(".repeat(1_000_000)).getMessage());
    TextFormat.read(
        "(inner = ".repeat(400) + "()" + ")".repeat(400),
        MessageBuilder.create().initRoot(everything));
  }

  @Test
  void a_stream_is_cut_where_the_next_struct_opens() throws IOException {
    TextMessages texts =
        new TextMessages(
            new ByteArrayInputStream(
                "(text = \")(\\\"\") # (\n(int = (1))(int = 2)".getBytes(StandardCharsets.UTF_8)));

    assertArrayEquals(bytes("(text = \")(\\\"\") # (\n"), texts.next());
    assertArrayEquals(bytes("(int = (1))"), texts.next());
    assertArrayEquals(bytes("(int = 2)"), texts.next());
    assertNull(texts.next());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
