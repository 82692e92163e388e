package dev.caplens.codegen.compiler.source;

/// An error in a schema file.
///
/// @param file as messages name it
/// @param line from 1
/// @param startColumn from 1, in bytes; 0 where the error spans lines, of which `line` is the first
/// @param endColumn behind the last byte; equal to `startColumn` for a point
public record Diagnostic(String file, int line, int startColumn, int endColumn, String message) {

  /// An error from byte `start` to byte `end`.
  public static Diagnostic at(String file, LineTable lines, int start, int end, String message) {
    int line = lines.line(start);
    return lines.line(end) == line
        ? new Diagnostic(file, line, lines.column(start), lines.column(end), message)
        : new Diagnostic(file, line, 0, 0, message);
  }

  /// `file:line:startColumn-endColumn: error: message`, as the reference compiler prints it.
  @Override
  public String toString() {
    String columns = startColumn == 0 ? "" : ":" + startColumn;
    if (endColumn != startColumn) {
      columns += "-" + endColumn;
    }
    return file + ":" + line + columns + ": error: " + message;
  }
}
