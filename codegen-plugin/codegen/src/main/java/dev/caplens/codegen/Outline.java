package dev.caplens.codegen;

import dev.caplens.codegen.compiler.source.LineTable;
import dev.caplens.codegen.compiler.syntax.Declaration;
import dev.caplens.codegen.compiler.syntax.SchemaParser;
import dev.caplens.core.syntax.ErrorSink;
import java.util.HashMap;
import java.util.Map;

/// On which line of a file each declaration starts, members of types included.
///
/// Requests say where types stand at most, so the file itself is asked.
final class Outline {

  /// Who compiled the file has told its errors; what does not parse is missing here.
  private static final ErrorSink NOBODY =
      new ErrorSink() {
        @Override
        public void error(int startByte, int endByte, String message) {}

        @Override
        public boolean hadErrors() {
          return true;
        }
      };

  private final int size;
  private final LineTable lines;
  private final Map<String, Integer> starts = new HashMap<>();

  /// The outline of a file with that text.
  Outline(byte[] text) {
    this.size = text.length;
    this.lines = new LineTable(text);
    SchemaParser.parse(text, NOBODY, () -> 0).nested().forEach(each -> add("", each));
  }

  /// Members of an unnamed union are members of what is around it.
  private void add(String scope, Declaration declaration) {
    String simple = declaration.name().text();
    String name = scope.isEmpty() || simple.isEmpty() ? scope + simple : scope + "." + simple;
    starts.putIfAbsent(name, declaration.start());
    declaration.nested().forEach(each -> add(name, each));
  }

  /// The line of a declaration, 0 if the file does not have it.
  ///
  /// @param name with the names around it, such as `Person.Address.street`
  int line(String name) {
    Integer start = starts.get(name);
    return start == null ? 0 : lines.line(start);
  }

  /// `:LINE:COLUMN` of a byte of the file; empty if the file has no such byte.
  String place(long at) {
    return at < size ? ":" + lines.line((int) at) + ":" + lines.column((int) at) : "";
  }
}
