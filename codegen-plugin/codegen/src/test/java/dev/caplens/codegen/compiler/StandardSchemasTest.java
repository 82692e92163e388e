package dev.caplens.codegen.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.codegen.compiler.Requests.Part;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.codegen.compiler.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whole schemas against what the reference compiler makes of them.
class StandardSchemasTest {

  private static final Path INSTALLED = Path.of("/usr/include");

  @Test
  void schemas_that_are_installed_compile_to_the_nodes_of_the_reference() throws IOException {
    Reference.require();
    List<Path> schemas;
    try (Stream<Path> files = Files.walk(INSTALLED.resolve("capnp"))) {
      schemas = files.filter(file -> file.toString().endsWith(".capnp")).sorted().toList();
    }
    assertTrue(schemas.size() >= 7, () -> "found only " + schemas);

    for (Path schema : schemas) {
      Reference.Outcome reference =
          Reference.compile(Path.of("").toAbsolutePath(), List.of(schema.toString()));
      Compilation ours = SchemaCompiler.builder().build().compile(List.of(schema));

      assertEquals(List.of(), ours.diagnostics(), schema::toString);
      Requests.assertEqual(
          reference.output(), RequestEncoder.encode(ours.orThrow()), List.of(Part.values()));
    }
  }

  @Test
  void sources_of_corpus_requests_compile_to_the_nodes_of_the_requests() throws IOException {
    Reference.require();
    Map<String, byte[]> requests = corpus();
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(corpusFolder())) {
      for (Path file : files.toList()) {
        sources.put(Requests.fileName(Files.readAllBytes(file)), repaired(Reference.print(file)));
      }
    }
    SourceTree tree = SourceTree.of(sources);
    SchemaCompiler compiler =
        SchemaCompiler.builder().standardImports(false).importTree(tree).build();

    requests.forEach((name, request) -> {
      Compilation ours = compiler.compile(tree, List.of(name));

      assertEquals(List.of(), ours.diagnostics(), name);
      Requests.assertEqual(
          request,
          RequestEncoder.encode(ours.orThrow()),
          List.of(Part.NODES, Part.REQUESTED_FILES));
    });
  }

  @Test
  void bundled_schemas_compile_to_the_nodes_of_the_corpus() throws IOException {
    List<String> compared = new ArrayList<>();
    SchemaCompiler compiler = SchemaCompiler.builder().standardImports(false).build();
    SourceTree bundled = SourceTree.bundled();

    for (Map.Entry<String, byte[]> request : corpus().entrySet()) {
      if (bundled.open(request.getKey()) != null) {
        Compilation ours = compiler.compile(bundled, List.of(request.getKey()));

        assertEquals(List.of(), ours.diagnostics(), request::getKey);
        Requests.assertEqual(
            request.getValue(),
            RequestEncoder.encode(ours.orThrow()),
            List.of(Part.NODES, Part.REQUESTED_FILES));
        compared.add(request.getKey());
      }
    }

    assertEquals(
        List.of(
            "capnp/c++.capnp",
            "capnp/compat/json.capnp",
            "capnp/persistent.capnp",
            "capnp/rpc-twoparty.capnp",
            "capnp/rpc.capnp",
            "capnp/schema.capnp",
            "capnp/stream.capnp"),
        compared);
  }

  /// Their texts have not changed between the version that is installed and the corpus's.
  @Test
  void places_of_declarations_and_names_are_those_of_the_corpus() throws IOException {
    Reference.require();
    Map<String, byte[]> corpus = corpus();
    SchemaCompiler compiler = SchemaCompiler.builder().sourcePrefix(INSTALLED).build();

    for (String name : List.of("capnp/persistent.capnp", "capnp/stream.capnp")) {
      Compilation ours = compiler.compile(List.of(INSTALLED.resolve(name)));

      List<String> places = Places.of(RequestEncoder.encode(ours.orThrow()));
      assertEquals(Places.of(Objects.requireNonNull(corpus.get(name))), places);
      assertTrue(places.stream().anyMatch(place -> place.startsWith("name ")), name);
    }
  }

  private static Map<String, byte[]> corpus() throws IOException {
    Map<String, byte[]> requests = new TreeMap<>();
    try (Stream<Path> files = Files.list(corpusFolder())) {
      for (Path file : files.toList()) {
        byte[] request = Files.readAllBytes(file);
        requests.put(Requests.fileName(request), request);
      }
    }
    assertEquals(18, requests.size());
    return requests;
  }

  private static Path corpusFolder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = Objects.requireNonNull(folder.getParent(), "no .mvn above the working directory");
    }
    Path corpus = folder.resolveSibling("shared/corpus/requests");
    if (!Files.isDirectory(corpus)) {
      Reference.missing("needs the corpus in " + corpus);
    }
    return corpus;
  }

  /// Puts back what the printing tool of 0.9.2 loses, or prints in a way that does not compile.
  private static String repaired(String source) {
    String repaired =
        source
            .replaceAll("\\bsuperclasses\\(", "extends(")
            .replaceAll("(AsStruct) = <opaque pointer>", "$1 = .TestConstants.structConst")
            .replaceAll("(AsList) = <opaque pointer>", "$1 = .TestConstants.int32ListConst")
            // A default that equals the type's own.
            .replaceAll(
                "(allowThirdPartyTailCall|noPromisePipelining|onlyPromisePipeline|noFinishNeeded)"
                    + " @(\\d+) :Bool;",
                "$1 @$2 :Bool = false;")
            .replaceAll(
                "(struct TestDefaults @0xeb3f9ebe98c73cb6 \\{[^\n]*\n *voidField @0 :Void)",
                "$1 = void")
            .replaceAll("(methodWithNullDefault @\\d+ \\(a :Text, b :TestInterface)", "$1 = null")
            // A name that is hidden where the tool prints it.
            .replaceAll(
                "(struct NestedStruct @0x82cd03a53b29d76b \\{[^\n]*\n *outerNestedEnum @0 :)",
                "$1TestNestedTypes.")
            // A generic type without arguments, which are not those of the scope.
            .replaceAll("(innerUnbound @3 :)Inner;", "$1TestGenerics.Inner;");
    Map<String, Integer> unions =
        Map.of(
            "theUnion",
            3,
            "anotherUnion",
            7,
            "un",
            0,
            "union0",
            0,
            "union1",
            1,
            "union2",
            2,
            "union3",
            3);
    for (Map.Entry<String, Integer> union : unions.entrySet()) {
      // Ordinals of unions; the tool prints a group with a union in it instead.
      repaired =
          repaired.replaceAll(
              "\\b(" + union.getKey() + ") :group \\{[^\n]*\n *union \\{([^{}]*)\\}\n *\\}",
              "$1 @" + union.getValue() + "! :union {$2}");
    }
    // The tool makes every import absolute.
    return repaired.startsWith("# capnp/test.capnp")
        ? repaired.replace("/capnp/c++.capnp", "c++.capnp")
        : repaired;
  }
}
