package dev.caplens.codegen.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.codegen.compiler.Requests.Part;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Schemas written by hand to hold what random ones seldom do, against the reference.
class TortureTest {

  @TempDir private Path folder;

  @Test
  void generics_values_and_aliases_compile_to_the_nodes_of_the_reference() throws IOException {
    Reference.require();
    Compilation ours = compile("torture.capnp");

    assertEquals(List.of(), ours.diagnostics());
    Requests.assertEqual(
        Reference.compile(folder, List.of("torture.capnp")).output(),
        RequestEncoder.encode(ours.orThrow()),
        List.of(Part.values()));
  }

  @Test
  void every_kind_of_fault_is_reported_as_by_the_reference() throws IOException {
    Reference.require();
    String ours =
        compile("faults.capnp").diagnostics().stream()
            .map(diagnostic -> diagnostic.toString().replace(folder + "/", "") + "\n")
            .collect(Collectors.joining());

    assertEquals(Reference.compile(folder, List.of("faults.capnp")).errors(), ours);
  }

  private Compilation compile(String name) throws IOException {
    try (InputStream in = TortureTest.class.getResourceAsStream(name)) {
      Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
    }
    return SchemaCompiler.builder()
        .sourcePrefix(folder)
        .build()
        .compile(List.of(folder.resolve(name)));
  }
}
