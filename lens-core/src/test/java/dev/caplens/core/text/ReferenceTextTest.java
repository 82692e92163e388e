package dev.caplens.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.encoding.ReferenceTool;
import dev.caplens.core.json.JsonCodec;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Single values, right and wrong, beside the reference tool.
class ReferenceTextTest {

  private static final List<String> VALUES =
      List.of(
          "()",
          "(int = 1, flag = false)",
          "(empty = (), bytes = (), manyBytes = [], manyEmpty = [(), ()], ints = [], words ="
              + " \"x\")",
          "(none = void, choice = (words = \"\"))",
          "(number = 0, choice = (number = 7), pair = (p = 0))",
          "(late = (), choice = (number = 5))",
          "(pair = (p = 1, q = 2), number = 3)",
          "(inner = (inner = (inner = ())), manyInner = [(int = 1), (), (none = void)])",
          "(int = 0x10, uint64 = 0xffffffffffffffff, int64 = -0x8000000000000000)",
          "(int = 010, int64 = - 5)",
          "(int = 1, int = 2, flag = true, flag = false,)",
          "((int = (5)))",
          "(text = \"a\" \"b\", data = \"x\" \"y\") # a comment",
          "(data = 0x\"00 01 fF\", datas = [0x\"00ff\", \"a\", \"\"])",
          "(text = \"\\a\\b\\f\\n\\r\\t\\v\\\"\\'\\\\\\?\\x01\\x7f\\377\", data = \"\\x80\\0\")",
          "(text = \"\u00fc \u20ac \ud83d\ude00\", data = \"\u00fc\")",
          "(lists = [[1], [], [2, 3]], voids = [void, void], flags = [true, false])",
          "(colour = darkBlue, colours = [red, green])",
          "(box = (value = \"in a box\"), boxes = [(value = (text = \"1\")), ()])",
          "(group = (x = 5, y = \"q\"), int8 = -128, uint8 = 255)",
          "(ints = [1000000000, 1])",
          "(lists = [[1000000000, 1000000000, 1000000000, 1000000000, 1000000000]])",
          "(words = \"123456789 123456789 1234\")",
          "(bytes = (text = \"12345678901234567\", data = \"12345678901234567\"))",
          "(manyBytes = [(text = \"123456789012345678901234567890\")])",
          "(data = \"123456789012345678901234567890123456789012345678901234567890\")",
          "(text = \"\", inner = (text = \"0123456789\", data = \"0123456789\", int ="
              + " 1234567890))");

  private static final List<String> WRONG =
      List.of(
          "(int = 99999999999)",
          "(int = -99999999999)",
          "(int8 = -129, uint8 = 256)",
          "(uint8 = -1)",
          "(int64 = -9223372036854775809)",
          "(int = \"x\")",
          "(int = 1, zz = 2, yy = 3, flag = false)",
          "(int==1)",
          "(int 1)",
          "(int=-5)",
          "(,int = 1)",
          "(ints = [1,,2])",
          "(ints = [1, \"a\", 3])",
          "(int = 09)",
          "(int = 1.0)",
          "(int = nan)",
          "(int = void)",
          "(flag = 1)",
          "(nothing = 1)",
          "(colour = 2)",
          "(colours = [red, 1])",
          "(any = 1)",
          "(any = (a = 1))",
          "(service = void)",
          "(anyList = [1])",
          "(bytes = 5)",
          "(bytes = \"b\")",
          "(manyBytes = [(text = \"a\"), \"b\", ()])",
          "(lists = [[true]])",
          "(lists = 5)",
          "(group = 5)",
          "(pair = 5)",
          "(choice = (number = void), words = 1)",
          "(text = 0x\"00\")",
          "(box = (value = 5))",
          "(boxes = [5])",
          "(inner = (int = 1), inner = (zz = 1))",
          "(int = 5, (uint8 = 5))",
          "(manyBytes = [(),\n  (zz = 5),\n  (text = 5)])");

  private TestSchema schema;
  private StructSchema everything;

  @BeforeEach
  void load(@TempDir Path folder) throws IOException, InterruptedException {
    schema = TestSchema.load(ReferenceTextTest.class, "values.capnp", folder);
    everything = schema.struct("Everything");
  }

  @Test
  void texts_are_read_as_the_reference_reads_them() throws IOException, InterruptedException {
    byte[] all = bytes(String.join("\n", VALUES));
    List<String> expected = new ArrayList<>();
    for (MessageReader message :
        TestSchema.messages(schema.convert(all, "text:binary", "Everything"))) {
      expected.add(TestSchema.canonical(message));
    }

    List<String> read = new ArrayList<>();
    for (String text : VALUES) {
      MessageBuilder message = MessageBuilder.create();
      TextFormat.read(text, message.initRoot(everything));
      read.add(TestSchema.canonical(message.asReader()));
    }

    assertEquals(expected, read);
  }

  @Test
  void values_are_printed_as_the_reference_prints_them() throws IOException, InterruptedException {
    byte[] framed = schema.convert(bytes(String.join("\n", VALUES)), "text:binary", "Everything");
    StringBuilder pretty = new StringBuilder();
    StringBuilder brief = new StringBuilder();
    StringBuilder prettyJson = new StringBuilder();
    StringBuilder briefJson = new StringBuilder();
    for (MessageReader message : TestSchema.messages(framed)) {
      var root = message.root(everything);
      pretty.append(TextFormat.PRETTY.print(root)).append('\n');
      brief.append(TextFormat.SHORT.print(root)).append('\n');
      prettyJson.append(JsonCodec.PRETTY.encode(root)).append('\n');
      briefJson.append(JsonCodec.SHORT.encode(root)).append('\n');
    }

    assertEquals(reference(framed, "binary:text"), pretty.toString());
    assertEquals(reference(framed, "binary:text", "--short"), brief.toString());
    assertEquals(reference(framed, "binary:json"), prettyJson.toString());
    assertEquals(reference(framed, "binary:json", "--short"), briefJson.toString());
  }

  private String reference(byte[] framed, String conversion, String... more)
      throws IOException, InterruptedException {
    return new String(
        schema.convert(framed, conversion, "Everything", more), StandardCharsets.UTF_8);
  }

  @Test
  void what_is_wrong_is_said_and_left_out_as_by_the_reference()
      throws IOException, InterruptedException {
    Pattern said =
        Pattern.compile(
            "Exception description: (\\d+-\\d+: .*)\nCode location: \\(capnp text input\\):(\\d+)");
    for (String text : WRONG) {
      ReferenceTool.Answer answer =
          ReferenceTool.tryConvert(bytes(text), "text:binary", schema.path(), "Everything");
      Matcher first = said.matcher(answer.error());

      List<TextProblem> problems = new ArrayList<>();
      MessageBuilder message = MessageBuilder.create();
      TextFormat.read(bytes(text), message.initRoot(everything), problems::add);

      assertEquals(true, first.find(), () -> text + ": " + answer.error());
      assertEquals(first.group(2) + ":" + first.group(1), said(problems.getFirst(), text), text);
      assertEquals(
          TestSchema.canonical(TestSchema.messages(answer.output()).getFirst()),
          TestSchema.canonical(message.asReader()),
          text);
    }
  }

  /// A problem in the reference's form, whose columns count from 0 in the first line and from 1 in
  /// the others.
  private static String said(TextProblem problem, String text) {
    int lineStart = Math.max(0, text.lastIndexOf('\n', problem.startByte() - 1));
    return "%d:%d-%d: %s"
        .formatted(
            problem.line(),
            problem.startByte() - lineStart,
            problem.endByte() - lineStart,
            problem.what());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
