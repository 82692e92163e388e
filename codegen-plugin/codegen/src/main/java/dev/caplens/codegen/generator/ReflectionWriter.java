package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Declaration;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/// Writes the schema that a top-level class carries: its own nodes and those of all that is in it,
/// its file with the annotations, and where those are that it refers to.
final class ReflectionWriter {
  private final SchemaSet schemas;
  private final JavaNames javaNames;
  private final EncodedNodes encoded;
  private final Set<Long> own = new LinkedHashSet<>();

  ReflectionWriter(SchemaSet schemas, JavaNames javaNames, EncodedNodes encoded) {
    this.schemas = schemas;
    this.javaNames = javaNames;
    this.encoded = encoded;
  }

  /// Writes the class `Reflection` into that of a top-level type, or of a file's constants.
  ///
  /// @param top the type, or the file
  void write(Node top, TypeNames names) {
    collect(top);
    Node.File file = schemas.fileOf(top);
    if (file != null) {
      own.add(file.id());
    }
    Set<String> classes = new TreeSet<>();
    References references = new References(schemas);
    own.forEach(id -> references.add(schemas.node(id)));
    for (long id : references.ids()) {
      // Nobody generates code for the struct that stands for the results of a stream.
      boolean stream = id == MethodsWriter.STREAM_RESULT;
      if (!own.contains(id) && javaNames.has(id) && !stream) {
        classes.add(names.of(javaNames.topOf(id)) + ".Reflection.SCHEMA");
      } else if (!own.contains(id) && schemas.nodes().containsKey(id)) {
        own.add(id);
      }
    }
    JavaSource out = names.out();
    out.gap().doc("The schema of this class and of what is in it; decoded when it is first used.");
    out.open("public static final class Reflection");
    out.doc("The schema: for access by name, for text and JSON, with its annotations.");
    String type = out.type("dev.caplens.core.dynamic", "GeneratedSchema");
    out.line("public static final %s SCHEMA =", type).deeper(2).line("%s.of(", type).deeper(2);
    references(out, String.join(", ", classes) + "),");
    Words.blocks(out, encoded.packed(own));
    out.end(");").deeper(-4).gap().line("private Reflection() {}").close();
  }

  private static void references(JavaSource out, String classes) {
    String list = out.type("java.util", "List") + ".of(";
    if (out.fits("() -> " + list + classes)) {
      out.line("() -> " + list + classes);
    } else {
      out.line("() ->").deeper(2).code(list + classes).deeper(-2);
    }
  }

  private void collect(Node node) {
    own.add(node.id());
    for (Declaration.Nested nested : node.declaration().nested()) {
      Node child = schemas.nodes().get(nested.id());
      if (child instanceof Node.Const) {
        own.add(child.id());
      }
    }
    javaNames.inside(node).forEach(this::collect);
  }
}
