package dev.caplens.codegen.generator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.caplens.codegen.Capnp;
import dev.caplens.codegen.JavaFiles;
import dev.caplens.codegen.compiler.RandomSchema;
import dev.caplens.codegen.compiler.SchemaCompiler;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.StructType;
import dev.caplens.core.schema.Brand;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random values of random schemas, through generated code and the reference tool both ways.
///
/// The canonical form that the reference makes of a text is the truth: what generated builders
/// write must have the same one, and so must what generated readers see of the reference's bytes.
/// `-Dseed=N` repeats a run, `-Dbatches=N` makes it longer.
class RandomValueTest {
  private static final int SCHEMAS_PER_BATCH = 6;
  private static final int VALUES_PER_STRUCT = 2;

  @TempDir Path folder;

  @Test
  void random_values_mean_the_same_to_generated_code_and_to_the_reference() throws Exception {
    Capnp.require();
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("random values: seed " + seed);
    Random seeds = new Random(seed);

    for (int batch = Integer.getInteger("batches", 1); batch > 0; batch--) {
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < SCHEMAS_PER_BATCH; i++) {
        Path file = folder.resolve("random%d.capnp".formatted(i));
        Files.writeString(file, new RandomSchema(seeds.nextLong()).write(5 + seeds.nextInt(15)));
        files.add(file);
      }
      compare(files, seeds);
    }
  }

  private void compare(List<Path> files, Random seeds) throws Exception {
    var compilation = SchemaCompiler.builder().sourcePrefix(folder).build().compile(files);
    byte[] request = RequestEncoder.encode(compilation.orThrow());
    SchemaSet schemas = SchemaLoader.read(request, true);
    ClassLoader classes =
        JavaFiles.compile(
            new JavaGenerator(schemas, Optional.empty(), Optional.of(EncodedNodes.of(request)))
                .files());
    JavaNames names = new JavaNames(schemas, Optional.empty());
    for (Node node : schemas.nodes().values()) {
      if (node instanceof Node.Struct struct && isRequested(schemas, struct)) {
        String name = names.of(struct.id()).packageName() + '.' + names.of(struct.id()).name();
        StructType<?, ?> type =
            (StructType<?, ?>) classes.loadClass(name).getField("TYPE").get(null);
        for (int i = 0; i < VALUES_PER_STRUCT; i++) {
          compare(schemas, struct, type, seeds.nextLong());
        }
      }
    }
  }

  private static boolean isRequested(SchemaSet schemas, Node.Struct struct) {
    return schemas.requested().stream()
        .anyMatch(file -> file.id() == struct.declaration().scopeId());
  }

  private void compare(SchemaSet schemas, Node.Struct node, StructType<?, ?> lens, long seed)
      throws Exception {
    BoundTypes types = new BoundTypes(schemas);
    Type.StructType type = new Type.StructType(node.id(), Brand.NONE);
    Map<String, Object> value = new RandomValue(types, seed).struct(type, 4);
    String text = new ValueText(types).of(type, value);
    String about = node.declaration().displayName() + ": " + text;
    byte[] truth = convert(node, "text:canonical", text.getBytes(StandardCharsets.UTF_8));

    MessageBuilder message = MessageBuilder.create();
    new LensValues(types).write(type, message.initRoot(lens), value);
    byte[] written = convert(node, "binary:canonical", Framing.toBytes(message));

    byte[] segmented =
        convert(node, "text:binary", text.getBytes(StandardCharsets.UTF_8), "--segment-size=3");
    Map<String, Object> read = new LensValues(types).read(type, Framing.read(segmented).root(lens));
    String readText = new ValueText(types).of(type, read);

    assertArrayEquals(truth, written, about);
    assertArrayEquals(
        truth,
        convert(node, "text:canonical", readText.getBytes(StandardCharsets.UTF_8)),
        about + "\nread as " + readText);
  }

  private byte[] convert(Node.Struct node, String how, byte[] in, String... options)
      throws Exception {
    String[] displayName = node.declaration().displayName().split(":");
    List<String> command = new ArrayList<>(List.of("convert", "--quiet"));
    command.addAll(List.of(options));
    command.addAll(List.of(how, folder.resolve(displayName[0]).toString(), displayName[1]));
    return Capnp.tool(in, command.toArray(String[]::new));
  }
}
