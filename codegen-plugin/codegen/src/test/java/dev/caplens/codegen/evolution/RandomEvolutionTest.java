package dev.caplens.codegen.evolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.codegen.compiler.Reference;
import dev.caplens.core.dynamic.DynamicEnum;
import dev.caplens.core.dynamic.DynamicList;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicTypes;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.evolution.Compatibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random pairs of versions: the verdict is the reference's, and data of the old version that is
/// read with an accepted new one has the same values.
class RandomEvolutionTest {

  private static final int PAIRS = 400;

  /// The reference's loader stops at its own assertion where a field's type is upgraded to `Data`
  /// or `AnyPointer`, before it comes to a verdict.
  private static final String OWN_ASSERTION = "no expected value.which() == replacement.which()";

  @TempDir Path folder;

  @Test
  void verdicts_are_those_of_the_reference() throws IOException, InterruptedException {
    Path judge = judge();
    Random random = seeded();
    List<RandomVersions> pairs = new ArrayList<>();
    ByteArrayOutputStream requests = new ByteArrayOutputStream();
    for (int i = 0; i < PAIRS; i++) {
      RandomVersions pair = new RandomVersions(random);
      requests.write(Schemas.request(pair.old()));
      requests.write(Schemas.request(pair.replacement()));
      pairs.add(pair);
    }

    List<String> verdicts = ask(judge, requests.toByteArray());

    assertEquals(PAIRS, verdicts.size());
    int accepted = 0;
    for (int i = 0; i < PAIRS; i++) {
      RandomVersions pair = pairs.get(i);
      String verdict = verdicts.get(i);
      if (!verdict.startsWith(OWN_ASSERTION)) {
        Compatibility ours = compare(pair);
        assertEquals(
            verdict.equals("yes"),
            ours.isCompatible(),
            () -> verdict + "\n" + ours + "\n" + pair.old() + pair.replacement());
        accepted += ours.isCompatible() ? 1 : 0;
      }
    }
    assertTrue(accepted > PAIRS / 20 && accepted < PAIRS * 19 / 20, "accepted " + accepted);
  }

  @Test
  void data_of_an_old_version_reads_the_same_with_a_version_that_may_replace_it() {
    Random random = seeded();
    int read = 0;
    for (int i = 0; i < PAIRS; i++) {
      RandomVersions pair = new RandomVersions(random);
      if (compare(pair).isCompatible()) {
        DynamicTypes old = DynamicTypes.of(Schemas.of(pair.old()));
        DynamicTypes replacement = DynamicTypes.of(Schemas.of(pair.replacement()));
        MessageBuilder message = MessageBuilder.create();
        new RandomValue(random).fill(message.initRoot(old.struct("A")), 3);
        MessageReader reader = message.asReader();

        assertSame(reader.root(old.struct("A")), reader.root(replacement.struct("A")));
        read++;
      }
    }
    assertTrue(read > PAIRS / 20, "read " + read);
  }

  private static Compatibility compare(RandomVersions pair) {
    SchemaSet old = SchemaLoader.read(Schemas.request(pair.old()), false);
    return Compatibility.of(old, SchemaLoader.read(Schemas.request(pair.replacement()), false));
  }

  private static void assertSame(DynamicValue was, DynamicValue is) {
    switch (is) {
      case DynamicStruct.Reader struct
          when was instanceof DynamicStruct.Reader before
              && before.schema().id() == struct.schema().id() -> {
        for (StructField field : before.schema().fields()) {
          assertSame(before.get(field), struct.get(struct.schema().fields().get(field.index())));
        }
      }
      case DynamicStruct.Reader struct ->
          assertSame(was, struct.get(struct.schema().fields().getFirst()));
      case DynamicList.Reader list -> {
        DynamicList.Reader before = (DynamicList.Reader) was;
        assertEquals(before.size(), list.size());
        for (int i = 0; i < list.size(); i++) {
          assertSame(before.get(i), list.get(i));
        }
      }
      case DynamicValue value
          when was instanceof DynamicStruct.Reader before && !(value instanceof DynamicValue.Any) ->
          assertSame(before.get(before.schema().fields().getFirst()), value);
      case DynamicValue.Data data -> assertArrayEquals(asData(was), data.value().toByteArray());
      case DynamicValue.Text text -> assertArrayEquals(bytes(was), text.value().toByteArray());
      case DynamicEnum number -> assertEquals(((DynamicEnum) was).number(), number.number());
      case DynamicValue.Any any -> {}
      default -> assertEquals(was, is);
    }
  }

  /// A text that is read as data has the zero byte at its end.
  private static byte[] asData(DynamicValue value) {
    byte[] bytes = bytes(value);
    return value instanceof DynamicValue.Text && bytes.length > 0
        ? Arrays.copyOf(bytes, bytes.length + 1)
        : bytes;
  }

  private static byte[] bytes(DynamicValue value) {
    return switch (value) {
      case DynamicValue.Text text -> text.value().toByteArray();
      case DynamicValue.Data data -> data.value().toByteArray();
      case DynamicList.Reader list -> {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) ((DynamicValue.UInt) list.get(i)).value();
        }
        yield bytes;
      }
      default -> throw new AssertionError(value);
    };
  }

  private static Random seeded() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("RandomEvolutionTest: -Dseed=" + seed);
    return new Random(seed);
  }

  /// The program that asks the reference, compiled.
  private Path judge() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of("/usr/bin/g++"))
        || !Files.exists(Path.of("/usr/include/capnp/schema-loader.h"))) {
      Reference.missing("needs the reference library: apt-get install g++ libcapnp-dev");
    }
    Path program = folder.resolve("replace");
    Process compiler =
        new ProcessBuilder(
                "g++", "-o", program.toString(), "src/test/cpp/replace.c++", "-lcapnp", "-lkj")
            .redirectErrorStream(true)
            .start();
    String output = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, compiler.waitFor(), output);
    return program;
  }

  private static List<String> ask(Path judge, byte[] requests)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(judge.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              try (OutputStream target = process.getOutputStream()) {
                target.write(requests);
              } catch (IOException closed) {
                // The judge ended early; the number of its verdicts tells.
              }
            });
    String verdicts = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    writer.join();
    process.waitFor();
    return verdicts.lines().toList();
  }
}
