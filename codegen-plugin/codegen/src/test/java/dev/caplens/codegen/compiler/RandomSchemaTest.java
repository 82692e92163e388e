package dev.caplens.codegen.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.codegen.compiler.Requests.Part;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.codegen.compiler.schema.CompiledSchemas;
import dev.caplens.codegen.compiler.schema.Field;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random schemas against the reference. `-Dseed=N` repeats a run, `-Dbatches=N` makes it longer; a
/// batch is 40 schemas.
class RandomSchemaTest {

  private static final int SCHEMAS_PER_BATCH = 40;

  @Test
  void random_schemas_compile_to_the_nodes_of_the_reference(@TempDir Path folder)
      throws IOException {
    Reference.require();
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("random schemas: seed " + seed);
    Random seeds = new Random(seed);

    for (int batch = Integer.getInteger("batches", 50); batch > 0; batch--) {
      Map<String, String> schemas = new TreeMap<>();
      for (int i = 0; i < SCHEMAS_PER_BATCH; i++) {
        String name = "random" + i + ".capnp";
        schemas.put(name, new RandomSchema(seeds.nextLong()).write(5 + seeds.nextInt(20)));
        Files.writeString(folder.resolve(name), schemas.get(name));
      }
      compare(folder, schemas, seed);
    }
  }

  @Test
  void both_versions_of_a_schema_that_grew_are_laid_out_as_by_the_reference(@TempDir Path folder)
      throws IOException {
    Reference.require();
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("schemas that grow: seed " + seed);
    Random random = new Random(seed);
    Path before = Files.createDirectory(folder.resolve("before"));
    Path after = Files.createDirectory(folder.resolve("after"));

    for (int batch = Integer.getInteger("batches", 50) / 2; batch > 0; batch--) {
      Map<String, String> old = new TreeMap<>();
      Map<String, String> grown = new TreeMap<>();
      for (int i = 0; i < SCHEMAS_PER_BATCH; i++) {
        String name = "grows" + i + ".capnp";
        String id = "@0x%x;\n".formatted(random.nextLong() | Long.MIN_VALUE);
        AtomicInteger names = new AtomicInteger();
        RandomStruct struct =
            new RandomStruct("S", random, prefix -> prefix + names.getAndIncrement());
        struct.fill(1 + random.nextInt(15), () -> type(random));
        old.put(name, id + "struct S {\n" + struct.text("  ", () -> "") + "}\n");
        struct.grow(1 + random.nextInt(20), () -> type(random));
        grown.put(name, id + "struct S {\n" + struct.text("  ", () -> "") + "}\n");
        Files.writeString(before.resolve(name), old.get(name));
        Files.writeString(after.resolve(name), grown.get(name));
      }
      Map<String, Integer> places = places(compare(before, old, seed));
      Map<String, Integer> placesAfter = places(compare(after, grown, seed));
      places.forEach((field, offset) ->
          assertEquals(offset, placesAfter.get(field), () -> field + ", seed " + seed));
    }
  }

  private static RandomStruct.Typed type(Random random) {
    List<String> types =
        List.of("Bool", "Int8", "UInt16", "Int32", "Float64", "Void", "Text", "List(Int8)");
    return new RandomStruct.Typed(types.get(random.nextInt(types.size())), null);
  }

  /// Where each field stands, by the names of its group and its own.
  private static Map<String, Integer> places(CompiledSchemas schemas) {
    Map<String, Integer> places = new TreeMap<>();
    for (SchemaNode node : schemas.nodes()) {
      if (node.body() instanceof SchemaNode.Struct struct) {
        for (Field field : struct.fields()) {
          if (field.body() instanceof Field.Slot slot) {
            places.put(node.displayName() + "." + field.name(), slot.offset());
          }
        }
      }
    }
    return places;
  }

  private static CompiledSchemas compare(Path folder, Map<String, String> schemas, long seed) {
    List<String> names = new ArrayList<>(schemas.keySet());
    Reference.Outcome reference = Reference.compile(folder, names);
    Compilation ours = SchemaCompiler.builder().build().compile(SourceTree.of(schemas), names);

    assertEquals("", reference.errors(), () -> "a schema that is not valid, seed " + seed);
    assertEquals(List.of(), ours.diagnostics(), () -> "seed " + seed);
    Requests.assertEqual(
        reference.output(), RequestEncoder.encode(ours.orThrow()), List.of(Part.values()));
    return ours.orThrow();
  }
}
