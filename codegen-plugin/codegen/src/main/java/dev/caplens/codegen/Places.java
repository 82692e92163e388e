package dev.caplens.codegen;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.lens.CodeGeneratorRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Where the declarations of a request stand in their files, as far as request and files tell.
final class Places {
  private final SchemaSet schemas;
  private final Path folder;
  private final Map<Long, Long> startBytes = new HashMap<>();
  private final Map<Path, byte[]> texts = new HashMap<>();

  /// @param request the framed request that `schemas` were read from
  /// @param folder what the files' names are relative to
  Places(byte[] request, SchemaSet schemas, Path folder) {
    this.schemas = schemas;
    this.folder = folder;
    for (var node : Framing.read(request).root(CodeGeneratorRequest.TYPE).getNodes()) {
      startBytes.put(node.getId(), node.getStartByte());
    }
  }

  /// `FILE:LINE:COLUMN: ` of a declaration, or of the nearest one around it; else `FILE: `; empty
  /// if it is declared nowhere.
  String of(long id) {
    Node node = schemas.nodes().get(id);
    long start = 0;
    while (node != null && !(node instanceof Node.File)) {
      if (start == 0) {
        start = startBytes.getOrDefault(node.declaration().id(), 0L);
      }
      node = schemas.nodes().get(node.declaration().scopeId());
    }
    if (node == null) {
      return "";
    }
    Path file = folder.resolve(node.declaration().displayName());
    return file + (start == 0 ? "" : lineAndColumn(file, start)) + ": ";
  }

  /// The line of a declaration in its file; 0 if request and files do not tell.
  int line(long id) {
    long start = startBytes.getOrDefault(id, 0L);
    Node node = schemas.nodes().get(id);
    Node.File file = node == null ? null : schemas.fileOf(node);
    if (start == 0 || file == null) {
      return 0;
    }
    byte[] text = text(folder.resolve(file.declaration().displayName()));
    return start < text.length ? line(text, start) : 0;
  }

  private String lineAndColumn(Path file, long start) {
    byte[] text = text(file);
    if (text.length == 0) {
      return "";
    }
    int column = 1;
    for (int i = 0; i < Math.min(start, text.length); i++) {
      column = text[i] == '\n' ? 1 : column + 1;
    }
    return ":" + line(text, start) + ":" + column;
  }

  private static int line(byte[] text, long start) {
    int line = 1;
    for (int i = 0; i < Math.min(start, text.length); i++) {
      line += text[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  /// What a file holds; nothing if it is gone.
  private byte[] text(Path file) {
    return texts.computeIfAbsent(
        file,
        path -> {
          try {
            return Files.readAllBytes(path);
          } catch (IOException gone) {
            return new byte[0];
          }
        });
  }
}
