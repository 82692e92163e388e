package dev.caplens.codegen.evolution;

import dev.caplens.codegen.compiler.SchemaCompiler;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.codegen.compiler.source.SourceTree;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import java.util.List;
import java.util.Map;

/// Schemas from their source.
final class Schemas {
  private static final SchemaCompiler COMPILER =
      SchemaCompiler.builder().standardImports(false).build();

  private Schemas() {}

  /// A request for a file of these declarations.
  static byte[] request(String declarations) {
    String source = "@0xd508eebdc2dc42b8;\n" + declarations;
    SourceTree tree = SourceTree.of(Map.of("s.capnp", source));
    return RequestEncoder.encode(COMPILER.compile(tree, List.of("s.capnp")).orThrow());
  }

  /// A file of these declarations.
  static SchemaSet of(String declarations) {
    return SchemaLoader.read(request(declarations), false);
  }

  /// One of the schemas that come with the compiler.
  static SchemaSet bundled(String name) {
    return SchemaLoader.read(
        RequestEncoder.encode(COMPILER.compile(SourceTree.bundled(), List.of(name)).orThrow()),
        false);
  }
}
