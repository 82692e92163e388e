package dev.caplens.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.text.TestSchema;
import dev.caplens.core.text.TextFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is ours alone: errors, settings, and what the reference reads wrongly.
class JsonReadingTest {

  private StructSchema everything;
  private StructSchema numbers;

  @BeforeEach
  void load(@TempDir Path folder) throws IOException, InterruptedException {
    var schemas = TestSchema.load(TextFormat.class, "values.capnp", folder);
    everything = schemas.struct("Everything");
    numbers = schemas.struct("Numbers");
  }

  private DynamicStruct.Builder decode(JsonCodec codec, String json) {
    DynamicStruct.Builder root = MessageBuilder.create().initRoot(everything);
    codec.decode(json, root);
    return root;
  }

  private String refusal(String json) {
    return String.valueOf(
        assertThrows(MalformedJson.class, () -> decode(JsonCodec.SHORT, json)).getMessage());
  }

  @Test
  void what_is_no_json_is_refused_with_line_and_column() {
    assertEquals("JSON, 2:8: expected ':', got '1'", refusal("{\n \"int\" 1}"));
    assertEquals(
        "JSON, 1:10: expected another element behind the comma, got '}'", refusal("{\"int\":1,}"));
    assertEquals("JSON, 1:8: expected a value, got the end of the input", refusal("{\"int\":"));
    assertEquals("JSON, 1:3: expected the end of the input, got 'x'", refusal("{}x"));
  }

  @Test
  void what_does_not_fit_is_refused_with_its_path() {
    assertEquals(
        "JSON value $.manyInner[1].int8: expected a whole number in the range of Int8, got 128",
        refusal("{\"manyInner\":[{},{\"int8\":128}]}"));
    assertEquals(
        "JSON value $.bytes.data[1]: expected a whole number from 0 to 255, got \"1\"",
        refusal("{\"bytes\":{\"data\":[1,\"1\"]}}"));
    assertEquals("JSON value $.flag: expected true or false, got null", refusal("{\"flag\":null}"));
  }

  @Test
  void a_long_text_that_is_no_number_costs_no_more_than_its_length() {
    String json = "{\"single\":\"" + "1".repeat(1_000_000) + "x\"}";
    DynamicStruct.Builder numbers = MessageBuilder.create().initRoot(this.numbers);

    assertThrows(MalformedJson.class, () -> JsonCodec.SHORT.decode(json, numbers));
  }

  @Test
  void nesting_is_limited() {
    String deep = "{\"unknown\":" + "[".repeat(64) + "]".repeat(64) + "}";
    assertEquals(
        "JSON, 1:75: expected at most 64 arrays and objects within each other, got more; raise the"
            + " codec's maxNesting",
        refusal(deep));

    decode(JsonCodec.SHORT.maxNesting(65), deep);

    assertThrows(
        MalformedJson.class, () -> decode(JsonCodec.SHORT.maxNesting(500), "[".repeat(1_000_000)));
    assertThrows(IllegalArgumentException.class, () -> JsonCodec.SHORT.maxNesting(501));
  }

  @Test
  void unknown_fields_are_skipped_or_refused() {
    decode(JsonCodec.SHORT, "{\"other\":1}");

    assertThrows(
        MalformedJson.class,
        () -> decode(JsonCodec.SHORT.rejectUnknownFields(true), "{\"other\":1}"));
  }

  @Test
  void unicode_escapes_and_whole_numbers_are_read_exactly() {
    DynamicStruct.Builder read =
        decode(
            JsonCodec.SHORT,
            "{\"text\":\"\\u00e9\\ud83d\\ude00\\ud83dx\",\"int64\":9223372036854775807}");

    assertEquals(
        "\u00e9\ud83d\ude00\ufffdx", read.asReader().getText(everything.field("text")).toString());
    assertEquals(new DynamicValue.Int(Long.MAX_VALUE), read.get("int64"));
  }

  @Test
  void defaults_may_be_left_out() {
    DynamicStruct.Builder value = decode(JsonCodec.SHORT, "{\"int\":7,\"int8\":1}");

    String json = JsonCodec.SHORT.leaveOutDefaults(true).encode(value.asReader());

    assertEquals("{\"group\":{},\"choice\":{\"nothing\":null},\"int8\":1,\"number\":0}", json);
  }

  @Test
  void a_handler_gives_a_type_its_own_form() {
    JsonHandler dataAsText =
        new JsonHandler() {
          @Override
          public JsonValue encode(DynamicValue value) {
            DynamicStruct.Reader bytes = (DynamicStruct.Reader) value;
            return new JsonValue.Text(
                ((DynamicValue.Text) bytes.get("text")).value().toByteArray());
          }

          @Override
          public Object decode(JsonValue json) {
            return Map.of("text", ((JsonValue.Text) json).characters());
          }
        };
    long id = ((StructSchema) everything.field("bytes").type()).id();
    JsonCodec codec = JsonCodec.SHORT.leaveOutDefaults(true).handle(id, dataAsText);

    DynamicStruct.Builder value = decode(codec, "{\"bytes\":\"x\",\"manyBytes\":[\"y\"]}");

    assertEquals(
        "{\"bytes\":\"x\",\"manyBytes\":[\"y\"],\"group\":{},\"choice\":{\"nothing\":null},"
            + "\"number\":0}",
        codec.encode(value.asReader()));
  }

  @Test
  void a_pointer_of_unknown_type_needs_a_handler() {
    NoJsonForm refused =
        assertThrows(NoJsonForm.class, () -> decode(JsonCodec.SHORT, "{\"any\":null}"));

    assertEquals(
        "JSON value $.any: cannot decode a pointer of unknown type as JSON; give the codec a"
            + " handler for the type",
        refused.getMessage());
  }
}
