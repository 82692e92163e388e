package dev.caplens.codegen.compiler.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The standard schemas, as resources. Other jars may carry schemas in the same folder.
final class BundledTree implements SourceTree {

  private static final String FOLDER = "/META-INF/capnp/";
  private static final String SUFFIX = ".capnp";

  @Override
  public @Nullable SourceFile open(String path) {
    if (!path.endsWith(SUFFIX)) {
      return null;
    }
    try (InputStream in = BundledTree.class.getResourceAsStream(FOLDER + path)) {
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
