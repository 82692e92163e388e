package dev.caplens.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.text.TestSchema;
import dev.caplens.core.text.TextFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Single documents beside the reference tool.
class ReferenceJsonTest {

  private static final List<String> VALUES =
      List.of(
          "{}",
          "{\"int\":\"5\"}",
          "  { \"int\" : 1e3 , \"int8\" : -0 }  ",
          "{\"int\":\"0x10\",\"int8\":\" 5\",\"uint8\":\"010\"}",
          "{\"int\":1.,\"int8\":1.e1}",
          "{\"int64\":\"-9223372036854775808\",\"uint64\":\"18446744073709551615\"}",
          "{\"int64\":-9223372036854775808,\"uint64\":9007199254740992}",
          "{\"unknown\":[1,{\"x\":null}],\"int\":1,\"int\":2}",
          "{\"nothing\":null,\"flag\":false}",
          "{\"nothing\":{\"any\":\"thing\"}}",
          "{\"colour\":\"red\",\"colours\":[\"darkBlue\",2,9]}",
          "{\"colour\":7}",
          "{\"bytes\":{\"text\":\"x\",\"data\":[1,2,255]},\"group\":{\"x\":5,\"y\":\"\"}}",
          "{\"pair\":{\"p\":5}}",
          "{\"number\":1,\"none\":null}",
          "{\"none\":null,\"number\":1}",
          "{\"choice\":{\"words\":\"x\"}}",
          "{\"data\":[],\"datas\":[[],[0]]}",
          "{\"voids\":[null,5],\"lists\":[[1],[],[2,\"3\"]],\"flags\":[true,false]}",
          "{\"manyBytes\":[{\"text\":\"a\"},{}],\"empty\":{},\"manyEmpty\":[{},{}]}",
          "{\"inner\":{\"inner\":{}},\"manyInner\":[{\"none\":null}]}",
          "{\"text\":\"\\u0041\\u0079\\u0000\\/\\\\\\\"\\b\\f\\n\\r\\t\"}",
          "{\"text\":\"a\tb\nc \u00fc \ud83d\ude00\"}",
          "{\"box\":{\"value\":\"v\"},\"boxes\":[{\"value\":{\"text\":\"t\"}}]}");

  private static final List<String> ANNOTATED =
      List.of(
          "{}",
          "{\"some_name\":\"x\",\"someName\":\"y\"}",
          "{\"b64\":\"YWJjZA==\",\"hex\":\"6162fF\"}",
          "{\"b64\":\"YWJj ZA\",\"hex\":\"\"}",
          "{\"e\":\"FOO\",\"le\":[\"FOO\",\"barBaz\",1,7]}",
          "{\"xx\":5,\"x\":6,\"y\":\"7\"}",
          "{\"p_xx\":1,\"p_W\":\"q\",\"u\":5,\"W\":\"q\"}",
          "{\"un\":{\"kind\":\"uc\",\"p\":1,\"q\":\"q\"}}",
          "{\"un\":{\"p\":1,\"kind\":\"uc\",\"q\":\"q\"}}",
          "{\"un\":{\"p\":1}}",
          "{\"un\":{\"ua\":5}}",
          "{\"un\":{\"kind\":\"nope\",\"p\":5}}",
          "{\"un\":{\"kind\":\"ud\"}}",
          "{\"un\":{\"kind\":\"ua\",\"ud\":\"x\"}}",
          "{\"un2\":\"vc\",\"val\":\"c\"}",
          "{\"val\":\"c\",\"un2\":\"vc\"}",
          "{\"val\":\"c\",\"vc\":\"x\"}",
          "{\"un2\":\"vb\"}",
          "{\"un3\":{\"un3\":\"wb\"}}",
          "{\"un3\":{\"wb\":null}}",
          "{\"u4t\":\"xc\",\"u4cxq\":5}",
          "{\"u4cxq\":5,\"u4t\":\"xc\",\"u4xq\":7}",
          "{\"u4xq\":5,\"u4t\":\"xa\",\"u4xz\":\"z\"}",
          "{\"yb\":\"q\",\"g2.n.GD\":5,\"g2.gc\":6,\"ga\":1,\"gb\":\"2\",\"grp\":{\"ga\":9}}");

  @Test
  void documents_are_read_as_the_reference_reads_them(@TempDir Path folder)
      throws IOException, InterruptedException {
    TestSchema schema = TestSchema.load(TextFormat.class, "values.capnp", folder);
    assertReadAlike(schema, "Everything", VALUES);
    assertReadAlike(
        schema,
        "Numbers",
        List.of(
            "{\"floats\":[null,\"NaN\",\"Infinity\",\"-Infinity\",\"1.5\",1e400,-1e400,1e39,-0.0]}",
            "{\"doubles\":[null,\"nan\",\"inf\",\"-0\",\"1e5\",\"0x10\",\" 5\",\"+5\",\"1e400\"]}",
            "{\"single\":16777217,\"floats\":[0.1,1e-400,1e-45,\"infinity\"]}"));
  }

  @Test
  void annotated_documents_are_read_and_written_as_by_the_reference(@TempDir Path folder)
      throws IOException, InterruptedException {
    TestSchema schema = TestSchema.load(JsonCodec.class, "annotated.capnp", folder);
    assertReadAlike(schema, "A", ANNOTATED);
    for (String tagged : List.of("D", "V")) {
      assertReadAlike(
          schema,
          tagged,
          List.of(
              "{}",
              "{\"type\":\"b\"}",
              "{\"type\":\"c\",\"c\":\"x\",\"value\":\"y\"}",
              "{\"type\":\"a\",\"value\":5,\"z\":1}",
              "{\"type\":\"zz\"}",
              "{\"value\":\"5\",\"type\":\"c\"}"));
    }
  }

  /// Both read the same from the documents, and write the same for what was read.
  private static void assertReadAlike(TestSchema schema, String type, List<String> documents)
      throws IOException, InterruptedException {
    StructSchema struct = schema.struct(type);
    byte[] input = String.join("\n", documents).getBytes(StandardCharsets.UTF_8);
    byte[] framed = schema.convert(input, "json:binary", type);
    StringBuilder pretty = new StringBuilder();
    StringBuilder brief = new StringBuilder();
    List<String> expected = new ArrayList<>();

    for (MessageReader message : TestSchema.messages(framed)) {
      expected.add(TestSchema.canonical(message));
      pretty.append(JsonCodec.PRETTY.encode(message.root(struct))).append('\n');
      brief.append(JsonCodec.SHORT.encode(message.root(struct))).append('\n');
    }

    for (int i = 0; i < documents.size(); i++) {
      MessageBuilder message = MessageBuilder.create();
      JsonCodec.SHORT.decode(documents.get(i), message.initRoot(struct));
      assertEquals(expected.get(i), TestSchema.canonical(message.asReader()), documents.get(i));
    }
    assertEquals(text(schema.convert(framed, "binary:json", type)), pretty.toString());
    assertEquals(text(schema.convert(framed, "binary:json", type, "--short")), brief.toString());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
