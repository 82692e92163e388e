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

  private static String lineAndColumn(Path file, long start) {
    try {
      byte[] text = Files.readAllBytes(file);
      int line = 1;
      int column = 1;
      for (int i = 0; i < Math.min(start, text.length); i++) {
        column = text[i] == '\n' ? 1 : column + 1;
        line += text[i] == '\n' ? 1 : 0;
      }
      return ":" + line + ":" + column;
    } catch (IOException gone) {
      return "";
    }
  }
}
