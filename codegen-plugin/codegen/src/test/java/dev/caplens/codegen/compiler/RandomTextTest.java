package dev.caplens.codegen.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.codegen.compiler.source.SourceTree;
import dev.caplens.core.dynamic.DynamicTypes;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.encoding.Flat;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.json.JsonCodec;
import dev.caplens.core.json.MalformedJson;
import dev.caplens.core.json.NoJsonForm;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.text.MalformedText;
import dev.caplens.core.text.TextFormat;
import dev.caplens.core.text.TextMessages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random values of random schemas as text and JSON, beside the reference. `-Dseed=N` repeats a
/// run, `-Dbatches=N` makes it longer.
class RandomTextTest {

  private static final int VALUES = 30;
  private static final int READ_BACK = 5;

  /// Prints a value.
  private interface Printer {
    void print(DynamicValue value, OutputStream target) throws IOException;
  }

  @Test
  void random_values_are_printed_and_read_as_by_the_reference(@TempDir Path folder)
      throws IOException, InterruptedException {
    Reference.require();
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("random texts: seed " + seed);
    Random random = new Random(seed);
    int structs = 0;

    for (int batch = Integer.getInteger("batches", 8); batch > 0; batch--) {
      Path schema = folder.resolve("random" + batch + ".capnp");
      DynamicTypes types = types(schema, random);
      List<Node.Struct> all = topLevel(types);
      for (int i = 0; i < Math.min(3, all.size()); i++, structs++) {
        StructSchema type = types.struct(all.get(random.nextInt(all.size())).id());
        new Case(schema, type, "seed " + seed).compare(random);
      }
    }

    assertEquals(true, structs > 0, "no schema had a struct, seed " + seed);
  }

  private static DynamicTypes types(Path schema, Random random) throws IOException {
    String name = schema.getFileName().toString();
    String source = new RandomSchema(random.nextLong()).write(5 + random.nextInt(15));
    Files.writeString(schema, source);
    Compilation compiled =
        SchemaCompiler.builder()
            .build()
            .compile(SourceTree.of(Map.of(name, source)), List.of(name));
    return DynamicTypes.of(SchemaLoader.read(RequestEncoder.encode(compiled.orThrow()), false));
  }

  /// Structs of the file itself that every value of has a form.
  private static List<Node.Struct> topLevel(DynamicTypes types) {
    List<Node.Struct> structs = new ArrayList<>();
    for (Node node : types.schemas().nodes().values()) {
      boolean top =
          node instanceof Node.Struct
              && types.schemas().nodes().get(node.declaration().scopeId()) instanceof Node.File;
      if (top && !node.declaration().generic()) {
        structs.add((Node.Struct) node);
      }
    }
    return structs;
  }

  /// One struct type and some values of it.
  private record Case(Path schema, StructSchema type, String label) {

    void compare(Random random) throws IOException, InterruptedException {
      ByteArrayOutputStream framed = new ByteArrayOutputStream();
      for (int i = 0; i < VALUES; i++) {
        MessageBuilder message = MessageBuilder.create();
        new RandomValue(random).fill(message.initRoot(type));
        Framing.write(message, framed);
      }
      byte[] messages = framed.toByteArray();
      byte[] pretty = printed(messages, TextFormat.PRETTY::print);
      byte[] brief = printed(messages, TextFormat.SHORT::print);

      byte[] expected = reference(messages, "binary:text");
      if (expected.length == 0) {
        return; // the reference refuses the whole type, for example for a `List(AnyPointer)`
      }
      assertText(expected, pretty);
      assertText(reference(messages, "binary:text", "--short"), brief);
      readTexts(pretty);
      json(messages, random);
      damage(brief, random);
    }

    /// The reference refuses some types as a whole, such as those with a `List(AnyPointer)`, and
    /// values such as a union whose first member is a capability.
    private void json(byte[] messages, Random random) throws IOException, InterruptedException {
      byte[] expected = reference(messages, "binary:json", "--short");
      List<byte[]> documents = new ArrayList<>();
      try {
        for (MessageReader message : messages(messages)) {
          documents.add(printed(message, JsonCodec.SHORT::encode));
        }
      } catch (NoJsonForm e) {
        return;
      }
      if (expected.length == 0) {
        return;
      }
      assertText(expected, joined(documents));
      assertText(reference(messages, "binary:json"), printed(messages, JsonCodec.PRETTY::encode));
      // One by one: in a stream the reference takes some characters within strings for comments.
      for (byte[] document : documents.subList(0, READ_BACK)) {
        byte[] read = reference(document, "json:binary");
        MessageBuilder message = MessageBuilder.create();
        JsonCodec.SHORT.decode(document, message.initRoot(type));
        String shown = new String(document, StandardCharsets.ISO_8859_1);
        assertArrayEquals(
            canonical(messages(read).getFirst()),
            canonical(message.asReader()),
            () -> label + ", " + schema + ": " + shown);
      }
      damageJson(documents.getFirst(), random);
    }

