package dev.caplens.codegen;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.lens.CodeGeneratorRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where the declarations of a request stand in their files, as far as request and files tell.
final class Places {
  private final SchemaSet schemas;
  private final List<Path> folders;
  private final Map<Long, Long> startBytes = new HashMap<>();
  private final Map<Path, Outline> outlines = new HashMap<>();

  /// @param request the framed request that `schemas` were read from
  /// @param folders what the files' names may be relative to, besides the working directory
  Places(byte[] request, SchemaSet schemas, List<Path> folders) {
    this.schemas = schemas;
    this.folders = folders;
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
    Path file = file(node.declaration().displayName());
    return file + (start == 0 ? "" : outline(file).place(start)) + ": ";
  }

  /// The line of a declaration, or of a member of it, in its file; 0 if the file does not tell.
  ///
  /// @param member the name of a field, an enumerant or a method; empty for the declaration itself
  int line(Node node, String member) {
    Node.File file = schemas.fileOf(node);
    String name = file == null ? "" : file.declaration().displayName();
    if (!node.declaration().displayName().startsWith(name + ":")) {
      return 0;
    }
    String inside = node.declaration().displayName().substring(name.length() + 1);
    return outline(file(name)).line(member.isEmpty() ? inside : inside + "." + member);
  }

  /// The file of that name in the first folder that has it; if none does, where the first would.
  private Path file(String name) {
    List<Path> all = Stream.concat(folders.stream(), Stream.of(Path.of(""))).toList();
    return all.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .findFirst()
        .orElse(all.getFirst().resolve(name));
  }

  /// What a file declares; nothing if it is gone.
  private Outline outline(Path file) {
    return outlines.computeIfAbsent(
        file,
        path -> {
          try {
            return new Outline(Files.readAllBytes(path));
          } catch (IOException gone) {
            return new Outline(new byte[0]);
          }
        });
  }
}
