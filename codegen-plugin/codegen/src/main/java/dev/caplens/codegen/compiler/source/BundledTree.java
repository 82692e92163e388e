package dev.caplens.codegen.compiler.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The standard schemas, as resources beside this class.
final class BundledTree implements SourceTree {

  private static final Set<String> PATHS =
      Set.of(
          "capnp/c++.capnp",
          "capnp/schema.capnp",
          "capnp/rpc.capnp",
          "capnp/rpc-twoparty.capnp",
          "capnp/persistent.capnp",
          "capnp/stream.capnp",
          "capnp/compat/json.capnp",
          "capnp/java.capnp");

  @Override
  public @Nullable SourceFile open(String path) {
    if (!PATHS.contains(path)) {
      return null;
    }
    try (InputStream in = BundledTree.class.getResourceAsStream("include/" + path)) {
      return in == null ? null : new SourceFile("bundled:" + path, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String displayName(String path) {
    return "(bundled) " + path;
  }
}