    private void readTexts(byte[] texts) throws IOException, InterruptedException {
      List<MessageReader> expected = messages(reference(texts, "text:binary"));
      var in = new TextMessages(new ByteArrayInputStream(texts));
      int i = 0;
      for (byte[] text = in.next(); text != null; text = in.next()) {
        MessageBuilder message = MessageBuilder.create();
        TextFormat.read(text, message.initRoot(type));
        String shown = new String(text, StandardCharsets.ISO_8859_1);
        assertArrayEquals(
            canonical(expected.get(i++)),
            canonical(message.asReader()),
            () -> label + ", " + schema + ": " + shown);
      }
      assertEquals(expected.size(), i, label);
    }

    /// A damaged text is read or refused, and nothing else.
    private void damage(byte[] text, Random random) {
      for (int i = 0; i < 100; i++) {
        try {
          TextFormat.read(damaged(text, random), MessageBuilder.create().initRoot(type));
        } catch (MalformedText expected) {
          assertEquals(false, expected.problems().isEmpty());
        } catch (RuntimeException | StackOverflowError e) {
          fail(label, e);
        }
      }
    }

    private void damageJson(byte[] text, Random random) {
      for (int i = 0; i < 100; i++) {
        try {
          JsonCodec.SHORT.decode(damaged(text, random), MessageBuilder.create().initRoot(type));
        } catch (MalformedJson | NoJsonForm expected) {
          assertEquals(false, String.valueOf(expected.getMessage()).isEmpty());
        } catch (RuntimeException | StackOverflowError e) {
          fail(label, e);
        }
      }
    }

    private static byte[] damaged(byte[] text, Random random) {
      byte[] copy = text.clone();
      String likely = "()[]{}=,\"\\0x-.:#eE nu";
      for (int n = 1 + random.nextInt(3); n > 0 && copy.length > 0; n--) {
        copy[random.nextInt(copy.length)] =
            random.nextInt(4) == 0
                ? (byte) random.nextInt()
                : (byte) likely.charAt(random.nextInt(likely.length()));
      }
      return random.nextInt(4) == 0 ? Arrays.copyOf(copy, random.nextInt(copy.length + 1)) : copy;
    }

    private byte[] printed(byte[] messages, Printer printer) throws IOException {
      List<byte[]> all = new ArrayList<>();
      for (MessageReader message : messages(messages)) {
        all.add(printed(message, printer));
      }
      return joined(all);
    }

    private byte[] printed(MessageReader message, Printer printer) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      printer.print(message.root(type), out);
      return out.toByteArray();
    }

    private static byte[] joined(List<byte[]> lines) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (byte[] line : lines) {
        out.writeBytes(line);
        out.write('\n');
      }
      return out.toByteArray();
    }

    private static List<MessageReader> messages(byte[] framed) throws IOException {
      List<MessageReader> all = new ArrayList<>();
      InputStream in = new ByteArrayInputStream(framed);
      for (MessageReader next = Framing.read(in, Limits.DEFAULT);
          next != null;
          next = Framing.read(in, Limits.DEFAULT)) {
        all.add(next);
      }
      return all;
    }

    private static byte[] canonical(MessageReader message) {
      return Flat.toBytes(Canonical.copyOf(message.root(AnyStruct.TYPE)));
    }

    private byte[] reference(byte[] input, String conversion, String... more)
        throws IOException, InterruptedException {
      String name = type.declaration().declaration().name();
      return Reference.convert(schema, name, input, conversion, more);
    }

    private void assertText(byte[] expected, byte[] actual) {
      assertEquals(
          new String(expected, StandardCharsets.ISO_8859_1),
          new String(actual, StandardCharsets.ISO_8859_1),
          label);
    }
  }
}
