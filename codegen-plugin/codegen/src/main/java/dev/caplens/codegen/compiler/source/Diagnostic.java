package dev.caplens.codegen.compiler.source;

/// An error in a schema file.
///
/// @param file as messages name it
/// @param line from 1
/// @param startColumn from 1, in bytes
/// @param endColumn behind the last byte; equal to `startColumn` for a point, and where the error
///   spans lines
public record Diagnostic(String file, int line, int startColumn, int endColumn, String message) {

  /// An error from byte `start` to byte `end`.
  public static Diagnostic at(String file, LineTable lines, int start, int end, String message) {
    int line = lines.line(start);
    int column = lines.column(start);
    int endColumn = lines.line(end) == line ? lines.column(end) : column;
    return new Diagnostic(file, line, column, endColumn, message);
  }

  /// `file:line:startColumn-endColumn: error: message`, as the reference compiler prints it.
  @Override
  public String toString() {
    String columns = startColumn == endColumn ? "" + startColumn : startColumn + "-" + endColumn;
    return file + ":" + line + ":" + columns + ": error: " + message;
  }
}
