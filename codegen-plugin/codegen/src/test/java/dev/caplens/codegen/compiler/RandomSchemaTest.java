package dev.caplens.codegen.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.codegen.compiler.Requests.Part;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.codegen.compiler.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random schemas against the reference. `-Dseed=N` repeats a run, `-Dbatches=N` makes it longer.
class RandomSchemaTest {

  private static final int SCHEMAS_PER_BATCH = 40;

  @Test
  void random_schemas_compile_to_the_nodes_of_the_reference(@TempDir Path folder)
      throws IOException {
    Reference.require();
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("random schemas: seed " + seed);
    Random seeds = new Random(seed);

    for (int batch = Integer.getInteger("batches", 6); batch > 0; batch--) {
      Map<String, String> schemas = new TreeMap<>();
      for (int i = 0; i < SCHEMAS_PER_BATCH; i++) {
        String name = "random" + i + ".capnp";
        schemas.put(name, new RandomSchema(seeds.nextLong()).write(5 + seeds.nextInt(20)));
        Files.writeString(folder.resolve(name), schemas.get(name));
      }
      compare(folder, schemas, seed);
    }
  }

  private static void compare(Path folder, Map<String, String> schemas, long seed) {
    List<String> names = new ArrayList<>(schemas.keySet());
    Reference.Outcome reference = Reference.compile(folder, names);
    Compilation ours = SchemaCompiler.builder().build().compile(SourceTree.of(schemas), names);

    assertEquals("", reference.errors(), () -> "a schema that is not valid, seed " + seed);
    assertEquals(List.of(), ours.diagnostics(), () -> "seed " + seed);
    Requests.assertEqual(
        reference.output(), RequestEncoder.encode(ours.orThrow()), List.of(Part.values()));
  }
}
