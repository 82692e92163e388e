package dev.caplens.core.schema;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicTypes;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.encoding.Corpus;
import dev.caplens.core.message.LimitReached;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.message.MessageBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Requests that are damaged at random: each is refused with an error that is meant for people, or
/// loaded into schemas that can be worked with.
class HostileRequestTest {

  private static final int CASES = 400;

  @Test
  void damaged_requests_are_refused_with_a_diagnosis_or_work() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("HostileRequestTest: -Dseed=" + seed);
    Random random = new Random(seed);
    int loaded = 0;
    int refused = 0;
    for (Path request : Corpus.requests()) {
      byte[] original = Files.readAllBytes(request);
      int cases = Math.max(10, (int) (CASES * 2_000L / original.length));
      for (int i = 0; i < cases; i++) {
        byte[] damaged = damage(original, random);
        try {
          use(SchemaLoader.read(damaged, random.nextBoolean()));
          loaded++;
        } catch (SchemaError | MalformedMessage | LimitReached diagnosis) {
          assertTrue(String.valueOf(diagnosis.getMessage()).length() > 10, diagnosis::toString);
          refused++;
        } catch (RuntimeException | StackOverflowError | AssertionError other) {
          throw new AssertionError(request + " with seed " + seed + ", case " + i, other);
        }
      }
    }
    assertTrue(loaded > 0, "some damage is harmless");
    assertTrue(refused > 0, "some damage is found");
  }

  /// Changes a few bytes behind the segment table, small numbers more often than others.
  private static byte[] damage(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = 16 + random.nextInt(bytes.length - 16);
      bytes[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) random.nextInt(256);
            case 1 -> (byte) random.nextInt(4);
            case 2 -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
            default -> bytes[16 + random.nextInt(bytes.length - 16)];
          };
    }
    return bytes;
  }

  /// Builds and reads one of each struct, and asks all that a set of schemas answers.
  private static void use(SchemaSet schemas) {
    CanonicalSchema.of(schemas).hash();
    schemas.missing();
    DynamicTypes types = DynamicTypes.of(schemas);
    for (Node node : schemas.nodes().values()) {
      if (node instanceof Node.Struct struct && !struct.group()) {
        use(types.struct(struct.id()));
      }
      if (node instanceof Node.Const constant) {
        types.constant(constant.id());
      }
    }
  }

  private static void use(StructSchema struct) {
    MessageBuilder message = MessageBuilder.create();
    DynamicStruct.Builder builder = message.initRoot(struct);
    for (StructField field : struct.fields()) {
      builder.clear(field);
      builder.get(field);
      if (field.type() instanceof StructSchema) {
        use(builder.initStruct(field), 3);
      }
    }
  }

  private static void use(DynamicStruct.Builder struct, int depth) {
    for (StructField field : struct.schema().fields()) {
      struct.clear(field);
      if (depth > 0 && field.type() instanceof StructSchema) {
        use(struct.initStruct(field), depth - 1);
      }
    }
  }
}
