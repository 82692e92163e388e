package dev.caplens.codegen.compiler.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A tree in which more text stands at the end of one file.
public record AppendedTree(SourceTree tree, String file, String more) implements SourceTree {

  @Override
  public @Nullable SourceFile open(String path) {
    SourceFile source = tree.open(path);
    return source == null || !path.equals(file)
        ? source
        : new SourceFile(source.identity(), appended(source.bytes()));
  }

  private byte[] appended(byte[] source) {
    byte[] end = more.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(source, source.length + end.length);
    System.arraycopy(end, 0, all, source.length, end.length);
    return all;
  }

  @Override
  public String displayName(String path) {
    return tree.displayName(path);
  }
}
